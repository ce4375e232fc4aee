// The pages for people are written by the server and work without this. It adds the switches of the head and what forms gain by a script.
import { remember, switchTheme } from '../playground/js/switches.js';

function switchLanguage(button) {
  remember('lang', button.dataset.lang);
  const address = new URL(location.href);
  address.searchParams.delete('lang');
  address.hash = '';
  location.replace(address);
}

/** What stands in an element: a text as it is, a list line by line. */
const textOf = (element) => (element.children.length > 0 ? [...element.children].map((child) => child.textContent.trim()).join('\n') : element.textContent.trim());

async function copy(button) {
  await navigator.clipboard.writeText(textOf(document.getElementById(button.dataset.copies)));
  button.textContent = '✓';
}

function showPassword(box) {
  document.getElementById(box.dataset.shows).type = box.checked ? 'text' : 'password';
}

document.addEventListener('click', (event) => {
  const copied = event.target.closest('[data-copies]');
  if (copied) copy(copied);
  const theme = event.target.closest('[data-theme-choice]');
  const language = event.target.closest('[data-lang]');
  if (theme) switchTheme(theme);
  else if (language) switchLanguage(language);
});
document.addEventListener('change', (event) => { if (event.target.matches('[data-shows]')) showPassword(event.target); });
for (const element of document.querySelectorAll('[data-needs-script]')) element.hidden = false;
document.documentElement.dataset.ready = 'true';
