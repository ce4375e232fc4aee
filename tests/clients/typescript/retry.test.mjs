import assert from "node:assert/strict";
import { after, test } from "node:test";
import { LabelServiceError, LabelServiceUnreachable } from "../../../src/clients/typescript/dist/index.js";
import { askedWait, backOff } from "../../../src/clients/typescript/dist/retry.js";
import { faults, startProxy } from "../support/faults.mjs";
import { client, plain, someId, url } from "../support/service.mjs";

const proxy = await startProxy(url);
after(() => proxy.close());
const labels = client({ url: proxy.url, tryTimeoutSeconds: 1.5 });
const storedChecks = async (externalId) => {
  const ids = [];
  for await (const { events } of client().changes(undefined, { types: ["check.completed"] })) ids.push(...events.filter((event) => event.externalId === externalId).map((event) => event.checkId));
  return ids;
};

const passing = {
  "a 500": faults.problem(500, "internal"),
  "a 502 that is not the service's own": faults.answer(502),
  "a 503": faults.problem(503, "store-unavailable", { "retry-after": "0" }),
  "a 429": faults.problem(429, "too-many-requests", { "retry-after": "0" }),
  "a 409 of the same key": faults.problem(409, "idempotency-running", { "retry-after": "0" }),
  "a service that hangs": faults.hang,
  "a connection that breaks before": faults.reset,
  "a connection that breaks behind, the check being stored": faults.lose,
  "an answer that ends early": faults.cut(),
};
for (const [name, fault] of Object.entries(passing)) {
  test(`gets over ${name}, and one check is stored`, async () => {
    const externalId = someId();
    proxy.will(fault);

    const report = await labels.check(plain(externalId));

    const keys = proxy.seen.map((asked) => asked.headers["idempotency-key"]);
    assert.ok(keys.length >= 2);
    assert.match(keys[0], /^[0-9a-f]{32}$/);
    assert.equal(new Set(keys).size, 1);
    assert.deepEqual(proxy.seen[1].body, proxy.seen[0].body);
    assert.deepEqual(await storedChecks(externalId), [report.id]);
  });
}

test("gets over several faults in a row, and each call has a key of its own", async () => {
  const externalId = someId();
  proxy.will(faults.lose, faults.hang, faults.cut(), faults.problem(500, "internal"));
  const first = await labels.check(plain(externalId));
  const used = proxy.seen[0].headers["idempotency-key"];
  proxy.will();
  const second = await labels.check(plain(externalId));

  assert.notEqual(proxy.seen[0].headers["idempotency-key"], used);
  assert.deepEqual(await storedChecks(externalId), [first.id, second.id]);
});

test("answers calls at the same time with one key by one check", async () => {
  const externalId = someId();
  const request = { article: { ...plain(externalId).article, body: "Ice leaves the bay.\n\n".repeat(5000) } };
  proxy.will();

  const reports = await Promise.all(Array.from({ length: 8 }, () => client({ url: proxy.url }).check(request, { idempotencyKey: externalId })));

  assert.equal(new Set(reports.map((report) => report.id)).size, 1);
  assert.deepEqual(await storedChecks(externalId), [reports[0].id]);
});

test("sends no key with a check that is not stored", async () => {
  proxy.will(faults.reset);
  const report = await labels.check({ ...plain(), store: false });

  assert.equal(report.verdict, "compliant");
  assert.deepEqual(proxy.seen.map((asked) => asked.headers["idempotency-key"]), [undefined, undefined]);
});

test("waits as long as Retry-After asks, in seconds and as a date", async () => {
  const date = new Date(Math.ceil(Date.now() / 1000) * 1000 + 2000);
  for (const [asked, least] of [["1", () => 1000], [date.toUTCString(), () => date - proxy.seen[0].at - 5]]) {
    proxy.will(faults.problem(429, "too-many-requests", { "retry-after": asked }));
    await labels.key();
    assert.ok(proxy.seen[1].at - proxy.seen[0].at >= least(), `${asked}: after ${proxy.seen[1].at - proxy.seen[0].at} ms`);
  }
});

