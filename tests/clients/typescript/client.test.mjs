import assert from "node:assert/strict";
import { test } from "node:test";
import { LabelServiceError } from "../../../src/clients/typescript/dist/index.js";
import { client, enter, plain, someId, until } from "../support/service.mjs";

const labels = client();
const refused = (status, code) => (error) => error instanceof LabelServiceError && error.status === status && error.code === code;

test("says whose key this is", async () => {
  const { mode, site, scopes } = await labels.key();
  assert.deepEqual([mode, site, scopes.includes("check")], ["live", "default", true]);
});

test("checks an article and reads the stored check again", async () => {
  const externalId = someId();
  const report = await labels.check({ ...plain(externalId), include: ["labelled", "trace"] });

  assert.equal(report.verdict, "compliant");
  assert.equal(report.article.externalId, externalId);
  assert.match(report.labelled.html, /Ships are expected/);
  assert.ok(report.trace.length > 0);
  assert.equal((await labels.report(report.id)).id, report.id);
});

test("has in each answer what the types say is always there", async () => {
  const report = await labels.check({ ...plain(), store: false, article: { body: "Реклама", kind: "advertisement" } });

  for (const name of ["id", "quoted", "disclosures", "flags", "notices", "coverage", "ruleset"]) assert.ok(report[name] !== undefined, name);
  assert.ok(report.disclosures.length > 0);
  for (const found of report.disclosures) for (const name of ["subjects", "text", "html", "needs", "legalBasis", "confidence", "evidence"]) assert.ok(found[name] !== undefined, name);
});

test("tells which fields are at fault", async () => {
  const error = await labels.check({ article: { body: " " }, include: ["labelled"] }).catch((e) => e);

  assert.ok(refused(400, "invalid-request")(error), error);
  assert.match(error.errors["$.article.body"][0], /empty/);
  assert.ok(error.traceId && error.requestId && error.detail && error.message.includes(error.code));
});

test("refuses what can be no address or key", () => {
  for (const wrong of [{ url: "labels.example.org" }, { url: "ftp://example.org" }, { key: "" }, { key: "live_a\nb" }]) assert.throws(() => client(wrong), TypeError);
  assert.doesNotThrow(() => client({ url: new URL("https://example.org/labels/") }));
});

test("fetches labels only where they changed", async () => {
  const externalId = someId();
  const url = `https://example.org/${encodeURIComponent(externalId)}`;
  await labels.check({ article: { ...plain().article, externalId, url } });

  const first = await labels.labels(externalId);
  const again = await labels.labels(externalId, { etag: first.etag });
  const byUrl = await labels.labels({ url });

  assert.equal(first.labels.externalId, externalId);
  assert.deepEqual(again, { changed: false, etag: first.etag });
  assert.equal(byUrl.etag, first.etag);
  await assert.rejects(labels.labels("nobody's"), refused(404, "not-found"));
});

test("erases an article, twice if need be", async () => {
  const externalId = someId();
  await labels.check(plain(externalId));

  await labels.remove(externalId);
  await labels.remove(externalId);

  await assert.rejects(labels.labels(externalId), refused(404, "not-found"));
});

test("passes on an editor's word", async () => {
  const report = await labels.check(plain());
  const receipt = await labels.feedback(report.id, { kind: "missed", comment: "The author is an employee of the advertiser." });

  assert.deepEqual([receipt.checkId, receipt.stored], [report.id, true]);
  await assert.rejects(labels.feedback("chk_none", { kind: "wrong", comment: "?" }), refused(404, "not-found"));
});

test("pages through what happened, and goes on from a cursor", async () => {
  let cursor;
  for await (const page of labels.changes()) cursor = page.cursor;
  const ids = [someId(), someId(), someId()];
  for (const id of ids) await labels.check(plain(id));

  const pages = [];
  for await (const page of labels.changes(cursor, { limit: 1, types: ["check.completed"] })) pages.push(page);
  const later = [];
  for await (const page of labels.changes(pages.at(-1).cursor)) later.push(...page.events);

  const ours = (events) => events.map((event) => event.externalId).filter((id) => ids.includes(id));
  assert.deepEqual(ours(pages.flatMap((page) => page.events)), ids);
  assert.ok(pages.length >= 3 && pages.every((page) => page.events.length <= 1));
  assert.deepEqual(ours(later), []);
});

test("learns that a person entered a register after publication", async () => {
  const externalId = someId();
  await labels.check({ article: { externalId, title: "Лёд сошёл", body: "Суда ждут на следующей неделе.", authors: [{ name: "Травкин Пётр Ильич" }], publishedAt: "2024-05-01" }, jurisdictions: ["RU"] });
  const before = await labels.labels(externalId);
  let cursor;
  for await (const page of labels.changes()) cursor = page.cursor;

  await enter("Травкин Пётр Ильич");
  await until(async () => {
    for await (const { events } of labels.changes(cursor, { types: ["labels.changed"] })) if (events.some((event) => event.externalId === externalId)) return true;
    return false;
  });
  const after = await labels.labels(externalId, { etag: before.etag });

  assert.deepEqual(before.labels.disclosures, []);
  assert.equal(after.changed, true);
  assert.match(after.labels.disclosures[0].text.ru, /Травкиным Петром Ильичом/);
  assert.equal(after.labels.disclosures[0].status, "missing");
});
