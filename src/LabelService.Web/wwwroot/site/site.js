// The pages for people are written by the server and work without this. It adds the switches of the head and what forms gain by a script.
import { remember } from '../playground/js/switches.js';

function switchTheme(button) {
  document.documentElement.dataset.theme = button.dataset.themeChoice;
  remember('theme', button.dataset.themeChoice);
  for (const other of document.querySelectorAll('[data-theme-choice]')) other.setAttribute('aria-pressed', String(other === button));
}

function switchLanguage(button) {
  remember('lang', button.dataset.lang);
  const address = new URL(location.href);
  address.searchParams.delete('lang');
  address.hash = '';
  location.replace(address);
}

document.addEventListener('click', (event) => {
  const theme = event.target.closest('[data-theme-choice]');
  const language = event.target.closest('[data-lang]');
  if (theme) switchTheme(theme);
  else if (language) switchLanguage(language);
});
document.documentElement.dataset.ready = 'true';
