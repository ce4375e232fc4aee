import type { BatchAnswer, CheckReport, CheckRequest, Problem } from "./types.js";
import { type CallOptions, type Failed, refusalOf, type Transport } from "./transport.js";

const path = "/v1/checks/batch";

export interface BatchOptions extends CallOptions {
  /** How many requests go into one call; 100 by default. */
  size?: number;
}

type Asked = CheckRequest[] | Iterable<CheckRequest> | AsyncIterable<CheckRequest>;
type Line = { line: number; error?: Problem } & CheckReport;

/** Checks many articles, in order; each answer is there as soon as the service has given it. */
export async function* checkMany(transport: Transport, requests: Asked, options: BatchOptions): AsyncGenerator<BatchAnswer, void, undefined> {
  let before = 0;
  for await (const group of groups(requests, options.size ?? 100)) {
    for await (const line of answers(transport, group, options)) {
      const { line: number, error, ...report } = line;
      yield error ? { line: before + number, error } : { line: before + number, report };
    }
    before += group.length;
  }
}

async function* groups(requests: Asked, size: number): AsyncGenerator<string[]> {
  let group: string[] = [];
  for await (const request of requests) {
    group.push(JSON.stringify(request));
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** The answers to one group; where the connection breaks, what was not answered is sent again. */
async function* answers(transport: Transport, group: string[], options: BatchOptions): AsyncGenerator<Line> {
  let done = 0;
  let tries = 0;
  let until = deadline();
  while (done < group.length) {
    tries++;
    const before = done;
    let failed: Failed | null = null;
    for await (const one of attempt(transport, group.slice(done), tries, options)) {
      if ("isPassing" in one) {
        failed = one;
        break;
      }
      yield { ...one, line: ++done };
    }
    if (done > before) [tries, until] = [1, deadline()];
    if (failed) await transport.waitAfter(failed, tries, until, options);
  }

  function deadline(): number {
    return Date.now() + 1000 * (options.deadlineSeconds ?? transport.deadlineSeconds);
  }
}

/** One call: its lines, and in the end what went wrong. */
async function* attempt(transport: Transport, group: string[], tries: number, options: BatchOptions): AsyncGenerator<Line | Failed> {
  const time = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const live = () => {
    clearTimeout(timer);
    timer = setTimeout(() => time.abort(new Error("nothing came for too long")), transport.tryTimeoutSeconds * 1000);
  };
  const call = { ...options, method: "POST" as const, body: `${group.join("\n")}\n`, headers: { "content-type": "application/x-ndjson", accept: "application/x-ndjson" } };
  try {
    live();
    const answer = await transport.send(path, call, time.signal);
    const refused = await refusalOf(answer, call);
    if (refused) {
      yield refused;
      return;
    }
    let count = 0;
    for await (const line of lines(answer, live)) {
      clearTimeout(timer); // The caller may take its time over an answer.
      yield JSON.parse(line) as Line;
      count++;
      live();
    }
    if (count < group.length) throw new Error("the answer ended early");
  } catch (error) {
    yield transport.unreached(error, path, tries, options);
  } finally {
    clearTimeout(timer);
    time.abort();
  }
}

async function* lines(answer: Response, onBytes: () => void): AsyncGenerator<string> {
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onBytes();
    const whole = (rest + decoder.decode(value, { stream: true })).split("\n");
    rest = whole.pop() as string;
    yield* whole.filter((line) => line.trim() !== "");
  }
}
