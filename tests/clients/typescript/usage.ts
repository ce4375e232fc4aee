// Compiled, never run: what code that uses the client may rely on, and what the compiler must refuse.
import { type CheckReport, LabelService, verifyWebhook, type WebhookEvent } from "@labelservice/client";

declare const labels: LabelService;

export async function use(): Promise<string[]> {
  const report: CheckReport = await labels.check({ article: { body: "…", kind: "opinion", attributes: { sponsored: true } }, include: ["labelled", "near-misses"], store: false });
  if (report.verdict === "needs-review") return [report.review?.url ?? ""];
  const texts = report.disclosures.map((found) => found.text[found.officialLanguage ?? "en"] ?? found.why);

  const answer = await labels.labels({ url: "https://example.org/1" }, { etag: null });
  if (answer.changed) texts.push(answer.labels.verdict, answer.etag ?? "");

  for await (const { report: done, error } of labels.checkMany([{ article: { body: "…" } }])) texts.push(done ? done.id : error.code);
  for await (const { events, cursor } of labels.changes(null, { types: ["labels.changed"] })) texts.push(cursor, ...events.map((event) => event.externalId ?? event.type));

  const event: WebhookEvent = await verifyWebhook(["whsec_…"], new Headers(), new Uint8Array());
  return [...texts, event.data.externalId ?? ""];
}

export function refuse(): unknown[] {
  return [
    // @ts-expect-error: an article needs a body
    labels.check({ article: { title: "…" } }),
    // @ts-expect-error: no such kind
    labels.check({ article: { body: "…", kind: "rumour" } }),
    // @ts-expect-error: nothing of this name can be included
    labels.check({ article: { body: "…" }, include: ["everything"] }),
    // @ts-expect-error: an article has one name
    labels.labels({ id: "1" }),
    // @ts-expect-error: a service needs a key
    new LabelService({ url: "https://example.org" }),
  ];
}
