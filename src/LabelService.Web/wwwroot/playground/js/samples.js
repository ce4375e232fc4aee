// The sample article and three ways to change it, to see an answer change.
import { language } from './strings.js';

const texts = new Map();

async function sample(wanted) {
  if (!texts.has(wanted)) texts.set(wanted, (await (await fetch(`/playground/samples/${wanted}.txt`)).text()).replace(/\r\n/g, '\n'));
  return texts.get(wanted);
}

export const SAMPLE_DAY = '2023-02-07';

/** The third paragraph of the sample is its notice, with the age mark at its end. */
const NOTICE = 2;

const paragraphs = (text) => text.trimEnd().split('\n\n');

const changed = {
  sample: (text) => text,
  noNotice: (text) => paragraphs(text).toSpliced(NOTICE, 1).join('\n\n') + '\n',
  wrongAge: (text) => text.replace('18+', '12+'),
  html: (text) => {
    const [title, , notice, ...rest] = paragraphs(text).map(escape);
    const source = rest.findIndex((p) => p.startsWith('Source:') || p.startsWith('Источник:'));
    return [
      '<article>', `  <h1>${title}</h1>`, `  <p><strong>${notice}</strong></p>`,
      ...rest.slice(0, source + 1).map((p) => `  <p>${p}</p>`),
      '  <aside>', ...rest.slice(source + 1).map((p) => `    <p>${p}</p>`), '  </aside>', '</article>', '',
    ].join('\n');
  },
};

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/«/g, '&laquo;').replace(/»/g, '&raquo;');

/** → { text, format } of one of: sample, noNotice, wrongAge, html. */
export async function variant(name) {
  return { text: changed[name](await sample(language)), format: name === 'html' ? 'html' : 'text' };
}

/** Which variant a text is in a language, or null where a person has changed it. */
export async function variantOf(text, wanted) {
  const original = await sample(wanted);
  return Object.keys(changed).find((name) => changed[name](original) === text) ?? null;
}
