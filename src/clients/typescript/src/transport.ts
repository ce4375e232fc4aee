import { errorOf, LabelServiceError, LabelServiceUnreachable } from "./errors.js";
import { askedWait, backOff, isPassing, pause, type Repeat } from "./retry.js";

export interface LabelServiceOptions {
  /** Where the service answers, such as `https://labels.example.org`. */
  url: string | URL;
  /** A key of the site. It belongs on a server, never into a page. */
  key: string;
  /** How often a call is tried again; 4 by default. */
  retries?: number;
  /** How long one try may take; 15 seconds by default. */
  tryTimeoutSeconds?: number;
  /** How long a call may take with all its tries and waits; 60 seconds by default. */
  deadlineSeconds?: number;
  /** Another `fetch` than the global one. */
  fetch?: typeof fetch;
}

export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** For this call alone. */
  deadlineSeconds?: number | undefined;
}

export interface Call extends CallOptions {
  method?: "GET" | "POST" | "DELETE";
  query?: Record<string, string | number | undefined>;
  headers?: Record<string, string | undefined>;
  body?: string;
  repeat?: Repeat;
}

/** An answer that was read to its end. */
export interface Read {
  status: number;
  headers: Headers;
  text: string;
}

/** Sends a call until it is answered, refused for good, or out of time. */
export class Transport {
  private readonly base: string;
  private readonly key: string;
  private readonly fetch: typeof fetch;
  readonly retries: number;
  readonly tryTimeoutSeconds: number;
  readonly deadlineSeconds: number;

  constructor(options: LabelServiceOptions) {
    this.base = String(options.url).replace(/\/+$/, "");
    if (!/^https?:$/.test(new URL(this.base).protocol)) throw new TypeError("url must begin with https:// or http://");
    if (!options.key || /[^\x21-\x7e]/.test(options.key)) throw new TypeError("key is missing, or has characters that no key has");
    this.key = options.key;
    this.retries = options.retries ?? 4;
    this.tryTimeoutSeconds = options.tryTimeoutSeconds ?? 15;
    this.deadlineSeconds = options.deadlineSeconds ?? 60;
    // Called as a method of this object browsers would refuse it.
    this.fetch = options.fetch ?? ((...call) => globalThis.fetch(...call));
  }

  async json<T>(path: string, call: Call): Promise<T> {
    return parsed(await this.read(path, call));
  }

  async read(path: string, call: Call): Promise<Read> {
    const until = Date.now() + 1000 * (call.deadlineSeconds ?? this.deadlineSeconds);
    for (let tries = 1; ; tries++) {
      const [read, failed] = await this.once(path, call, until, tries);
      if (read) return read;
      await this.waitAfter(failed, tries, until, call);
    }
  }

  /** Waits before the next try, or throws what came of the last one where another is of no use. */
  async waitAfter(failed: Failed, tries: number, until: number, call: Call): Promise<void> {
    const wait = failed.asked === null ? backOff(tries) : failed.asked + backOff(1);
    if (!failed.isPassing || tries > this.retries || Date.now() + wait * 1000 >= until) throw failed.error;
    await pause(wait, call.signal);
  }

  /** One try, with its own time; what is worth another one comes back as a value. */
  private async once(path: string, call: Call, until: number, tries: number): Promise<[Read, null] | [null, Failed]> {
    const time = new AbortController();
    const timer = setTimeout(() => time.abort(new Error("it took too long")), Math.min(this.tryTimeoutSeconds * 1000, until - Date.now()));
    try {
      const answer = await this.send(path, call, time.signal);
      const refused = await refusalOf(answer, call);
      return refused ? [null, refused] : [{ status: answer.status, headers: answer.headers, text: await answer.text() }, null];
    } catch (error) {
      return [null, this.unreached(error, path, tries, call)];
    } finally {
      clearTimeout(timer);
    }
  }

  send(path: string, call: Call, time: AbortSignal): Promise<Response> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(call.query ?? {})) if (value !== undefined) query.append(name, String(value));
    const headers = new Headers({ authorization: `Bearer ${this.key}`, accept: "application/json" });
    if (call.body !== undefined) headers.set("content-type", "application/json");
    for (const [name, value] of Object.entries(call.headers ?? {})) if (value !== undefined) headers.set(name, value);
    const init: RequestInit = { method: call.method ?? "GET", headers, redirect: "manual", signal: call.signal ? AbortSignal.any([call.signal, time]) : time };
    if (call.body !== undefined) init.body = call.body;
    return this.fetch(`${this.base}${path}${query.size > 0 ? `?${query}` : ""}`, init);
  }

  /** What a try without an answer comes to. What the caller called off is thrown as it is. */
  unreached(error: unknown, path: string, tries: number, call: Call): Failed {
    if (call.signal?.aborted) throw call.signal.reason;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { error: new LabelServiceUnreachable(this.base + path, tries, { cause }), isPassing: call.repeat !== "when-refused", asked: null };
  }
}

export function parsed<T>(answer: Read): T {
  try {
    return JSON.parse(answer.text) as T;
  } catch {
    throw new LabelServiceError({ status: answer.status, code: "unreadable", detail: "The answer is no JSON; is the address that of LabelService?" });
  }
}

/** A try that gave nothing: what to throw, and whether another may help. */
export interface Failed {
  error: Error;
  isPassing: boolean;
  /** Seconds that the answer asked to wait. */
  asked: number | null;
}

export async function refusalOf(answer: Response, call: Call): Promise<Failed | null> {
  if (answer.ok || (answer.status === 304 && call.headers?.["if-none-match"])) return null;
  const error = await errorOf(answer);
  return { error, isPassing: isPassing(error.status, error.code, call.repeat ?? "always"), asked: askedWait(answer.headers.get("retry-after")) };
}
