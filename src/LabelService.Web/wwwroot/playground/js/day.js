// The day as a control: a date, steps, a slider, or unknown.
import { byId } from './dom.js';
import { day as inWords } from './strings.js';

const DAY = 86400000;
const input = byId('day');
const slider = byId('day-slider');
const unknown = byId('day-unknown');

// The first Russian law on the subject is of 2012; nothing that ships here looks at an earlier day.
export const FIRST = number('2012-01-01');
export const LAST = Math.floor(Date.now() / DAY) + 366;

export function number(iso) { return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY); }
export function iso(days) { return new Date(days * DAY).toISOString().slice(0, 10); }

/** The day asked about, or null where it is unknown. */
export const current = () => (unknown.checked || !isDay(input.value) ? null : input.value);

const isDay = (value) => /^\d{4}-\d{2}-\d{2}$/.test(value);

export function set(value) {
  unknown.checked = value === null;
  if (value) input.value = value;
  reflect();
}

/** Says the day on all controls. */
export function reflect() {
  const known = isDay(input.value);
  if (known) slider.value = String(Math.min(LAST, Math.max(FIRST, number(input.value))));
  slider.setAttribute('aria-valuetext', known ? inWords(input.value) : '');
  byId('day-unknown-hint').hidden = !unknown.checked;
  document.querySelector('.day').classList.toggle('day-off', unknown.checked);
}

export function startDay(first, changed) {
  slider.min = String(FIRST);
  slider.max = String(LAST);
  years();
  set(first);
  const moved = (value) => { set(value); changed(); };
  slider.addEventListener('input', () => moved(iso(Number(slider.value))));
  input.addEventListener('input', () => { if (isDay(input.value)) moved(input.value); });
  unknown.addEventListener('change', () => { reflect(); changed(); });
  byId('day-today').addEventListener('click', () => moved(today()));
  for (const button of document.querySelectorAll('[data-step]')) {
    button.addEventListener('click', () => moved(stepped(input.value, button.dataset.step)));
  }
}

const two = (value) => String(value).padStart(2, '0');

/** Today where the reader is. */
export function today() {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** "-1m" of 31 March is the last of February. */
export function stepped(value, step) {
  const from = isDay(value) ? value : today();
  const amount = Number.parseInt(step, 10);
  if (step.endsWith('d')) return iso(number(from) + amount);
  const [year, month, date] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + amount, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + amount, Math.min(date, last))).toISOString().slice(0, 10);
}

function years() {
  const place = byId('day-years');
  for (let year = 2012; number(`${year}-01-01`) <= LAST; year += 2) {
    const mark = document.createElement('span');
    mark.textContent = String(year);
    mark.style.left = `${((number(`${year}-01-01`) - FIRST) / (LAST - FIRST)) * 100}%`;
    place.append(mark);
  }
}
