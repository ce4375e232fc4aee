// What tests need of the service that run.sh started.
import { appendFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { LabelService } from "../../../src/clients/typescript/dist/index.js";

export const url = process.env.LABELSERVICE_URL;
export const key = process.env.LABELSERVICE_KEY;
export const client = (options = {}) => new LabelService({ url, key, ...options });

let count = 0;
/** A name that no other test's article has. */
export const someId = () => `clients:${process.pid}:${count++}`;

/** A request for an article of which nothing is asked. */
export const plain = (externalId = someId()) => ({ article: { externalId, body: "Ice leaves the bay\n\nShips are expected from next week.", publishedAt: "2024-05-01" } });

/** Enters an invented person into the register of foreign agents. */
export const enter = (name, from = "2024-02-02") =>
  appendFile(`${process.env.LABELSERVICE_RULES}/registries/ru-foreign-agents.csv`, `ru-fa:${someId().replaceAll(":", "-")},person,${name},,,,,,,,${from},,,,\n`);

/** Waits until something is so; no longer than half a minute. */
export async function until(what) {
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(25)) {
    const found = await what();
    if (found) return found;
  }
  throw new Error(`not in half a minute: ${what}`);
}
