// The page of a draft: its files in an editor, what is wrong and what the cases say as one types, a sample, a trial on stored articles.
// The server writes every answer as a part of the page; this puts it in place and marks the places in the text.
const bench = document.getElementById('bench');
const words = Object.fromEntries([...document.querySelectorAll('#bench-texts [data-key]')].map((li) => [li.dataset.key, li.textContent]));
const token = document.querySelector('meta[name="antiforgery"]')?.content ?? '';
const isOpen = bench.dataset.open === 'yes';
const plain = [...document.querySelectorAll('.plain-file')];
// The rules first, then their cases.
const files = new Map(plain.map((area) => [area.dataset.path, area.value]).sort(([a], [b]) => (b === 'pack.yaml') - (a === 'pack.yaml')));
const kept = new Map();
let revision = Number(bench.dataset.revision);
let shown = 'pack.yaml';
let unsaved = false;
let editor = null;
let asked = 0;
let timer = 0;
let asking = null;

const byId = (id) => document.getElementById(id);
const schemaOf = (path) => (path === 'pack.yaml' ? 'pack' : 'cases');
const schemas = new Map();

async function call(address, body, signal) {
  return fetch(address, {
    method: 'POST', signal, headers: { 'Content-Type': 'application/json', 'X-Antiforgery': token }, body: JSON.stringify(body),
  });
}

async function schema(path) {
  const name = schemaOf(path);
  if (!schemas.has(name)) {
    const answer = await fetch(`/workshop/schema/${name}.json?lang=${bench.dataset.language}`);
    schemas.set(name, answer.ok ? await answer.json() : null);
  }
  return schemas.get(name);
}

function say(text) { byId('saved').textContent = text; }

function changed(text) {
  files.set(shown, text);
  unsaved = true;
  say(words.unsaved);
  later();
}

/** Asks when the typing has paused. */
function later() {
  clearTimeout(timer);
  timer = setTimeout(inspect, 350);
}

function sample() {
  const body = byId('sample-body').value;
  if (!body.trim()) return null;
  const value = (id) => byId(id).value || null;
  return {
    body, title: null, kind: value('sample-kind'), asOf: value('sample-as-of'), publishedAt: value('sample-published'), source: value('sample-source'),
    language: null, jurisdictions: null, attributes: value('sample-attributes'),
  };
}

async function inspect() {
  const mine = ++asked;
  // What was asked before is of no use any more; the service need not finish it.
  asking?.abort();
  asking = new AbortController();
  let html;
  try {
    const answer = await call('/workshop/inspect', { files: Object.fromEntries(files), sample: sample() }, asking.signal);
    html = await answer.text();
  } catch {
    html = null;
  }
  if (mine !== asked) return;
  if (html === null) { say(words.lost); return; }
  const part = new DOMParser().parseFromString(html, 'text/html');
  byId('sample-result').replaceChildren(...(part.getElementById('sample-answer')?.content.childNodes ?? []));
  byId('proof').replaceChildren(...part.body.childNodes);
  markText();
}

/** Errors, warnings and coverage of the file that is shown. */
function markText() {
  if (!editor) return;
  const marks = [...document.querySelectorAll('#proof [data-mark]')].filter((li) => li.dataset.file === shown);
  const at = (li) => ({ line: Number(li.dataset.line), column: Number(li.dataset.column), message: li.querySelector('[data-message]').textContent });
  editor.mark(marks.filter((li) => !('gap' in li.dataset)).map((li) => ({ ...at(li), severity: li.dataset.severity })));
  const gaps = new Map(marks.filter((li) => 'gap' in li.dataset).map((li) => [at(li).line, at(li).message]));
  const covered = [...document.querySelectorAll('#proof [data-covered]')].filter((li) => li.dataset.file === shown);
  editor.cover([
    ...[...gaps].map(([line, message]) => ({ line, sign: '○', words: message })),
    ...covered.filter((li) => !gaps.has(Number(li.dataset.line))).map((li) => ({ line: Number(li.dataset.line), sign: '●', words: `${words.coverBoth} (${li.textContent})` })),
  ]);
}

function tabs() {
  const list = byId('file-tabs');
  list.replaceChildren(...[...files.keys()].map((path) => {
    const tab = document.createElement('button');
    Object.assign(tab, { type: 'button', textContent: path, id: `file-${path.replace(/[^a-z0-9]/g, '-')}` });
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-selected', String(path === shown));
    tab.setAttribute('aria-controls', 'editor-host');
    tab.tabIndex = path === shown ? 0 : -1;
    tab.dataset.path = path;
    return tab;
  }));
  byId('editor-host').setAttribute('aria-labelledby', `file-${shown.replace(/[^a-z0-9]/g, '-')}`);
}

