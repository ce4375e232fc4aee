// The pages about registers are written by the server and work without this. It adds the switches of the head and, where the page is
// not open on the service's own machine, sends the key: it stays in this tab's memory, in no address and no cookie.
import { remember, switchTheme } from './switches.js';

const PAGES = /^\/registries(\/|$)/;
let key = '';
let last = { address: location.href };

/** Fetches a page of the service with the key and puts it in place of this one. */
async function show(address, { body = null, push = true } = {}) {
  last = { address, body };
  const main = document.getElementById('content');
  main.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, { method: body ? 'POST' : 'GET', body, headers: { Authorization: `Bearer ${key}` } });
    if (!(answer.headers.get('Content-Type') ?? '').startsWith('text/html')) throw new TypeError(`status ${answer.status}`);
    put(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    if (push && !body) history.pushState(null, '', address);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Nothing answered, or something else did: the browser's own page says so.
    location.assign(address);
  }
}

function put(page) {
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  document.body.replaceWith(document.adoptNode(page.body));
  (document.getElementById('tried-heading') ?? document.getElementById('results-heading') ?? document.getElementById('content')).focus();
}

function useKey(form) {
  key = form.querySelector('#key').value.trim();
  show(last.address, { body: last.body, push: false });
}

function submitted(event) {
  const form = event.target;
  if (form.id === 'key-form') {
    event.preventDefault();
    return useKey(form);
  }
  if (!key) return undefined;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form));
  if (form.method === 'post') return show(form.action, { body: fields });
  const address = new URL(form.action);
  address.search = fields;
  return show(address.href);
}

function switchLanguage(button) {
  remember('lang', button.dataset.lang);
  if (key) return show(last.address, { body: last.body, push: false });
  // What was tried stands in no address: it is sent again.
  if (document.getElementById('tried-heading')) return document.querySelector('.try-form').requestSubmit();
  const address = new URL(location.href);
  address.searchParams.delete('lang');
  address.hash = '';
  return location.replace(address);
}

function clicked(event) {
  const theme = event.target.closest('[data-theme-choice]');
  const language = event.target.closest('[data-lang]');
  const link = event.target.closest('a[href]');
  if (theme) return switchTheme(theme);
  if (language) return switchLanguage(language);
  const isOurs = key && link && link.origin === location.origin && PAGES.test(link.pathname) && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!isOurs) return undefined;
  event.preventDefault();
  return show(link.href);
}

document.addEventListener('submit', submitted);
document.addEventListener('click', clicked);
addEventListener('popstate', () => { if (key) show(location.href, { push: false }); });
document.documentElement.dataset.ready = 'true';
