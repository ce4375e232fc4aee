// The page's words, one dictionary a language, switched without a reload.
const loaded = new Map();
let dictionary = {};
let plural = new Intl.PluralRules('en');
let dates;

export let language = document.documentElement.lang;

export async function use(wanted) {
  if (!loaded.has(wanted)) {
    const answer = await fetch(`/playground/strings/${wanted}.json`);
    if (!answer.ok) throw new Error(`No strings for ${wanted}: ${answer.status}`);
    loaded.set(wanted, await answer.json());
  }
  dictionary = loaded.get(wanted);
  language = wanted;
  plural = new Intl.PluralRules(wanted);
  dates = new Intl.DateTimeFormat(wanted === 'ru' ? 'ru' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
}

/** The text of a key with its {places} filled; an unknown key shows itself. */
export function t(key, values = {}) {
  return (dictionary[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** The form of a key that goes with a number. */
export function count(key, number, values = {}) {
  return t(`${key}.${plural.select(number)}`, { count: number.toLocaleString(language), ...values });
}

/** The text of a word that the service may extend, such as a type of disclosure. */
export function word(prefix, value, values) {
  const key = `${prefix}.${value}`;
  const plain = value.replace(/-/g, ' ');
  return key in dictionary ? t(key, values) : plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** "7 February 2023" of "2023-02-07". */
export function day(iso) {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  const parts = dates.formatToParts(date);
  return ['day', 'month', 'year'].map((type) => parts.find((part) => part.type === type).value).join(' ');
}

/** Rewrites the texts that the server put into the markup. */
export function applyToMarkup(root = document) {
  for (const element of root.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
  for (const element of root.querySelectorAll('[data-t-attrs]')) {
    for (const pair of element.dataset.tAttrs.split(';')) {
      const [attribute, key] = pair.split('=');
      element.setAttribute(attribute, t(key));
    }
  }
}
