import { byId, el } from './dom.js';
import { count, day, t } from './strings.js';

const SIGNS = { compliant: '✓', 'action-required': '!', 'needs-review': '?' };

/** The verdict in words and a sign; colour only repeats it. */
export function renderVerdict(report, milliseconds) {
  const place = byId('verdict');
  const when = report.asOf.date ? t('verdict.on', { date: day(report.asOf.date) }) : t('verdict.onUnknown');
  place.dataset.verdict = report.verdict;
  place.replaceChildren(
    el('p', { class: 'verdict-sign', 'aria-hidden': 'true' }, SIGNS[report.verdict] ?? '·'),
    el('div', { class: 'verdict-body' },
      el('p', { class: 'verdict-word' }, t(`verdict.${report.verdict}`)),
      el('p', { class: 'verdict-text' }, t(`verdict.${report.verdict}.text`, { day: when })),
      el('p', { class: 'verdict-counts' }, talliesOf(report).map((c) => el('span', { class: 'tally', 'data-status': c.status }, c.text)))),
    el('p', { class: 'took', 'aria-hidden': 'true' }, t('result.took', { ms: milliseconds })));
}

/** How many of what it asks for are in which state: [{ status, text }]. */
export function talliesOf(report) {
  const statuses = [...report.disclosures, ...(report.ageRatings ?? [report.ageRating])].filter(Boolean).map((d) => d.status);
  return ['missing', 'incorrect', 'pending', 'present', 'unneeded']
    .map((status) => ({ status, number: statuses.filter((s) => s === status).length }))
    .filter((c) => c.number > 0)
    .map((c) => ({ status: c.status, text: count(`verdict.count.${c.status}`, c.number) }));
}

export function renderNoVerdict() {
  const place = byId('verdict');
  place.dataset.verdict = '';
  place.replaceChildren();
}
