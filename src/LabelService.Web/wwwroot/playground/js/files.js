// Opening and dropping files.
import { byId } from './dom.js';
import { t } from './strings.js';

const LIMIT = 2 * 1024 * 1024;
const FORMATS = { html: 'html', htm: 'html', xhtml: 'html', md: 'markdown', markdown: 'markdown' };

export function startFiles(put) {
  const editor = byId('editor');
  const picker = byId('file');
  byId('open-file').addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => { read(picker.files[0], put); picker.value = ''; });
  const holdsFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
  // A file that misses the editor must not replace the page.
  for (const name of ['dragover', 'drop']) window.addEventListener(name, (event) => { if (holdsFiles(event)) event.preventDefault(); });
  editor.addEventListener('dragover', (event) => { if (holdsFiles(event)) editor.classList.add('dropping'); });
  editor.addEventListener('dragleave', (event) => { if (!editor.contains(event.relatedTarget)) editor.classList.remove('dropping'); });
  editor.addEventListener('drop', (event) => {
    editor.classList.remove('dropping');
    if (holdsFiles(event)) read(event.dataTransfer.files[0], put);
  });
}

async function read(file, put) {
  if (!file) return;
  const error = byId('file-error');
  error.hidden = true;
  if (file.size > LIMIT) {
    complain(error, t('article.tooLarge', { size: mebibytes(file.size), limit: mebibytes(LIMIT) }));
    return;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    put(text, FORMATS[file.name.split('.').pop().toLowerCase()] ?? 'text');
  } catch {
    complain(error, t('article.notText', { name: file.name }));
  }
}

const mebibytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

function complain(place, text) {
  place.textContent = text;
  place.hidden = false;
}
