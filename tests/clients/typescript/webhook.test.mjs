import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { verifyWebhook, WebhookRefused } from "../../../src/clients/typescript/dist/index.js";
import { client, plain, someId, until } from "../support/service.mjs";

const labels = client();
const received = [];
const receiver = createServer(async (request, response) => {
  received.push({ headers: request.headers, body: Buffer.concat(await request.toArray()) });
  response.writeHead(204).end();
});
let webhook;
let secret;
before(async () => {
  receiver.listen(0, "127.0.0.1");
  await once(receiver, "listening");
  ({ webhook, secret } = await labels.webhooks.add({ url: `http://127.0.0.1:${receiver.address().port}/`, description: "Tests of the client" }));
});
after(async () => {
  await labels.webhooks.remove(webhook.id);
  receiver.close();
});
const arrived = (matches) => until(() => received.find(({ body }) => matches(JSON.parse(body))));
/** The log's entry of an article's delivery, looked for page by page. */
const delivered = async (externalId) => {
  for (let before = null; ; ) {
    const page = await labels.webhooks.deliveries(webhook.id, { state: "delivered", before });
    const found = page.deliveries.find((one) => one.externalId === externalId);
    if (found || page.before === null) return found;
    before = page.before;
  }
};
const refused = (reason) => (error) => error instanceof WebhookRefused && error.reason === reason;

test("believes the service's own delivery of an event", async () => {
  const externalId = someId();
  const report = await labels.check(plain(externalId));
  const { headers, body } = await arrived((event) => event.data.externalId === externalId);

  const event = await verifyWebhook(secret, headers, body);

  assert.equal(event.id, headers["webhook-id"]);
  assert.equal(event.type, "check.completed");
  assert.deepEqual([event.data.site, event.data.checkId, typeof event.data.sequence], ["default", report.id, "number"]);
});

test("finds a delivery in the log, and has it sent again under the same id", async () => {
  const externalId = someId();
  await labels.check(plain(externalId));
  await arrived((event) => event.data.externalId === externalId);
  const sent = await until(() => delivered(externalId));

  await labels.webhooks.replay(webhook.id, sent.id);
  await until(() => received.filter(({ headers }) => headers["webhook-id"] === sent.id).length === 2);

  assert.ok((await labels.webhooks.list()).some((one) => one.id === webhook.id && one.state === "active"));
  assert.equal((await labels.webhooks.enable(webhook.id)).state, "active");
});

test("believes either secret while they are changed", async () => {
  const old = secret;
  ({ secret } = await labels.webhooks.rotate(webhook.id));
  received.length = 0;
  await labels.webhooks.test(webhook.id);
  const { headers, body } = await arrived((event) => event.type === "webhook.test");

  assert.equal(headers["webhook-signature"].split(" ").length, 2);
  for (const known of [old, secret, [secret, old]]) assert.equal((await verifyWebhook(known, headers, body)).type, "webhook.test");
  await assert.rejects(verifyWebhook("whsec_" + Buffer.alloc(32).toString("base64"), headers, body), refused("signature-wrong"));
});

test("refuses what was altered or came late", async () => {
  received.length = 0;
  await labels.webhooks.test(webhook.id);
  const { headers, body } = await arrived((event) => event.type === "webhook.test");
  const at = Number(headers["webhook-timestamp"]) * 1000;
  const without = (name) => Object.fromEntries(Object.entries(headers).filter(([given]) => given !== name));

  await assert.rejects(verifyWebhook(secret, headers, body.toString().replace("webhook.test", "webhook.tent")), refused("signature-wrong"));
  await assert.rejects(verifyWebhook(secret, { ...headers, "webhook-id": "msg_other" }, body), refused("signature-wrong"));
  await assert.rejects(verifyWebhook(secret, { ...headers, "webhook-timestamp": String(at / 1000 + 1) }, body), refused("signature-wrong"));
  await assert.rejects(verifyWebhook(secret, headers, body, { now: at + 301_000 }), refused("too-old"));
  await assert.rejects(verifyWebhook(secret, headers, body, { now: new Date(at - 301_000) }), refused("too-new"));
  await verifyWebhook(secret, headers, body, { now: at + 299_000 });
  await verifyWebhook(secret, headers, body, { now: at + 900_000, toleranceSeconds: 1000 });
  for (const name of ["webhook-id", "webhook-timestamp", "webhook-signature"]) await assert.rejects(verifyWebhook(secret, without(name), body), refused("header-missing"));
  await assert.rejects(verifyWebhook(secret, { ...headers, "webhook-timestamp": "1e9" }, body), refused("timestamp-malformed"));
  await assert.rejects(verifyWebhook(secret, { ...headers, "webhook-signature": "v1,%%% v1a,AAAA v2," }, body), refused("signature-wrong"));
});

// The example that the specification's own libraries are tested with.
const vector = {
  secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  headers: { "Webhook-Id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "Webhook-Timestamp": "1614265330", "Webhook-Signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=" },
  body: '{"test": 2432232314}',
};

test("takes the signature of the specification's example", async () => {
  const now = 1614265330_000;
  // Signed rightly, and no event of this service.
  await assert.rejects(verifyWebhook(vector.secret, vector.headers, vector.body, { now }), refused("body-malformed"));
  await assert.rejects(verifyWebhook(vector.secret, vector.headers, `${vector.body} `, { now }), refused("signature-wrong"));
});

test("takes every form of headers and body", async () => {
  const body = JSON.stringify({ type: "labels.changed", timestamp: "2026-11-29T10:00:00Z", data: { externalId: "Лёд 🧊" } });
  const signature = createHmac("sha256", Buffer.from(vector.secret.slice(6), "base64")).update(`msg_1.1614265330.${body}`).digest("base64");
  const headers = { "webhook-id": "msg_1", "webhook-timestamp": "1614265330", "webhook-signature": `v1,AAAA v1,${signature}` };
  const bytes = new TextEncoder().encode(body);
  for (const form of [headers, new Headers(headers), Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]))]) {
    for (const raw of [body, bytes, bytes.buffer, Buffer.from(body)]) {
      const event = await verifyWebhook(["whsec_AAAA", vector.secret], form, raw, { now: 1614265330_000 });
      assert.deepEqual([event.id, event.data.externalId], ["msg_1", "Лёд 🧊"]);
    }
  }
  for (const wrong of ["", "whsec_", "whsec_%"]) await assert.rejects(verifyWebhook(wrong, headers, body), TypeError);
});
