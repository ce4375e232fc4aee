import { el } from './dom.js';
import { t } from './strings.js';

/** A button that copies what `text` gives when it is pressed, and says whether that worked. */
export function copyButton(what, text) {
  const button = el('button', { type: 'button', class: 'copy', 'aria-label': t('copy.what', { what }) }, t('copy'));
  button.addEventListener('click', async () => {
    const said = (await copied(text())) ? t('copy.done') : t('copy.failed');
    button.textContent = said;
    button.setAttribute('aria-label', `${said}: ${what}`);
    setTimeout(() => { button.textContent = t('copy'); button.setAttribute('aria-label', t('copy.what', { what })); }, 2000);
  });
  return button;
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedTheOldWay(text);
  }
}

// Without TLS, away from this machine, a browser has no clipboard object.
function copiedTheOldWay(text) {
  const area = el('textarea', { class: 'unseen', 'aria-hidden': 'true' });
  area.value = text;
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  focused?.focus();
  return done;
}