async function show(path) {
  if (editor) kept.set(shown, editor.keep());
  shown = path;
  tabs();
  if (!editor) {
    for (const area of plain) area.hidden = area.dataset.path !== path;
    return;
  }
  if (kept.has(path)) editor.restore(kept.get(path)); else editor.show(files.get(path), await schema(path));
  markText();
}

async function save() {
  if (!isOpen) return true;
  say(words.saving);
  let answer;
  try {
    answer = await call(`/workshop/drafts/${bench.dataset.draft}/save`, { revision, files: Object.fromEntries(files), rebase: byId('rebase')?.checked ?? false });
  } catch {
    say(words.lost);
    return false;
  }
  if (!answer.ok) {
    const part = new DOMParser().parseFromString(await answer.text(), 'text/html');
    say(part.body.textContent.trim() || words.lost);
    return false;
  }
  const done = await answer.json();
  revision = done.revision;
  for (const field of document.querySelectorAll('input[name="revision"]')) field.value = revision;
  unsaved = false;
  say(words.saved);
  byId('pack-name').textContent = done.pack;
  return true;
}

function askForFile() {
  const form = byId('file-form');
  form.hidden = !form.hidden;
  byId('add-file').setAttribute('aria-expanded', String(!form.hidden));
  if (!form.hidden) byId('file-name').select();
}

async function addFile(event) {
  event.preventDefault();
  const name = byId('file-name').value.trim();
  if (!files.has(name)) files.set(name, 'cases:\n');
  askForFile();
  await show(name);
  editor?.focus();
  later();
}

async function attempt(event) {
  event.preventDefault();
  const effect = byId('effect');
  effect.setAttribute('aria-busy', 'true');
  effect.textContent = words.waiting;
  const file = byId('try-file').files[0];
  try {
    const answer = await call('/workshop/try', {
      files: Object.fromEntries(files), limit: Number(byId('try-limit').value) || 1000, articles: file ? await file.text() : null,
    });
    effect.replaceChildren(...new DOMParser().parseFromString(await answer.text(), 'text/html').body.childNodes);
  } catch {
    effect.textContent = words.lost;
  }
  effect.removeAttribute('aria-busy');
}

document.addEventListener('click', async (event) => {
  const jump = event.target.closest('.jump');
  if (jump && files.has(jump.dataset.file)) {
    if (jump.dataset.file !== shown) await show(jump.dataset.file);
    editor?.select(Number(jump.dataset.line), Number(jump.dataset.column));
  }
  const tab = event.target.closest('#file-tabs [role="tab"]');
  if (tab) { await show(tab.dataset.path); byId('file-tabs').querySelector('[aria-selected="true"]').focus(); }
});

byId('file-tabs').addEventListener('keydown', async (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const paths = [...files.keys()];
  await show(paths[(paths.indexOf(shown) + step + paths.length) % paths.length]);
  byId('file-tabs').querySelector('[aria-selected="true"]').focus();
});

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') { event.preventDefault(); save(); }
});

document.addEventListener('submit', async (event) => {
  if (!('saves' in event.target.dataset) || !unsaved) return;
  event.preventDefault();
  if (await save()) event.target.submit();
});

window.addEventListener('beforeunload', (event) => { if (unsaved) event.preventDefault(); });

async function begin() {
  tabs();
  try {
    const { makeEditor } = await import('./editor.bundle.js');
    editor = makeEditor(byId('editor-host'), { label: words.label, onChange: changed, onSave: save, phrases: {} });
    for (const area of plain) area.remove();
    editor.show(files.get(shown), await schema(shown));
  } catch {
    // Built without the editor: the plain fields stay.
    byId('editor-host').hidden = true;
    say(words.plain);
    for (const area of plain) area.addEventListener('input', () => changed(area.value));
  }
  bench.dataset.ready = 'yes';
  await inspect();
}

byId('save')?.addEventListener('click', save);
byId('add-file')?.addEventListener('click', askForFile);
byId('file-form')?.addEventListener('submit', addFile);
byId('try-form').addEventListener('submit', attempt);
byId('sample-form').addEventListener('input', later);
byId('sample-form').addEventListener('submit', (event) => event.preventDefault());
begin();
