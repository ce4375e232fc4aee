// Spans over a text → what to draw, line by line. Work grows with text plus spans, never with their product.

const MOST_KEYS = 8;

/** Cuts overlapping spans into stretches that do not overlap: [{ start, end, spans, opens }], in order. */
export function flatten(spans) {
  const events = spans.flatMap((span) => [{ at: span.start, span, opens: true }, { at: span.end, span, opens: false }]);
  events.sort((a, b) => a.at - b.at || a.opens - b.opens);
  const open = new Set();
  const stretches = [];
  let from = 0;
  for (let i = 0; i < events.length; ) {
    const at = events[i].at;
    if (open.size > 0 && at > from) stretches.push({ start: from, end: at, spans: first(open), opens: opening(open, from) });
    for (; i < events.length && events[i].at === at; i++) {
      if (events[i].opens) open.add(events[i].span);
      else open.delete(events[i].span);
    }
    from = at;
  }
  return stretches;
}

function first(open) {
  const some = [];
  for (const span of open) {
    some.push(span);
    if (some.length === MOST_KEYS) break;
  }
  return some;
}

const opening = (open, at) => [...new Set(first(open).filter((span) => span.start === at).map((span) => span.number))];

/** → [{ text, parts, sign }] a line; `parts` are stretches in the line's own columns; `sign` tells when a line looks different. */
export function lines(text, spans) {
  const stretches = flatten(spans);
  const result = [];
  let offset = 0;
  let next = 0;
  for (const line of text.split('\n')) {
    const end = offset + line.length;
    const parts = [];
    while (next < stretches.length && stretches[next].start < end) {
      const stretch = stretches[next];
      const start = Math.max(stretch.start, offset);
      if (stretch.end > start) parts.push({ ...stretch, start: start - offset, end: Math.min(stretch.end, end) - offset, opens: stretch.start < offset ? [] : stretch.opens });
      if (stretch.end > end) break;
      next++;
    }
    while (next < stretches.length && stretches[next].end <= end + 1) next++;
    result.push({ text: line, parts, sign: parts.map((p) => `${p.start}-${p.end}:${p.spans.map((s) => s.number + s.kind)}:${p.opens}`).join() });
    offset = end + 1;
  }
  return result;
}

/** Where the spans are after the text was edited; those that the edit touched are gone until the next answer. */
export function shift(spans, before, after) {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  const grown = after.length - before.length;
  return spans
    .filter((span) => span.end <= head || span.start >= before.length - tail)
    .map((span) => (span.end <= head ? span : { ...span, start: span.start + grown, end: span.end + grown }));
}
