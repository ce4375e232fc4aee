// The labelled article as readers would see it. Its HTML is treated as hostile although the service has cleaned it.
import { el } from './dom.js';
import { count, t } from './strings.js';
import { copyButton } from './clipboard.js';

let view = 'page';

export function renderLabelled(panel, labelled) {
  const views = {
    page: { name: t('labelled.page'), text: () => labelled.html, show: () => frame(labelled.html) },
    text: { name: t('labelled.text'), text: () => labelled.text, show: () => el('pre', { class: 'paper', tabindex: '0', 'aria-label': t('labelled.text') }, labelled.text) },
    jsonLd: {
      name: t('labelled.jsonLd'),
      text: () => JSON.stringify(labelled.jsonLd, null, 2),
      show: () => el('pre', { class: 'code', tabindex: '0', 'aria-label': t('labelled.jsonLd') }, JSON.stringify(labelled.jsonLd, null, 2)),
    },
  };
  const choose = (name) => () => { view = name; renderLabelled(panel, labelled); panel.querySelector(`[data-view="${name}"]`).focus(); };
  panel.replaceChildren(
    el('div', { class: 'bar' },
      el('div', { class: 'switch', role: 'group', 'aria-label': t('labelled.view') },
        Object.entries(views).map(([name, v]) => el('button', { type: 'button', 'data-view': name, 'aria-pressed': String(name === view), on: { click: choose(name) } }, v.name))),
      copyButton(view === 'page' ? 'HTML' : views[view].name, views[view].text)),
    labelled.leftOut.length > 0 ? el('p', { class: 'note' }, count('labelled.leftOut', labelled.leftOut.length)) : '',
    views[view].show(),
    el('p', { class: 'hint' }, t('labelled.note')));
}

/**
 * A frame without scripts, forms, popups or an origin of its own; on top of the page's policy, which it inherits, its own forbids
 * everything but our style sheets. So nothing in it can run, load or send.
 */
function frame(html) {
  const policy = `default-src 'none'; style-src ${location.origin}/playground/css/ ${location.origin}/labels/; img-src data:`;
  const dark = getComputedStyle(document.documentElement).colorScheme === 'dark';
  const source = `<!DOCTYPE html><html data-theme="${dark ? 'dark' : 'light'}"><head><meta charset="utf-8">`
    + `<meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank">`
    + `<link rel="stylesheet" href="${location.origin}/playground/css/preview.css">`
    + `<link rel="stylesheet" href="${location.origin}/labels/labels.css"></head><body>${html}</body></html>`;
  return el('iframe', { class: 'paper', title: t('labelled.frame'), sandbox: '', referrerpolicy: 'no-referrer', srcdoc: source });
}
