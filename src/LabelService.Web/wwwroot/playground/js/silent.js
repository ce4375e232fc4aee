// What did not fire and why; near misses; for completeness what fired.
import { el } from './dom.js';
import { t } from './strings.js';
import { placeButton } from './cards.js';

export function renderSilent(panel, report, act) {
  const trace = report.trace ?? [];
  const quiet = trace.filter((line) => !line.fired);
  const loud = trace.filter((line) => line.fired);
  panel.replaceChildren(
    el('h3', { class: 'part' }, t('silent.rules')),
    quiet.length > 0 ? rules(quiet) : el('p', { class: 'none' }, t(trace.length > 0 ? 'silent.noRules' : 'silent.nothingLoaded')),
    el('h3', { class: 'part' }, t('silent.nearMisses')),
    misses(report.nearMisses ?? [], act),
    ...(loud.length > 0 ? [el('h3', { class: 'part' }, t('silent.fired')), rules(loud)] : []));
}

const rules = (lines) => el('ul', { class: 'trace' }, lines.map((line) => el('li', { 'data-fired': String(line.fired) },
  el('p', { class: 'trace-rule' }, el('code', {}, line.rule), el('span', { class: 'trace-pack' }, line.pack, ' · ', line.jurisdiction)),
  el('p', { class: 'trace-why' }, line.why))));

function misses(list, act) {
  if (list.length === 0) return el('p', { class: 'none' }, t('silent.noNearMisses'));
  return el('ul', { class: 'trace' }, list.map((miss) => el('li', {},
    el('p', { class: 'trace-rule' }, el('span', {}, miss.name), el('span', { class: 'trace-pack' }, miss.entityId)),
    el('p', { class: 'trace-why' }, miss.why),
    miss.evidence ? placeButton(miss.evidence, '', act) : null)));
}

export const silentCount = (report) => (report.trace ?? []).filter((line) => !line.fired).length;
