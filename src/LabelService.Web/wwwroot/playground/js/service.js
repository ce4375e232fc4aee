// One call to the service and what can become of it.

const antiforgery = document.querySelector('meta[name="antiforgery"]')?.content;

/** Whether somebody is signed in: then no key is needed, wherever the page is open. */
export const isSignedIn = antiforgery !== undefined;

/** Who asks: a key where one was typed, else the session, else the page itself on the service's own machine. */
function credentials(key) {
  if (key) return { headers: { Authorization: `Bearer ${key}` }, credentials: 'omit' };
  if (isSignedIn) return { headers: { 'X-Playground': '1', 'X-Antiforgery': antiforgery }, credentials: 'same-origin' };
  return { headers: { 'X-Playground': '1' }, credentials: 'omit' };
}

/** → { report, milliseconds } or { problem } or { broken: status } or { unreachable: true }; an abort is thrown on. */
export async function check(request, key, signal) {
  const started = performance.now();
  const { headers, credentials: sent } = credentials(key);
  let answer;
  try {
    answer = await fetch('/v1/checks', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(request),
      credentials: sent,
      signal,
    });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    return { unreachable: true };
  }
  return read(answer, started);
}

async function read(answer, started) {
  const type = answer.headers.get('Content-Type') ?? '';
  try {
    if (answer.ok && type.includes('json')) {
      const report = await answer.json();
      return { report, milliseconds: Math.max(1, Math.round(performance.now() - started)) };
    }
    if (type.includes('json')) {
      const problem = await answer.json();
      return { problem: { ...problem, status: answer.status, retryAfter: answer.headers.get('Retry-After') } };
    }
  } catch (error) {
    if (error.name === 'AbortError') throw error;
  }
  return { broken: answer.status };
}
