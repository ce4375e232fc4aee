// Language and colours: chosen once, remembered in a cookie, so that the server already renders the page that way.
const YEAR = 31536000;

export function remember(name, value) {
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`;
}

function press(buttons, pressed) {
  for (const button of buttons) button.setAttribute('aria-pressed', String(button === pressed));
}

/** Takes the colours of a button for the page, and remembers them. */
export function switchTheme(button) {
  press(document.querySelectorAll('[data-theme-choice]'), button);
  document.documentElement.dataset.theme = button.dataset.themeChoice;
  remember('theme', button.dataset.themeChoice);
}

export function startSwitches({ switchLanguage, themeChanged }) {
  const languages = [...document.querySelectorAll('[data-lang]')];
  for (const button of languages) {
    button.addEventListener('click', () => { press(languages, button); switchLanguage(button.dataset.lang); });
  }
  for (const button of document.querySelectorAll('[data-theme-choice]')) {
    button.addEventListener('click', () => { switchTheme(button); themeChanged(); });
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', themeChanged);
}
