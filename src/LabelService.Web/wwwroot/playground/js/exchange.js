// Request and response, to read and to copy.
import { el } from './dom.js';
import { t } from './strings.js';
import { copyButton } from './clipboard.js';
import { curl } from './request.js';

const MOST_SHOWN = 20000;

export function renderExchange(panel, request, report) {
  panel.replaceChildren(
    part(t('exchange.curl'), curl(request, location.origin), t('exchange.curlHint'), 'curl'),
    part(t('exchange.request'), JSON.stringify(request, null, 2), null, 'request'),
    part(t('exchange.response'), JSON.stringify(report, null, 2), null, 'response'));
}

function part(name, text, hint, id) {
  const cut = text.length > MOST_SHOWN;
  return el('section', { class: 'exchange', 'data-part': id },
    el('div', { class: 'bar' }, el('h3', { class: 'part' }, name), copyButton(name, () => text)),
    hint ? el('p', { class: 'hint' }, hint) : null,
    el('pre', { class: 'code', tabindex: '0', role: 'region', 'aria-label': name }, cut ? `${text.slice(0, MOST_SHOWN)}\n…` : text),
    cut ? el('p', { class: 'hint' }, t('exchange.cut')) : null);
}
