// A proxy before the service that fails as it is told: one fault a request, in order, then none.
import { createServer, request as ask } from "node:http";
import { once } from "node:events";

const readAll = async (stream) => Buffer.concat(await stream.toArray());

/** Sends a request on, and gives the service's answer. */
async function forward(target, { method, path, headers, body }) {
  const sent = ask(new URL(path, target), { method, headers: { ...headers, host: new URL(target).host } });
  sent.end(body);
  const [answer] = await once(sent, "response");
  return { answer, body: await readAll(answer) };
}

/** Each is given what was asked, and what sends it on. */
export const faults = {
  /** An answer that is the proxy's own. */
  answer: (status, headers = {}, body = "<h1>oh</h1>") => ({ response }) => response.writeHead(status, headers).end(body),
  problem: (status, code, headers = {}) => faults.answer(status, { "content-type": "application/problem+json", ...headers }, JSON.stringify({ status, code, detail: "as told" })),
  /** Never answers. */
  hang: () => {},
  /** Breaks off before the service hears of it. */
  reset: ({ response }) => response.socket.resetAndDestroy(),
  /** The service does what was asked, and its answer is lost. */
  lose: async ({ response, send }) => {
    await send();
    response.socket.resetAndDestroy();
  },
  /** The answer breaks off after some of its bytes, or lines. */
  cut: (lines) => async ({ response, send }) => {
    const { answer, body } = await send();
    const end = lines === undefined ? body.length / 2 : body.toString().split("\n").slice(0, lines).join("\n").length + 3;
    response.writeHead(answer.statusCode, answer.headers);
    response.write(body.subarray(0, end), () => setTimeout(() => response.socket.resetAndDestroy(), 50));
  },
};

export async function startProxy(target) {
  const [seen, plan] = [[], []];
  const server = createServer(async (request, response) => {
    const asked = { method: request.method, path: request.url, headers: request.headers, at: Date.now(), body: await readAll(request) };
    seen.push(asked);
    const send = () => forward(target, asked);
    const fault = plan.shift();
    if (fault) return fault({ response, send });
    const { answer, body } = await send();
    return response.writeHead(answer.statusCode, answer.headers).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    seen,
    /** Forgets what was, and fails so from now on. */
    will: (...next) => {
      seen.length = 0;
      plan.splice(0, plan.length, ...next);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
