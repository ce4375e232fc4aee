// What went wrong, in words: the service's own (problem+json), or that it could not be reached.
import { byId, el } from './dom.js';
import { t } from './strings.js';

/** `act.retry()` asks again; `act.askKey()` shows the field for an API key. */
export function renderProblem(outcome, act) {
  const { problem } = outcome;
  const heading = outcome.unreachable ? t('problem.unreachable') : problem ? t('problem.heading') : t('problem.broken');
  const detail = outcome.unreachable
    ? t('problem.unreachableText')
    : problem ? problem.detail ?? problem.title ?? '' : t('problem.brokenText', { status: outcome.broken });
  const place = byId('problem');
  place.replaceChildren(el('div', { class: 'problem', role: 'alert' },
    el('h3', {}, heading),
    el('p', { class: 'problem-detail' }, detail),
    problem?.errors ? faults(problem.errors) : null,
    problem?.retryAfter ? el('p', {}, t('problem.retryIn', { seconds: problem.retryAfter })) : null,
    problem ? el('p', { class: 'problem-small' }, `${problem.status} · ${t('problem.code')} `, el('code', {}, problem.code ?? '–'), problem.traceId ? ` · ${t('problem.trace')} ${problem.traceId}` : '') : null,
    el('p', { class: 'problem-acts' },
      problem?.status === 401 ? el('button', { type: 'button', class: 'primary', on: { click: act.askKey } }, t('problem.key')) : null,
      el('button', { type: 'button', class: 'quiet', on: { click: act.retry } }, t('problem.retry')))));
  place.hidden = false;
}

const faults = (errors) => el('dl', { class: 'faults' }, Object.entries(errors).map(([path, messages]) =>
  [el('dt', {}, el('code', {}, path)), [messages].flat().map((message) => el('dd', {}, message))]));

export function hideProblem() {
  byId('problem').hidden = true;
  byId('problem').replaceChildren();
}
