// The page: what is typed, dropped, chosen or moved becomes one request; its answer is drawn. The newest question wins.
import { byId } from './dom.js';
import * as strings from './strings.js';
import * as editor from './editor.js';
import * as days from './day.js';
import * as timeline from './timeline.js';
import { build, filledFields, format, setFormat } from './request.js';
import { check, isSignedIn } from './service.js';
import { findingsOf, spansOf } from './findings.js';
import { renderNoVerdict, renderVerdict } from './verdict.js';
import { renderCards } from './cards.js';
import { renderLabelled } from './labelled.js';
import { renderSilent, silentCount } from './silent.js';
import { renderExchange } from './exchange.js';
import { hideProblem, renderProblem } from './problem.js';
import { chosen, startTabs } from './tabs.js';
import { startFiles } from './files.js';
import { remember, startSwitches } from './switches.js';
import { SAMPLE_DAY, variant, variantOf } from './samples.js';

const LARGE = 100_000;
const TIMELINE_MOST = 32_000;
const isHere = isSignedIn || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname);

let answer = null;
let asking = null;
let timer = null;
let timelineTimer = null;

function later(wait) {
  clearTimeout(timer);
  timer = setTimeout(ask, wait);
}

async function ask() {
  clearTimeout(timer);
  clearTimeout(timelineTimer);
  asking?.abort();
  timeline.stop();
  if (editor.text().trim() === '') return showEmpty();
  const own = new AbortController();
  asking = own;
  const request = build(days.current(), strings.language === 'ru' ? ['ru', 'en'] : ['en', 'ru']);
  const result = byId('result');
  result.setAttribute('aria-busy', 'true');
  try {
    const outcome = await check(request, byId('key').value.trim(), own.signal);
    if (asking !== own) return;
    byId('empty').hidden = true;
    if (outcome.report) showAnswer({ request, ...outcome });
    else showProblem(outcome);
    result.removeAttribute('aria-busy');
  } catch (error) {
    if (error.name !== 'AbortError') throw error;
  }
}

function showAnswer(fresh) {
  hideProblem();
  answer = { ...fresh, findings: findingsOf(fresh.report), drawn: new Set() };
  byId('answer').hidden = false;
  renderVerdict(answer.report, answer.milliseconds);
  editor.setSpans(spansOf(answer.findings));
  byId('tab-count-findings').textContent = answer.findings.length || '';
  byId('tab-count-silent').textContent = silentCount(answer.report) || '';
  byId('ruleset').textContent = strings.t('ruleset', { version: answer.report.ruleset.version.slice(0, 19) });
  drawTab();
  if (answer.request.article.body.length > TIMELINE_MOST || !(isHere || byId('key').value)) timeline.clear();
  else if (!timeline.drawn(answer.request)) timelineTimer = setTimeout(drawTimeline, 700);
}

const drawTimeline = () => timeline.find(answer.request, byId('key').value.trim(), (day) => { days.set(day); ask(); });

function drawTab() {
  const name = chosen();
  if (!answer || answer.drawn.has(name)) return;
  answer.drawn.add(name);
  const panel = byId(`panel-${name}`);
  if (name === 'findings') renderCards(panel, answer.report, answer.findings, { show: showPlace, hover: editor.hover });
  else if (name === 'labelled') renderLabelled(panel, answer.report.labelled);
  else if (name === 'silent') renderSilent(panel, answer.report, { show: showPlace });
  else renderExchange(panel, answer.request, answer.report);
}

function showProblem(outcome) {
  answer = null;
  editor.setSpans([]);
  timeline.clear();
  renderNoVerdict();
  byId('answer').hidden = true;
  renderProblem(outcome, { retry: ask, askKey });
  if (outcome.problem?.status === 401) byId('key-section').hidden = false;
}

function showEmpty() {
  asking = null;
  answer = null;
  hideProblem();
  editor.setSpans([]);
  timeline.clear();
  renderNoVerdict();
  byId('result').removeAttribute('aria-busy');
  byId('answer').hidden = true;
  byId('empty').hidden = false;
}

