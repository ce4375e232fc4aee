// The findings, a card each: what, in what state, why, by which law, where.
import { el, link, shorten } from './dom.js';
import { count, day, language, t, word } from './strings.js';
import { copyButton } from './clipboard.js';

const MOST_PLACES = 12;

/** `act.show(evidence, key)` goes to a place; `act.hover(key)` marks it while a card is looked at. */
export function renderCards(panel, report, findings, act) {
  const cards = findings.map((finding) => card(finding, act));
  const notes = notesOf(report);
  panel.replaceChildren(
    ...(notes.length > 0 ? [el('aside', { class: 'notes', 'aria-label': t('notes.heading') }, el('ul', {}, notes.map((n) => el('li', {}, n))))] : []),
    cards.length > 0 ? el('ol', { class: 'cards' }, cards) : el('p', { class: 'none' }, t('findings.none')));
}

function notesOf(report) {
  const partial = report.coverage === 'partial' && report.notices.length === 0 ? [t('coverage.partial')] : [];
  return [...partial, ...report.notices.map((notice) => notice.message)];
}

function card(finding, act) {
  const { data } = finding;
  return el('li', {
    class: 'card', id: finding.key, 'data-status': finding.status, 'data-kind': finding.kind,
    on: { mouseenter: () => act.hover(finding.key), mouseleave: () => act.hover(null), focusin: () => act.hover(finding.key) },
  },
  el('div', { class: 'card-head' },
    el('span', { class: 'number', 'aria-hidden': 'true' }, finding.number),
    el('h3', {}, titleOf(finding)),
    el('span', { class: 'status', 'data-status': finding.status }, t(`status.${finding.status}`))),
  el('p', { class: 'why' }, whyOf(finding)),
  finding.kind === 'disclosure' ? texts(data) : null,
  el('dl', { class: 'facts' }, factsOf(finding).map(([name, ...values]) => [el('dt', {}, name), values.map((v) => el('dd', {}, v))])),
  places(finding, act));
}

function titleOf({ kind, data }) {
  if (kind === 'disclosure') return word('type', data.type);
  if (kind === 'age') return t('type.age', { value: data.value });
  if (kind === 'flag') return t('type.flag');
  return t(`type.${kind}`, { name: data.name });
}

function whyOf({ kind, data }) {
  if (kind === 'source') return t(`source.${data.origin}`);
  return kind === 'quoted' ? t('quoted.why') : data.why;
}

function texts(data) {
  const languages = Object.keys(data.text).sort((a, b) => (b === data.officialLanguage) - (a === data.officialLanguage));
  if (languages.length === 0) return null;
  const open = data.status !== 'present' && data.status !== 'unneeded';
  return el('details', { class: 'texts', open },
    el('summary', {}, t('finding.text')),
    languages.map((code) => el('figure', { class: 'text' },
      el('figcaption', {}, el('span', {}, code.toUpperCase(), code === data.officialLanguage ? ` · ${t('finding.official')}` : ''), copyButton(`${t('finding.text')}, ${code}`, () => data.text[code])),
      el('blockquote', { lang: code }, data.text[code]))));
}

function factsOf({ kind, data }) {
  const rows = [];
  if (kind === 'disclosure') {
    if (data.subjects.length > 0) rows.push([t('finding.subject'), ...data.subjects.map(subject)]);
    if (data.legalBasis.length > 0) rows.push([t('finding.law'), ...data.legalBasis.map((law) => link([law.act, law.article].filter(Boolean).join(' '), law.url))]);
    if (data.placement) rows.push([t('finding.place'), word('place', data.placement)]);
    const form = formOf(data.presentation);
    if (form) rows.push([t('finding.form'), form]);
    if (data.needs.length > 0) rows.push([t('finding.needs'), ...data.needs.map((path) => el('code', {}, path))]);
    if (data.rule) rows.push([t('finding.rule'), rule(data.rule)]);
    rows.push([t('finding.confidence'), `${Math.round(data.confidence * 100)} %`]);
  } else if (kind === 'age') {
    if (data.declared) rows.push([t('finding.declared'), data.declared]);
    if (data.rules.length > 0) rows.push([t('finding.rules'), ...data.rules.map(rule)]);
    rows.push([t('finding.scale'), data.scale]);
  } else if (kind === 'flag') {
    rows.push([t('finding.rule'), rule(data.rule)]);
  }
  return rows;
}

const rule = (id) => el('code', {}, id);

function subject(s) {
  const name = language === 'en' ? s.nameEn ?? s.name : s.name;
  const period = s.listedUntil
    ? t('finding.subjectUntil', { registry: s.registry, from: day(s.listedFrom), until: day(s.listedUntil) })
    : t('finding.subjectSince', { registry: s.registry, from: day(s.listedFrom) });
  return [el('span', { class: 'subject' }, name), ` · ${word('role', s.role)} · ${period}`];
}

function formOf(form) {
  if (!form) return '';
  return [
    form.minFontRatio && t('form.fontRatio', { ratio: form.minFontRatio.toLocaleString(language) }),
    form.contrast && t('form.contrast'),
    form.minSeconds && t('form.seconds', { seconds: form.minSeconds }),
    form.minScreenShare && t('form.screen', { share: Math.round(form.minScreenShare * 100) }),
    form.note,
  ].filter(Boolean).join(', ');
}

function places(finding, act) {
  const list = finding.evidence.slice(0, MOST_PLACES);
  if (list.length === 0) return finding.status === 'missing' || finding.kind === 'age' ? null : el('p', { class: 'no-place' }, t('finding.noEvidence'));
  const more = finding.evidence.length - list.length;
  return el('ul', { class: 'places', 'aria-label': t('finding.evidence') },
    list.map((evidence) => el('li', {}, placeButton(evidence, finding.key, act))),
    more > 0 ? el('li', { class: 'more' }, count('finding.more', more)) : null);
}

export function placeButton(evidence, key, act) {
  const quote = shorten(evidence.text ?? evidence.quote ?? evidence.field, 140);
  const tail = (evidence.prefix ?? '').slice(-24).replace(/\s+/g, ' ').trimStart();
  const lead = (evidence.suffix ?? '').slice(0, 24).replace(/\s+/g, ' ').trimEnd();
  return el('button', { type: 'button', class: 'place', title: t('finding.show'), on: { click: () => act.show(evidence, key) } },
    el('span', { class: 'place-kind', 'data-kind': evidence.kind }, t(`evidence.${evidence.kind}`)),
    el('span', { class: 'place-text' }, tail ? el('span', { class: 'around' }, `…${tail}`) : null, el('q', {}, quote), lead ? el('span', { class: 'around' }, `${lead}…`) : null),
    evidence.field === 'body' ? null : el('span', { class: 'place-field' }, t('finding.inField', { field: evidence.field })));
}
