// The dashboard's charts, drawn by Chart.js from the tables beneath them: one set of numbers, and no data in scripts. Colours are the
// page's own; series differ by a pattern or a shape of point, too, so that none rests on colour alone.
import {
  BarController, BarElement, CategoryScale, Chart, Legend, LineController, LineElement, LinearScale, PointElement, Tooltip,
} from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, Legend, LineController, LineElement, LinearScale, PointElement, Tooltip);

const mostAcross = 10;
const points = ['circle', 'rectRot', 'triangle'];
const dashes = [[], [6, 4], [2, 3]];

/** Lines over a colour: none, leaning, crossing. */
function pattern(colour, ground, kind) {
  if (kind === 0) return colour;
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const pen = tile.getContext('2d');
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 8, 8);
  pen.strokeStyle = ground;
  pen.lineWidth = 2;
  pen.beginPath();
  for (const shift of [-8, 0, 8]) {
    pen.moveTo(shift, 8);
    pen.lineTo(shift + 8, 0);
    if (kind === 2) { pen.moveTo(shift, 0); pen.lineTo(shift + 8, 8); }
  }
  pen.stroke();
  return pen.createPattern(tile, 'repeat');
}

function read(frame) {
  const table = document.getElementById(frame.dataset.of);
  const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
  const rows = [...table.tBodies[0].rows].slice(0, frame.dataset.chart === 'across' ? mostAcross : undefined);
  return {
    labels: rows.map((row) => row.cells[0].dataset.value),
    series: frame.dataset.series.split(' ').map((column) => ({
      name: heads[column],
      values: rows.map((row) => (row.cells[column].dataset.value === '' ? null : Number(row.cells[column].dataset.value))),
    })),
  };
}

function dataset(series, tone, place, kind, colour) {
  const [ink, ground] = [colour(tone), colour('sheet')];
  return kind === 'lines'
    ? { label: series.name, data: series.values, borderColor: ink, backgroundColor: ink, pointStyle: points[place], pointRadius: 4, borderDash: dashes[place], borderWidth: 2, spanGaps: true }
    : { label: series.name, data: series.values, backgroundColor: pattern(ink, ground, place), borderColor: ink, borderWidth: 1, maxBarThickness: 28 };
}

/** Long names of rules would leave the bars no room. */
const short = (text, most) => (text.length > most ? `…${text.slice(1 - most)}` : text);

/** A day without its year; words below each other. */
const brief = (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text.slice(5) : text.split(' '));

function axes(kind, labels, width, colour) {
  const words = { color: colour('soft') };
  const grid = { color: colour('line') };
  const names = {
    stacked: kind === 'stack' || kind === 'across', grid: { display: false },
    ticks: {
      ...words,
      maxRotation: 0,
      autoSkip: kind !== 'across' && labels.length > 8,
      callback: (_, place) => (kind === 'across' ? short(labels[place], width < 480 ? 16 : 32) : brief(labels[place])),
    },
  };
  const numbers = { stacked: names.stacked, beginAtZero: true, grid, ticks: { ...words, precision: kind === 'lines' ? undefined : 0, maxTicksLimit: 6 } };
  return kind === 'across' ? { x: numbers, y: names } : { x: names, y: numbers };
}

/** @returns What takes the chart away again. */
function draw(frame) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const kind = frame.dataset.chart;
  const { labels, series } = read(frame);
  const tones = frame.dataset.tones.split(' ');
  frame.hidden = false;
  frame.dataset.rows = kind === 'across' ? String(labels.length) : '';
  const chart = new Chart(frame.querySelector('canvas'), {
    type: kind === 'lines' ? 'line' : 'bar',
    data: { labels, datasets: series.map((one, place) => dataset(one, tones[place], place, kind, colour)) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      locale: document.documentElement.lang,
      indexAxis: kind === 'across' ? 'y' : 'x',
      interaction: { mode: 'index', axis: kind === 'across' ? 'y' : 'x', intersect: false },
      font: { family: getComputedStyle(document.body).fontFamily },
      scales: axes(kind, labels, frame.clientWidth, colour),
      plugins: {
        legend: { display: series.length > 1, position: 'bottom', align: 'start', labels: { color: colour('ink'), usePointStyle: kind === 'lines' } },
        tooltip: { usePointStyle: kind === 'lines' },
      },
    },
  });
  return () => chart.destroy();
}

/** Draws all charts of the page, and again when its colours change. */
export function drawCharts() {
  let drawn = [];
  const again = () => {
    for (const remove of drawn) remove();
    drawn = [...document.querySelectorAll('[data-chart]')].map(draw);
    document.documentElement.dataset.charts = 'drawn';
  };
  again();
  new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
}
