// The dashboard is complete without this: tables have every number. It draws the charts above them, and copies numbers.

/** Columns apart by tabs, as spreadsheets take them. */
const lines = (table) => [...table.rows].map((row) => [...row.cells].map((cell) => cell.dataset.value ?? cell.textContent.trim()).join('\t')).join('\n');

async function copy(button) {
  await navigator.clipboard.writeText(lines(document.getElementById(button.dataset.copy)));
  button.textContent = button.dataset.copied;
  document.getElementById('copied').textContent = button.dataset.copied;
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-copy]');
  if (button) copy(button);
});

try {
  const { drawCharts } = await import('./charts.bundle.js');
  drawCharts();
} catch {
  // The charts were not bundled at build: the tables stay.
  for (const numbers of document.querySelectorAll('.numbers')) numbers.open = true;
}
