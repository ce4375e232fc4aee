// The article's text: a plain textarea over a mirror of its lines that carries the marks. Only lines that changed are drawn again.
import { byId, el } from './dom.js';
import { lines, shift } from './segments.js';

const area = byId('body');
const mirror = byId('mirror');
const editor = byId('editor');

let drawn = [];
let spans = [];
let shownText = '';
let active = null;

export const text = () => area.value;

export function setText(value) {
  area.value = value;
  follow();
}

/** The text was edited: the marks move with it. */
export function follow() {
  spans = shift(spans, shownText, area.value);
  draw();
}

export function setSpans(found) {
  spans = found;
  draw();
}

export function setPaper(format) {
  editor.dataset.format = format;
}

/** The finding that was chosen, by its key; null for none. */
export function activate(key) {
  active = key;
  lightUp(key, 'active');
}

/** The finding whose card is looked at. */
export const hover = (key) => lightUp(key, 'hovered');

function lightUp(key, name) {
  for (const mark of mirror.querySelectorAll(`mark.${name}`)) mark.classList.remove(name);
  if (key) for (const mark of marksOf(key)) mark.classList.add(name);
}

/** Brings the place into view and selects it, so that keyboard and screen reader are there too. */
export function show(start, end, key) {
  activate(key);
  const line = area.value.slice(0, start).split('\n').length - 1;
  const mark = [...(mirror.children[line]?.querySelectorAll('mark') ?? [])].find((m) => m.dataset.keys.split(' ').includes(key));
  const wide = matchMedia('(pointer: fine)').matches;
  area.setSelectionRange(start, end);
  if (wide) area.focus({ preventScroll: true });
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  (mark ?? mirror.children[line])?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}

/** The finding under the caret, the one that covers least. */
export function keyAtCaret() {
  const at = area.selectionStart;
  const under = spans.filter((span) => span.start <= at && at <= span.end);
  under.sort((a, b) => (a.end - a.start) - (b.end - b.start));
  return under[0]?.key ?? null;
}

/** The next or the previous marked place from the caret, going round. */
export function neighbour(step) {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  if (sorted.length === 0) return null;
  const at = area.selectionStart;
  return step > 0 ? sorted.find((s) => s.start > at) ?? sorted[0] : sorted.findLast((s) => s.start < at) ?? sorted.at(-1);
}

const marksOf = (key) => [...mirror.querySelectorAll('mark')].filter((mark) => mark.dataset.keys.split(' ').includes(key));

function draw() {
  shownText = area.value;
  const wanted = lines(shownText, spans);
  let head = 0;
  while (head < drawn.length && head < wanted.length && same(drawn[head], wanted[head])) head++;
  let tail = 0;
  while (tail < drawn.length - head && tail < wanted.length - head && same(drawn.at(-1 - tail), wanted.at(-1 - tail))) tail++;
  const fresh = document.createDocumentFragment();
  for (const line of wanted.slice(head, wanted.length - tail)) fresh.append(lineElement(line));
  const range = document.createRange();
  range.setStart(mirror, head);
  range.setEnd(mirror, drawn.length - tail);
  range.deleteContents();
  mirror.insertBefore(fresh, mirror.childNodes[head] ?? null);
  drawn = wanted;
}

const same = (a, b) => a.text === b.text && a.sign === b.sign;

function lineElement(line) {
  const row = el('div');
  let at = 0;
  for (const part of line.parts) {
    row.append(line.text.slice(at, part.start), markElement(line.text.slice(part.start, part.end), part));
    at = part.end;
  }
  row.append(line.text.slice(at));
  if (line.text === '') row.append(el('br'));
  return row;
}

function markElement(content, part) {
  const keys = [...new Set(part.spans.map((span) => span.key))];
  const kind = part.spans.reduce((least, span) => (span.end - span.start < least.end - least.start ? span : least)).kind;
  return el('mark', {
    class: keys.includes(active) ? 'active' : null,
    'data-keys': keys.join(' '),
    'data-kind': kind,
    'data-numbers': part.opens.length > 0 ? part.opens.join(' · ') : null,
  }, content);
}