test("never repeats what was refused for good", async () => {
  for (const [status, code] of [[400, "invalid-request"], [401, "unauthenticated"], [403, "forbidden"], [404, "not-found"], [409, "conflict"], [413, "too-large"], [422, "idempotency-key-reused"]]) {
    proxy.will(faults.problem(status, code, { "retry-after": "0" }));
    await assert.rejects(labels.check(plain()), (error) => error instanceof LabelServiceError && error.status === status && error.code === code);
    assert.equal(proxy.seen.length, 1, `${status}`);
  }
});

test("is told of a wrong key and of a key used again with another body by the service itself", async () => {
  const idempotencyKey = someId();
  await labels.check(plain(), { idempotencyKey });
  proxy.will();

  await assert.rejects(labels.check(plain(), { idempotencyKey }), { status: 422, code: "idempotency-key-reused" });
  await assert.rejects(client({ url: proxy.url, key: "live_wrong" }).key(), { status: 401 });
  assert.equal(proxy.seen.length, 2);
});

test("follows no redirect with its key", async () => {
  proxy.will(faults.answer(302, { location: url }));
  await assert.rejects(labels.key(), { code: "redirected", status: 302 });
  assert.equal(proxy.seen.length, 1);
});

test("says that an answer is not the service's", async () => {
  proxy.will(faults.answer(200));
  await assert.rejects(labels.key(), { name: "LabelServiceError", code: "unreadable" });
});

test("repeats an editor's word only where nothing was done", async () => {
  const { id } = await labels.check(plain());
  const feedback = { kind: "missed", comment: "One is missing." };
  proxy.will(faults.problem(503, "store-unavailable"), faults.problem(429, "too-many-requests"));
  await labels.feedback(id, feedback);
  assert.equal(proxy.seen.length, 3);

  for (const fault of [faults.lose, faults.problem(500, "internal")]) {
    proxy.will(fault);
    await assert.rejects(labels.feedback(id, feedback));
    assert.equal(proxy.seen.length, 1);
  }
});

test("gives up after its retries with what it was told last", async () => {
  proxy.will(...Array(9).fill(faults.problem(500, "internal", { "retry-after": "0" })));
  await assert.rejects(client({ url: proxy.url, retries: 2 }).key(), { name: "LabelServiceError", status: 500, code: "internal" });
  assert.equal(proxy.seen.length, 3);
});

test("says that a service cannot be reached", async () => {
  const error = await client({ url: "http://127.0.0.1:9", retries: 1 }).key().catch((e) => e);

  assert.ok(error instanceof LabelServiceUnreachable);
  assert.equal(error.tries, 2);
  assert.match(error.message, /127\.0\.0\.1:9.*\(2 tries\)/);
  assert.ok(error.cause);
});

test("ends at its deadline, and begins no wait beyond it", async () => {
  const began = Date.now();
  proxy.will(...Array(99).fill(faults.hang));
  await assert.rejects(labels.key({ deadlineSeconds: 1 }), LabelServiceUnreachable);
  assert.ok(Date.now() - began < 3000);

  proxy.will(faults.problem(429, "too-many-requests", { "retry-after": "3600" }));
  await assert.rejects(labels.key(), { status: 429 });
  assert.ok(Date.now() - began < 4000);
});

test("is called off while it asks and while it waits, with the caller's own reason", async () => {
  for (const fault of [faults.hang, faults.problem(429, "too-many-requests", { "retry-after": "30" })]) {
    proxy.will(fault);
    const reason = new Error("the editor closed the page");
    const stop = new AbortController();
    setTimeout(() => stop.abort(reason), 100);
    await assert.rejects(labels.check(plain(), { signal: stop.signal }), (error) => error === reason);
    assert.equal(proxy.seen.length, 1);
  }
});

test("waits longer each time, by a random part of it", () => {
  assert.deepEqual([1, 2, 3, 4, 9].map((failed) => backOff(failed, () => 1)), [0.5, 1, 2, 4, 20]);
  const waits = Array.from({ length: 1000 }, () => backOff(3));
  assert.ok(Math.min(...waits) < 0.1 && Math.max(...waits) > 1.9);
});

test("reads what Retry-After asks", () => {
  const now = Date.parse("2026-11-29T10:00:00Z");
  const cases = [["7", 7], ["Sun, 29 Nov 2026 10:00:05 GMT", 5], ["Sun, 29 Nov 2026 09:00:00 GMT", 0], ["soon", null], [null, null]];
  for (const [header, seconds] of cases) assert.equal(askedWait(header, now), seconds, header);
});
