// Stands between the site and the service, counts what passes, and fails as it is told.
import http from 'node:http';

export class Proxy {
  mode = 'pass';
  calls = [];
  #server;
  #target;

  constructor(target) {
    this.#target = new URL(target);
    this.#server = http.createServer((request, response) => this.#handle(request, response));
  }

  listen(port) {
    return new Promise((done) => this.#server.listen(port, '127.0.0.1', done));
  }

  close() {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(done));
  }

  /** The stored checks since the last clear. */
  get checks() {
    return this.calls.filter((call) => call.method === 'POST' && call.path === '/v1/checks' && !call.body.includes('"store":false'));
  }

  async #handle(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    this.calls.push({ method: request.method, path: request.url.split('?')[0], url: request.url, body: body.toString(), headers: request.headers, at: Date.now() });
    const fault = this.#faults[this.mode];
    if (fault) {
      await fault(request, response, body);
    } else {
      this.#pass(request, response, body);
    }
  }

  #faults = {
    500: (_, response) => answer(response, 500, 'application/problem+json', '{"status":500,"detail":"made for the test"}'),
    401: (_, response) => answer(response, 401, 'application/problem+json', '{"status":401,"code":"unauthorized","detail":"The key is not known."}'),
    429: (_, response) => answer(response, 429, 'application/problem+json', '{"status":429,"detail":"made for the test"}', { 'Retry-After': '2' }),
    malformed: (_, response) => answer(response, 200, 'application/json', '{"verdict": "compliant", "disclo'),
    html: (_, response) => answer(response, 200, 'text/html', '<html><body>Please sign in to this network</body></html>'),
    empty: (_, response) => answer(response, 200, 'application/json', '{}'),
    redirect: (_, response) => answer(response, 302, 'text/plain', '', { Location: 'http://127.0.0.1:1/' }),
    hang: () => new Promise(() => {}),
    reset: (request) => request.socket.destroy(),
    slow: (request, response, body) => setTimeout(() => this.#pass(request, response, body), 4000),
    partial: (request, response, body) => this.#pass(request, response, body, (text) => text.replace('"coverage":"full"', '"coverage":"partial"')),
    // Words of a later version, and labels that are about something else.
    verdict: (request, response, body) => this.#pass(request, response, body, (text) => text.replace(/"verdict":"[a-z-]+"/, '"verdict":"escalated"')),
    status: (request, response, body) => this.#pass(request, response, body, (text) => text.replace('"disclosures":[', '"disclosures":[{"id":"dsc_x","type":"x","status":"contested","text":{},"html":{}}')),
    action: (request, response, body) => this.#pass(request, response, body, (text) => text.replace('"flags":[', '"flags":[{"rule":"x","action":"hold-for-lawyer","why":"x"}')),
    stranger: (request, response, body) => (request.url.startsWith('/v1/labels')
      ? answer(response, 200, 'application/json', '{"externalId":"wp:other:1","contentHash":"sha256:0","revision":1,"verdict":"compliant","disclosures":[],"flags":[],"ageRating":null,"source":null}')
      : this.#pass(request, response, body)),
    // A service that was broken into sends script where texts belong.
    hostile: (request, response, body) => this.#pass(request, response, body, (text) => text
      .replaceAll('<p class=\\"ls-disclosure\\"', '<script>window.hostile=2</script><img src=x onerror=window.hostile=2><p onclick=\\"window.hostile=2\\" class=\\"ls-disclosure\\"')
      .replaceAll('\\u003Cp class=', '<script>window.hostile=2</script><img src=x onerror=window.hostile=2><p class=')
      .replace(/"jsonLd":\{/, '"jsonLd":{"x":"</script><script>window.hostile=2</script>",')),
  };

  #pass(request, response, body, change) {
    const headers = { ...request.headers, host: this.#target.host };
    const forward = http.request({ host: this.#target.hostname, port: this.#target.port, method: request.method, path: request.url, headers }, (back) => {
      const chunks = [];
      back.on('data', (chunk) => chunks.push(chunk));
      back.on('end', () => {
        let text = Buffer.concat(chunks);
        const sent = { ...back.headers };
        delete sent['transfer-encoding'];
        if (change) text = Buffer.from(change(text.toString()));
        sent['content-length'] = text.length;
        if (back.statusCode === 204 || back.statusCode === 304) delete sent['content-length'];
        response.writeHead(back.statusCode, sent);
        response.end(back.statusCode === 204 || back.statusCode === 304 ? undefined : text);
      });
    });
    forward.on('error', () => request.socket.destroy());
    forward.end(body);
  }
}

function answer(response, status, type, text, headers = {}) {
  response.writeHead(status, { 'Content-Type': type, ...headers });
  response.end(text);
}
