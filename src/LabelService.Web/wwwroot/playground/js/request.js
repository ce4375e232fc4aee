// What is asked of the service, from what is on the page; and the same as a command.
import { byId } from './dom.js';

const inputs = () => [...document.querySelectorAll('[data-field]')];

const value = (name) => {
  const input = document.querySelector(`[data-field="${name}"]`);
  return input.type === 'checkbox' ? input.checked : input.value.trim();
};

const party = (name, url) => (name || url ? { ...(name && { name }), ...(url && { url }) } : undefined);

export const format = () => document.querySelector('input[name="format"]:checked').value;

export function setFormat(wanted) {
  document.querySelector(`input[name="format"][value="${wanted}"]`).checked = true;
}

export const filledFields = () =>
  inputs().filter((i) => (i.type === 'checkbox' ? i.checked : i.dataset.field === 'kind' ? i.value !== 'news' : i.value.trim() !== '')).length;

/** The request in the contract's shape; what is not given is not in it. */
export function build(day, languages) {
  const author = value('author');
  const attributes = {
    ...(value('ageMark') && { ageMark: value('ageMark') }),
    ...(value('sponsored') && { sponsored: true }),
    ...(value('advertiser') && { advertiser: value('advertiser') }),
    ...(value('erid') && { erid: value('erid') }),
  };
  const jurisdictions = value('jurisdictions').split(/[\s,;]+/).filter(Boolean);
  const article = {
    url: value('url') || undefined,
    title: value('title') || undefined,
    lead: value('lead') || undefined,
    body: byId('body').value,
    format: format(),
    publishedAt: value('publishedAt') || undefined,
    kind: value('kind') === 'news' ? undefined : value('kind'),
    authors: author ? [{ name: author }] : undefined,
    publisher: party(value('publisher'), value('publisherUrl')),
    source: party(value('source'), value('sourceUrl')),
    attributes: Object.keys(attributes).length > 0 ? attributes : undefined,
  };
  return {
    article,
    ...(day && { asOf: day }),
    ...(jurisdictions.length > 0 && { jurisdictions }),
    languages,
    include: ['labelled', 'trace', 'near-misses'],
    store: false,
  };
}

/** A command for a POSIX shell. The body goes in by a here-document, so that no character of an article means anything to the shell. */
export function curl(request, origin) {
  return [
    `curl -sS '${origin}/v1/checks' \\`,
    '  -H "Authorization: Bearer $LABELS_KEY" \\',
    "  -H 'Content-Type: application/json' \\",
    "  --data-binary @- <<'JSON'",
    JSON.stringify(request, null, 2),
    'JSON',
    '',
  ].join('\n');
}
