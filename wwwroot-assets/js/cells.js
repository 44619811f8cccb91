// The grid of cells by keyboard: Tab comes to one cell, arrows, Home and End move between them, Escape closes what a cell has opened.
function onMove(e) {
  if (e.defaultPrevented || e.altKey || e.ctrlKey || e.metaKey) return;
  const cell = e.target.closest?.('[data-cell]');
  if (!cell) return;
  const rows = [...cell.closest('[data-cells]').querySelectorAll('tr')].map(row => [...row.querySelectorAll('[data-cell]')]).filter(row => row.length > 0);
  const at = rows.findIndex(row => row.includes(cell)), column = rows[at].indexOf(cell);
  const beside = (row, k) => row && row[Math.min(k, row.length - 1)];
  const next = { ArrowRight: rows[at][column + 1], ArrowLeft: rows[at][column - 1], ArrowDown: beside(rows[at + 1], column), ArrowUp: beside(rows[at - 1], column), Home: rows[at][0], End: rows[at].at(-1) }[e.key];
  if (!next) return;
  e.preventDefault();
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

// Where the focus was last, Tab comes back to.
function onFocus(e) {
  const cell = e.target.closest?.('[data-cell]');
  if (!cell) return;
  for (const other of cell.closest('[data-cells]').querySelectorAll('[data-cell][tabindex="0"]')) other.tabIndex = -1;
  cell.tabIndex = 0;
}

function onClose(e) {
  const close = document.querySelector('[data-cell-panel] [data-close]');
  if (e.key !== 'Escape' || e.defaultPrevented || !close) return;
  document.querySelector('[data-cell][aria-current]')?.focus({ preventScroll: true });
  close.click();
}

document.addEventListener('keydown', onMove);
document.addEventListener('keydown', onClose);
document.addEventListener('focusin', onFocus);
