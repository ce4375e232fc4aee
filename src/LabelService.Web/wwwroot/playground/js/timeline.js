// The days on which the answer changes, found by asking: once a half-year, then halving between two days that differ.
import { byId, el, svg } from './dom.js';
import { check } from './service.js';
import { FIRST, LAST, iso, number } from './day.js';
import { outcomeOf } from './findings.js';
import { day, t } from './strings.js';
import { talliesOf } from './verdict.js';

const STRIDE = 183;
const MOST_QUESTIONS = 400;
const WIDTH = 1000;
const HEIGHTS = { compliant: 3, 'action-required': 14, 'needs-review': 9 };

let known = { article: '', answers: new Map(), drawn: false };
let running = null;

export function stop() {
  running?.abort();
  running = null;
}

export function clear() {
  stop();
  known.drawn = false;
  byId('timeline').replaceChildren();
  byId('changes').replaceChildren();
}

const questionOf = (request) => ({ ...request, include: undefined, asOf: undefined });

/** Whether what is drawn is about this very request but for its day; what is about another one is wiped. */
export function drawn(request) {
  if (known.article === JSON.stringify(questionOf(request)) && known.drawn) return true;
  clear();
  return false;
}

/** Asks and draws; the answers for other days are kept while the rest of the request stays. */
export async function find(request, key, go) {
  stop();
  const question = questionOf(request);
  const article = JSON.stringify(question);
  if (known.article !== article) known = { article, answers: new Map(), drawn: false };
  const own = new AbortController();
  running = own;
  byId('changes').replaceChildren(t('timeline.searching'));
  try {
    const found = await search(question, key, own.signal, known.answers);
    draw(found, go);
    known.drawn = true;
  } catch (error) {
    if (error.name !== 'AbortError') byId('changes').replaceChildren(t('timeline.stopped'));
  }
}

async function search(question, key, signal, answers) {
  const ask = async (at) => {
    if (answers.has(at)) return answers.get(at);
    if (answers.size >= MOST_QUESTIONS) throw new Error('too many changes');
    const { report } = await check({ ...question, asOf: iso(at) }, key, signal);
    if (!report) throw new Error('refused');
    const answer = { verdict: report.verdict, outcome: outcomeOf(report), hints: hintsOf(report), tallies: talliesOf(report) };
    answers.set(at, answer);
    return answer;
  };
  const days = new Set([FIRST, LAST]);
  for (let at = FIRST; at < LAST; at += STRIDE) days.add(at);
  for (const at of [...days]) for (const hint of (await ask(at)).hints) days.add(hint).add(hint - 1);
  const sorted = [...days].filter((at) => at >= FIRST && at <= LAST).sort((a, b) => a - b);
  const stretches = [{ from: FIRST, ...(await ask(FIRST)) }];
  for (let i = 1; i < sorted.length; i++) await halve(sorted[i - 1], sorted[i], ask, stretches);
  return stretches;
}

/** Adds where the answer changes after `low` up to `high`. */
async function halve(low, high, ask, stretches) {
  const [before, after] = [await ask(low), await ask(high)];
  if (before.outcome === after.outcome) return;
  if (high - low === 1) {
    stretches.push({ from: high, ...after });
    return;
  }
  const middle = Math.floor((low + high) / 2);
  await ask(middle);
  await halve(low, middle, ask, stretches);
  await halve(middle, high, ask, stretches);
}

const hintsOf = (report) => report.disclosures
  .flatMap((d) => d.subjects.flatMap((s) => [s.listedFrom, s.listedUntil])).filter(Boolean).map(number);

function draw(stretches, go) {
  const x = (at) => ((at - FIRST) / (LAST - FIRST)) * WIDTH;
  byId('timeline').replaceChildren(...stretches.map((stretch, i) => {
    const height = HEIGHTS[stretch.verdict] ?? 3;
    const to = stretches[i + 1]?.from ?? LAST;
    return svg('rect', { x: x(stretch.from), y: 14 - height, width: Math.max(1, x(to) - x(stretch.from) - 1), height, class: `line-${stretch.verdict}` });
  }));
  const changes = stretches.slice(1);
  byId('changes').replaceChildren(...(changes.length === 0
    ? [t('timeline.none')]
    : [t('timeline.changes'), ' ', ...changes.map((change) => {
      const date = iso(change.from);
      const what = change.tallies.map((tally) => tally.text).join(', ') || t('timeline.nothing');
      return el('button', { type: 'button', class: 'chip change', 'data-verdict': change.verdict, title: t('timeline.jump', { verdict: t(`verdict.${change.verdict}`) }), on: { click: () => go(date) } },
        el('span', { class: 'change-day' }, day(date)), ' ', el('span', { class: 'change-what' }, what));
    })]));
}
