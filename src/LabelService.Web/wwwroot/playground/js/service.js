// One call to the service and what can become of it.

/** → { report, milliseconds } or { problem } or { broken: status } or { unreachable: true }; an abort is thrown on. */
export async function check(request, key, signal) {
  const started = performance.now();
  let answer;
  try {
    answer = await fetch('/v1/checks', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(key ? { Authorization: `Bearer ${key}` } : { 'X-Playground': '1' }) },
      body: JSON.stringify(request),
      credentials: 'omit',
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
