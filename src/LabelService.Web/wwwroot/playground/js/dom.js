// Builds elements from data. Text only ever enters as text: nothing here parses markup.

/** el('a', { class: 'x', href }, 'text', child): attributes; `on` holds listeners; null and false are left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function svg(tag, attributes = {}) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** A link only where the address is a web address; anything else stays text. */
export function link(text, url) {
  return /^https?:\/\//i.test(url ?? '')
    ? el('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, text)
    : document.createTextNode(text);
}

export function shorten(text, length) {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : line.slice(0, length - 1).trimEnd() + '…';
}
