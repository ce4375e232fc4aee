import assert from "node:assert/strict";
import { after, test } from "node:test";
import { LabelServiceError } from "../../../src/clients/typescript/dist/index.js";
import { faults, startProxy } from "../support/faults.mjs";
import { client, plain, someId, url } from "../support/service.mjs";

const proxy = await startProxy(url);
after(() => proxy.close());
const labels = client({ url: proxy.url });
const all = async (answers) => {
  const found = [];
  for await (const answer of answers) found.push(answer);
  return found;
};
const numbered = (count) => Array.from({ length: count }, (_, i) => i + 1);

test("checks many in order over several calls, and a bad line stops nothing", async () => {
  const requests = numbered(250).map(() => plain());
  requests[119] = { article: { body: "" } };
  proxy.will();

  const answers = await all(labels.checkMany(requests));

  assert.deepEqual(answers.map((answer) => answer.line), numbered(250));
  assert.equal(answers[119].error.code, "invalid-request");
  assert.ok(answers.every(({ report }, i) => i === 119 || report.article.externalId === requests[i].article.externalId));
  assert.equal(proxy.seen.length, 3);
  assert.equal(proxy.seen[0].headers["idempotency-key"], undefined);
});

test("takes requests as they come, no more than a call's at once", async () => {
  let made = 0;
  async function* source() {
    for (; made < 30; ) {
      made++;
      yield plain();
    }
  }
  for await (const { line } of client().checkMany(source(), { size: 10 })) {
    assert.ok(made <= 10 * Math.ceil(line / 10), `${made} were taken at line ${line}`);
  }
  assert.equal(made, 30);
});

test("gives an answer as soon as it is there", async () => {
  const requests = numbered(40).map(() => ({ article: { externalId: someId(), body: "Ice leaves the bay. ".repeat(20_000) }, store: false }));
  const at = [];
  for await (const { line } of client().checkMany(requests)) at[line] = performance.now();

  assert.ok(at[40] - at[1] > 20, `all within ${at[40] - at[1]} ms`);
});

test("goes on where an answer broke off", async () => {
  const requests = numbered(20).map(() => plain());
  proxy.will(faults.problem(503, "store-unavailable", { "retry-after": "0" }), faults.cut(5), faults.reset, faults.cut(3));

  const answers = await all(labels.checkMany(requests));

  assert.deepEqual(answers.map((answer) => answer.line), numbered(20));
  assert.deepEqual(answers.map(({ report }) => report.article.externalId), requests.map((request) => request.article.externalId));
  assert.deepEqual(proxy.seen.map((asked) => asked.body.toString().trim().split("\n").length), [20, 20, 15, 15, 12]);
});

test("is refused as a whole without trying again", async () => {
  proxy.will();
  await assert.rejects(all(client({ url: proxy.url, key: "live_wrong" }).checkMany([plain()])), LabelServiceError);
  assert.equal(proxy.seen.length, 1);
});

test("stops when nobody takes more, or is called off", async () => {
  const stop = new AbortController();
  for await (const { line } of labels.checkMany(numbered(50).map(() => plain()))) if (line === 2) break;
  await assert.rejects(async () => {
    for await (const { line } of labels.checkMany(numbered(300).map(() => plain()), { signal: stop.signal })) if (line === 2) stop.abort();
  }, { name: "AbortError" });
});

test("asks nothing where there is nothing", async () => {
  proxy.will();
  assert.deepEqual(await all(labels.checkMany([])), []);
  assert.equal(proxy.seen.length, 0);
});
