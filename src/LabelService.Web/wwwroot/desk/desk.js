// The moderators' pages work as plain forms. This adds keys, keeps a claim alive and keeps the queue up to date.
const keysHost = document.getElementById('desk-keys');
const keys = keysHost ? JSON.parse(keysHost.dataset.keys) : {};
const actions = Object.fromEntries(Object.entries(keys).filter(([, key]) => key).map(([action, key]) => [key, action]));
const codes = { BracketLeft: '[', BracketRight: ']', Semicolon: ';', Quote: "'", Comma: ',', Period: '.', Slash: '/', Backquote: '`' };

for (const element of document.querySelectorAll('[data-key]')) {
  if (keys[element.dataset.key]) element.setAttribute('aria-keyshortcuts', keys[element.dataset.key]);
}

/** The key as a Latin keyboard has it, whatever layout is switched on. */
function keyOf(event) {
  if (/^[!-~]$/.test(event.key)) return event.key.toLowerCase();
  if (/^Key[A-Z]$/.test(event.code)) return event.code[3].toLowerCase();
  return event.shiftKey ? '' : codes[event.code] ?? '';
}

const isField = (element) => element?.matches?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');

// Cards of the desk, rows of the queue.
const cards = () => [...document.querySelectorAll('.question')];
const rows = () => [...document.querySelectorAll('.line-title')];

function currentCard() {
  const all = cards();
  return document.activeElement?.closest('.question') ?? all.find((card) => card.dataset.open === 'yes') ?? all[0];
}

/** Beside the questions, the article shows the words that the question is about. */
function showPlace(card) {
  const pane = document.querySelector('.desk-text');
  const place = card && document.getElementById(card.id.replace('question', 'place'));
  if (!place || pane.scrollHeight <= pane.clientHeight) return;
  const [top, height] = [place.getBoundingClientRect().top - pane.getBoundingClientRect().top, pane.clientHeight];
  if (top < 0 || top > height - 40) pane.scrollTop += top - height / 3;
}

function move(step) {
  const all = cards().length ? cards() : rows();
  if (all.length === 0) return;
  const at = all.findIndex((one) => one === document.activeElement || one.contains(document.activeElement));
  const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step))];
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  showPlace(next);
}

function unfold(fold) {
  if (!fold) return false;
  fold.open = true;
  const field = fold.querySelector('textarea, input:not([type=hidden]), select');
  (field ?? fold).focus();
  field?.select?.();
  return true;
}

/** A button that needs a reason first, in its own form. */
function askWhy(button) {
  const reason = button?.form.elements.reason;
  if (!reason) return;
  if (reason.value.trim()) button.click(); else reason.focus();
}

function press(action) {
  const card = currentCard();
  switch (action) {
    case 'next-card': return move(1);
    case 'previous-card': return move(-1);
    case 'approve': return (card ?? document).querySelector('[data-key=approve]')?.click();
    case 'reject': return unfold(card?.querySelector('[data-fold=reject]')) || askWhy(document.querySelector('button[data-send]'));
    case 'edit': case 'not-this': case 'remember': return unfold(card?.querySelector(`[data-fold=${action}]`));
    case 'filter': return unfold(document.querySelector('.filter'));
    case 'escalate': case 'comment': case 'ask': case 'appeal': return unfold(document.querySelector(`[data-fold=${action}]`));
    case 'help': return document.getElementById('help').showModal();
    case 'group': return (card ?? document).querySelector('[data-key=group]')?.click();
    default: return document.querySelector(`[data-key="${action}"]`)?.click();
  }
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  const field = isField(event.target);
  if (field && event.key === 'Escape') { event.target.blur(); event.target.closest('.question')?.focus(); return; }
  if (field && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    const form = event.target.form;
    form?.requestSubmit(form.querySelector('[data-send]') ?? form.querySelector('[type=submit]'));
    return;
  }
  if (field || event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]')) return;
  const action = actions[keyOf(event)];
  if (!action || event.repeat && !action.endsWith('-card')) return;
  event.preventDefault();
  press(action);
});

