import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { startSite } from "../support/browser.mjs";
import { key, url } from "../support/service.mjs";

const dist = new URL("../../../src/clients/typescript/dist/", import.meta.url);
let site;
before(async () => {
  site = await startSite();
  const scripts = readdirSync(dist).filter((name) => name.endsWith(".js"));
  site.put(Object.fromEntries(scripts.map((name) => [`/client/${name}`, ["text/javascript", readFileSync(new URL(name, dist), "utf8")]])));
  site.put({ "/empty.html": ["text/html", "<!DOCTYPE html><title>Empty</title>"] });
});
after(() => site.close());

test("checks and verifies in a browser, which has nothing of Node's", async () => {
  const body = JSON.stringify({ type: "labels.changed", timestamp: "2026-11-29T10:00:00Z", data: { externalId: "Лёд" } });
  const secret = Buffer.alloc(32, 7).toString("base64");
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", Buffer.from(secret, "base64")).update(`msg_1.${timestamp}.${body}`).digest("base64");
  const headers = { "webhook-id": "msg_1", "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
  const page = await site.open("/empty.html");
  await page.route("**/v1/**", (route) => route.continue({ url: url + new URL(route.request().url()).pathname }));

  const seen = await page.evaluate(async (given) => {
    const { LabelService, verifyWebhook } = await import("/client/index.js");
    const labels = new LabelService({ url: location.origin, key: given.key });
    const lines = [];
    for await (const { line, report } of labels.checkMany([{ article: { body: "Ice" }, store: false }])) lines.push(line, report.verdict);
    const report = await labels.check({ article: { body: "Ice leaves the bay", publishedAt: "2024-05-01" } });
    const event = await verifyWebhook(`whsec_${given.secret}`, given.headers, given.body);
    return [...lines, report.verdict, event.id, event.data.externalId];
  }, { key, secret, headers, body });

  assert.deepEqual(seen, [1, "compliant", "compliant", "msg_1", "Лёд"]);
});
