import { checkMany, type BatchOptions } from "./batch.js";
import { parsed, Transport, type CallOptions, type LabelServiceOptions } from "./transport.js";
import type {
  ArticleName, BatchAnswer, ChangePage, CheckReport, CheckRequest, CurrentLabels, EventType, Feedback, FeedbackReceipt, Key, LabelsAnswer,
} from "./types.js";
import { Webhooks } from "./webhooks.js";

export interface CheckOptions extends CallOptions {
  /** Made at random where it is not given; give one to have the same check over a restart of your own. */
  idempotencyKey?: string | undefined;
}

/** A site's access to LabelService. One object serves all calls. */
export class LabelService {
  /** Where the site is told of its events. */
  readonly webhooks: Webhooks;
  private readonly transport: Transport;

  constructor(options: LabelServiceOptions) {
    this.transport = new Transport(options);
    this.webhooks = new Webhooks(this.transport);
  }

  /** Checks an article; it is stored once, however often the call had to be tried, unless `store` is false. */
  check(request: CheckRequest, options: CheckOptions = {}): Promise<CheckReport> {
    const { idempotencyKey = request.store === false ? undefined : randomKey(), ...rest } = options;
    return this.transport.json("/v1/checks", { ...rest, method: "POST", body: JSON.stringify(request), headers: { "idempotency-key": idempotencyKey } });
  }

  /** Checks many articles, in order; each answer is there as soon as the service has given it. */
  checkMany(requests: Iterable<CheckRequest> | AsyncIterable<CheckRequest>, options: BatchOptions = {}): AsyncGenerator<BatchAnswer, void, undefined> {
    return checkMany(this.transport, requests, options);
  }

  /** A stored check, as it was answered. */
  report(checkId: string, options: CallOptions = {}): Promise<CheckReport> {
    return this.transport.json(`/v1/checks/${encodeURIComponent(checkId)}`, options);
  }

  /** An editor's word that a finding was wrong, or that one was missed. */
  feedback(checkId: string, feedback: Feedback, options: CallOptions = {}): Promise<FeedbackReceipt> {
    return this.transport.json(`/v1/checks/${encodeURIComponent(checkId)}/feedback`, {
      ...options, method: "POST", body: JSON.stringify(feedback), repeat: "when-refused",
    });
  }

  /** What a stored article must carry today. With the `etag` of the last answer it costs nothing while nothing changed. */
  async labels(article: ArticleName, options: CallOptions & { etag?: string | null | undefined } = {}): Promise<LabelsAnswer> {
    const { etag, ...rest } = options;
    const query = typeof article === "string" ? { externalId: article } : { ...article };
    const answer = await this.transport.read("/v1/labels", { ...rest, query, headers: { "if-none-match": etag ?? undefined } });
    if (answer.status === 304) return { changed: false, etag: etag ?? null };
    return { changed: true, etag: answer.headers.get("etag"), labels: parsed<CurrentLabels>(answer) };
  }

  /** Erases an article: its text goes, the record of what was decided stays. */
  async remove(externalId: string, options: CallOptions = {}): Promise<void> {
    await this.transport.read("/v1/articles", { ...options, method: "DELETE", query: { externalId } });
  }

  /**
   * What happened since a cursor, page by page until there is no more. Keep the `cursor` of a page when you have done what its events
   * ask for, and begin there the next time.
   */
  async *changes(since?: string | null, options: CallOptions & { types?: EventType[]; limit?: number } = {}): AsyncGenerator<ChangePage, void, undefined> {
    const { types, limit, ...rest } = options;
    for (let cursor = since ?? undefined, more = true; more; ) {
      const query = { since: cursor, limit, type: types?.join(",") };
      const page: ChangePage = await this.transport.json("/v1/changes", { ...rest, query });
      yield page;
      ({ cursor, more } = page);
    }
  }

  /** Whose key this is, for which site, and what it may do. */
  key(options: CallOptions = {}): Promise<Key> {
    return this.transport.json("/v1/key", options);
  }
}

/** Pages without TLS have no `crypto.randomUUID`. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