// A form is sent once, and with it the page is left: renewed meanwhile, what was just given back would be claimed again.
const sent = new WeakSet();
let leaving = false;
document.addEventListener('submit', (event) => {
  if (event.target.method === 'dialog' || event.target.method === 'get') return;
  if (sent.has(event.target)) { event.preventDefault(); return; }
  sent.add(event.target);
  leaving = true;
});
addEventListener('pagehide', () => { leaving = true; });
addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });

document.addEventListener('click', async (event) => {
  if (event.target.closest('button[data-key=help]')) { press('help'); return; }
  const part = event.target.closest('a[data-part]');
  if (!part || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const address = new URL(part.href);
  address.searchParams.set('part', 'list');
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) { location.href = part.href; return; }
  const host = document.getElementById(part.dataset.part);
  host.innerHTML = await answer.text();
  host.tabIndex = -1;
  host.focus();
});

showPlace(currentCard());
document.addEventListener('focusin', (event) => { const card = event.target.closest?.('.question'); if (card) showPlace(card); });

// The claim lives as long as the page does.
const desk = document.getElementById('desk');
const lease = Number(desk?.dataset.lease ?? 0);
if (lease > 0) {
  const token = document.querySelector('meta[name=antiforgery]')?.content ?? '';
  const told = document.getElementById('lease-told');
  const renew = async () => {
    if (leaving) return;
    const answer = await fetch(`/queue/${desk.dataset.review}/renew`, { method: 'POST', headers: { 'X-Antiforgery': token } }).catch(() => null);
    if (!answer || answer.status >= 500 || answer.status === 429) return;
    // What was typed stays where it is, and can be sent all the same: the service says then what became of it.
    const words = answer.ok ? '' : answer.headers.get('content-type')?.startsWith('text/plain') ? await answer.text() : desk.dataset.lost;
    if (words !== told.textContent) told.textContent = words;
    told.hidden = answer.ok;
    document.getElementById('yours').hidden = !answer.ok;
  };
  setInterval(renew, lease * 1000 / 3);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) renew(); });
}

for (const form of document.querySelectorAll('form[data-after]')) {
  setTimeout(() => { form.hidden = false; }, Math.max(0, Date.parse(form.dataset.after) - Date.now()) + 500);
}

// The queue changes by itself; where the focus is, it stays.
const list = document.getElementById('queue-list');
let fetching = false;
let again = false;

function place() {
  const link = document.activeElement?.closest?.('a');
  return link && list.contains(link) ? link.getAttribute('href') : null;
}

async function refresh(isNews) {
  if (fetching) { again ||= isNews; return; }
  fetching = true;
  const address = new URL(location.href);
  address.searchParams.set('part', 'list');
  const answer = await fetch(address).catch(() => null);
  if (answer?.ok && answer.headers.get('content-type')?.startsWith('text/html')) {
    const text = await answer.text();
    const here = place();
    const before = list.textContent;
    list.innerHTML = text;
    if (here) [...list.querySelectorAll('a')].find((link) => link.getAttribute('href') === here)?.focus({ preventScroll: true });
    const news = document.getElementById('queue-news');
    if (isNews && before !== list.textContent) {
      news.textContent = '';
      setTimeout(() => { news.textContent = news.dataset.changed; }, 50);
    }
  }
  fetching = false;
  if (again) { again = false; setTimeout(refresh, 500, true); }
}

if (list) {
  // A browser has six connections to a service: only a tab that is looked at holds one.
  let events = null;
  const listen = () => {
    events?.close();
    events = document.hidden ? null : new EventSource(list.dataset.events);
    if (events) events.onmessage = () => refresh(true);
  };
  listen();
  document.addEventListener('visibilitychange', () => { listen(); if (!document.hidden) refresh(true); });
  setInterval(() => { if (!document.hidden) refresh(false); }, 60_000);
  addEventListener('pagehide', () => events?.close());
}
document.documentElement.dataset.desk = 'ready';