function askKey() {
  byId('key-section').hidden = false;
  byId('key').focus();
}

/** Goes to a piece of evidence: into the text, or to the field beside it. */
function showPlace(evidence, key) {
  activateCard(key, false);
  if (evidence.field === 'body' && Number.isInteger(evidence.start)) return editor.show(evidence.start, evidence.end, key);
  const name = { 'authors[0].name': 'author', 'publisher.name': 'publisher', 'publisher.url': 'publisherUrl', 'source.name': 'source', 'source.url': 'sourceUrl' }[evidence.field]
    ?? evidence.field.replace('attributes.', '');
  const input = document.querySelector(`[data-field="${CSS.escape(name)}"]`);
  if (!input) return undefined;
  byId('fields').open = true;
  return input.focus();
}

function activateCard(key, scroll) {
  editor.activate(key);
  for (const card of document.querySelectorAll('.card.active')) card.classList.remove('active');
  const card = key && byId(key);
  card?.classList.add('active');
  if (card && scroll && matchMedia('(min-width: 64rem)').matches) card.scrollIntoView({ block: 'nearest' });
}

function countUp() {
  byId('count').textContent = strings.count('article.characters', editor.text().length);
  const filled = filledFields();
  byId('filled').textContent = filled > 0 ? strings.count('fields.filled', filled) : '';
}

function typed() {
  editor.follow();
  countUp();
  later(editor.text().length > LARGE ? 900 : 350);
}

function put(text, wanted) {
  setFormat(wanted);
  editor.setPaper(wanted);
  editor.setText(text);
  countUp();
  ask();
}

async function switchLanguage(wanted) {
  const name = await variantOf(editor.text(), strings.language);
  await strings.use(wanted);
  document.documentElement.lang = wanted;
  remember('lang', wanted);
  strings.applyToMarkup();
  days.reflect();
  if (name) {
    const { text, format: own } = await variant(name);
    return put(text, own);
  }
  countUp();
  return ask();
}

function listen() {
  const body = byId('body');
  body.addEventListener('input', typed);
  body.addEventListener('click', () => activateCard(editor.keyAtCaret(), true));
  body.addEventListener('keyup', (event) => { if (event.key.startsWith('Arrow')) activateCard(editor.keyAtCaret(), true); });
  body.addEventListener('keydown', (event) => {
    if (!event.altKey || !['ArrowDown', 'ArrowUp'].includes(event.key)) return;
    event.preventDefault();
    const span = editor.neighbour(event.key === 'ArrowDown' ? 1 : -1);
    if (span) { editor.show(span.start, span.end, span.key); activateCard(span.key, true); }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    ask();
  });
  byId('check').addEventListener('click', ask);
  byId('clear').addEventListener('click', () => { put('', 'text'); body.focus(); });
  byId('key').addEventListener('change', ask);
  for (const radio of document.querySelectorAll('input[name="format"]')) radio.addEventListener('change', () => { editor.setPaper(format()); ask(); });
  for (const input of document.querySelectorAll('[data-field]')) input.addEventListener('input', () => { countUp(); later(350); });
  for (const button of document.querySelectorAll('[data-try]')) {
    button.addEventListener('click', async () => {
      const { text, format: own } = await variant(button.dataset.try);
      put(text, own);
    });
  }
}

async function start() {
  await strings.use(strings.language);
  if (!isHere) byId('key-section').hidden = false;
  days.startDay(SAMPLE_DAY, () => later(60));
  startTabs(drawTab);
  startSwitches({ switchLanguage, themeChanged: () => { answer?.drawn.delete('labelled'); drawTab(); } });
  startFiles(put);
  listen();
  editor.setPaper(format());
  editor.follow();
  countUp();
  if (isHere) await ask();
  else renderNoVerdict();
  document.documentElement.dataset.ready = 'true';
}

start();
