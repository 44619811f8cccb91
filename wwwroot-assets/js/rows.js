// Repeating tables. The browser owns them: a row exists while its place ("table/rowId/#") holds a number, and the page follows the fields. Rows come, go, move
// and take what is pasted out of a spreadsheet, also without a line to the server.
import { edit, fieldAt, formAt, rowPlace, unsaved } from './fields.js';
import { plain, readGrid } from './grid.js';

const FRESH = '__row__';
const tables = form => document.querySelectorAll(`[data-form="${CSS.escape(form.address)}"] [data-rows]`);
const formOf = table => formAt(table.closest('[data-form]').dataset.form);
const body = table => table.querySelector('[data-rows-body]');
const columns = table => [...table.querySelectorAll('th[data-column]')].map(th => ({ code: th.dataset.column, label: th.dataset.label }));
const placeAt = (form, table, row) => fieldAt(form, `${table.dataset.rows}/${row}/#`);
const places = (form, table) => [...form.fields.values()].filter(f => f.value !== '' && rowPlace(f.path)?.[1] === table.dataset.rows)
  .sort((a, b) => Number(a.value) - Number(b.value) || (a.path < b.path ? -1 : 1));
const most = table => Number(table.dataset.most);
let holding = false; // many rows at once are laid out once

/** Takes the rows that the server drew, and puts those of this browser among them. */
const known = new WeakSet();
export function adoptTables() {
  for (const table of document.querySelectorAll('[data-form] [data-rows]')) {
    if (known.has(table)) continue;
    known.add(table);
    const form = formOf(table), template = table.querySelector('template');
    template.content.append(...template.childNodes); // the renderer puts a template's content beside its place
    for (const row of body(table).querySelectorAll('tr[data-row]')) {
      const f = placeAt(form, table, row.dataset.row), version = Number(row.dataset.version);
      if (!unsaved(f) && version >= f.version) Object.assign(f, { version, value: row.dataset.order });
    }
    layOut(table, form);
  }
}

/** A row's place changed: the table follows. */
export function arrange(f) {
  const place = rowPlace(f.path);
  if (!place || holding) return;
  for (const table of tables(f.form)) if (table.dataset.rows === place[1]) layOut(table, f.form);
}

function layOut(table, form) {
  const all = body(table), here = new Map([...all.children].map(row => [row.dataset.row, row])), focused = document.activeElement;
  let next = all.firstElementChild;
  places(form, table).forEach((f, index) => {
    const id = rowPlace(f.path)[2], row = here.get(id) ?? freshRow(table, id);
    here.delete(id);
    if (row === next) next = next.nextElementSibling; else all.insertBefore(row, next);
    name(row, index + 1, table.dataset);
  });
  for (const row of here.values()) row.remove();
  table.querySelector('[data-rows-box]').hidden = !all.children.length;
  if (focused?.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true });
}

function freshRow(table, id) {
  const row = table.querySelector('template').content.firstElementChild.cloneNode(true);
  for (const el of [row, ...row.querySelectorAll('*')]) for (const { name: attribute, value } of [...el.attributes]) if (value.includes(FRESH)) el.setAttribute(attribute, value.replaceAll(FRESH, id));
  return row;
}

// What a row is called follows its place.
function name(row, number, words) {
  row.querySelector('[data-row-number]').textContent = number;
  for (const el of row.querySelectorAll('[data-column-label]')) el.setAttribute('aria-label', words.cell.replace('{0}', el.dataset.columnLabel).replace('{1}', number));
  for (const [act, text] of [['up', words.up], ['down', words.down], ['remove', words.remove]]) {
    const button = row.querySelector(`[data-row-act=${act}]`), label = text.replace('{0}', number);
    button.setAttribute('aria-label', label);
    button.title = label;
  }
}

function say(table, text, undo) {
  const said = table.querySelector('[data-rows-said]');
  said.querySelector('[data-rows-text]').textContent = text;
  said.querySelector('button').hidden = !undo;
  said.querySelector('button').onclick = () => { undo(); say(table, ''); table.querySelector('[data-row-add]').focus(); };
}

const freshId = () => [...crypto.getRandomValues(new Uint8Array(4))].map(b => b.toString(16).padStart(2, '0')).join('');
const last = (form, table) => Math.max(0, ...places(form, table).map(f => Number(f.value)));

function add(table) {
  const form = formOf(table), count = places(form, table).length;
  if (count >= most(table)) return say(table, table.dataset.full.replace('{0}', most(table)));
  const id = freshId();
  edit(placeAt(form, table, id), String(last(form, table) + 1), 0);
  say(table, '');
  body(table).querySelector(`[data-row="${id}"] [data-field]`)?.focus();
}

function remove(table, row) {
  const form = formOf(table), f = placeAt(form, table, row.dataset.row), before = f.value, number = row.querySelector('[data-row-number]').textContent;
  const beside = row.nextElementSibling ?? row.previousElementSibling;
  edit(f, '', 0);
  say(table, table.dataset.removed.replace('{0}', number), () => edit(f, before, 0));
  (beside?.querySelector('[data-row-act=remove]') ?? table.querySelector('[data-row-add]')).focus();
}

function move(table, row, step) {
  const form = formOf(table), all = places(form, table), at = all.findIndex(f => rowPlace(f.path)[2] === row.dataset.row), other = all[at + step];
  if (!other) return;
  if (new Set(all.map(f => f.value)).size < all.length) all.forEach((f, i) => { if (f.value !== String(i + 1)) edit(f, String(i + 1), 0); }); // two people added a row at once
  const [mine, theirs] = [all[at].value, other.value];
  edit(all[at], theirs, 0);
  edit(other, mine, 0);
}

// What comes out of a spreadsheet lands in cells, from the one with the cursor on, or in new rows from the button that adds one; all of it or, where it does
// not fit, nothing.
function paste(table, row, el, text) {
  const form = formOf(table), heads = columns(table), from = row ? heads.findIndex(c => c.code === el.dataset.field.split('/')[2]) : 0;
  const grid = readGrid(text, heads.slice(from).map(c => c.label));
  if (row && grid.length === 1 && grid[0].length === 1) return false;
  const all = places(form, table), at = row ? all.findIndex(f => rowPlace(f.path)[2] === row.dataset.row) : all.length, width = Math.max(0, ...grid.map(line => line.length));
  if (width > heads.length - from) { say(table, table.dataset.tooWide.replace('{0}', width).replace('{1}', heads.length - from)); return true; }
  if (at + grid.length > most(table)) { say(table, table.dataset.tooLong.replace('{0}', grid.length).replace('{1}', most(table)).replace('{2}', most(table) - at)); return true; }
  const undo = [], put = (f, value) => { undo.push([f, f.value]); edit(f, value, 0); };
  let order = last(form, table);
  holding = true;
  const rows = grid.map((_, i) => all[at + i] ? rowPlace(all[at + i].path)[2] : freshId());
  rows.forEach((id, i) => { if (!all[at + i]) put(placeAt(form, table, id), String(++order)); });
  holding = false;
  layOut(table, form);
  grid.forEach((line, i) => line.forEach((value, k) => {
    const path = `${table.dataset.rows}/${rows[i]}/${heads[from + k].code}`;
    put(fieldAt(form, path), coded(table, path, value));
  }));
  say(table, table.dataset.pasted.replace('{0}', grid.length).replace('{1}', width), () => { for (const [f, before] of undo.reverse()) edit(f, before, 0); });
  return true;
}

// A choice is pasted by its words and kept by its code.
function coded(table, path, value) {
  const el = body(table).querySelector(`[data-field="${CSS.escape(path)}"]`);
  return el?.tagName === 'SELECT' ? [...el.options].find(o => o.value && [o.text, o.value].some(t => plain(t) === plain(value)))?.value ?? value : value;
}

const rowOf = e => e.target instanceof Element && e.target.closest('[data-rows] [data-row]');
document.addEventListener('click', e => {
  const button = e.target.closest?.('[data-row-add], [data-row-act]'), table = button?.closest('[data-rows]');
  if (!table) return;
  if (button.matches('[data-row-add]')) return add(table);
  const row = button.closest('[data-row]'), act = button.dataset.rowAct;
  if (act === 'remove') remove(table, row); else { move(table, row, act === 'up' ? -1 : 1); button.focus(); }
});
document.addEventListener('keydown', e => {
  const row = rowOf(e);
  if (!row || !e.altKey || !['ArrowUp', 'ArrowDown'].includes(e.key)) return;
  e.preventDefault();
  move(row.closest('[data-rows]'), row, e.key === 'ArrowUp' ? -1 : 1);
});
document.addEventListener('paste', e => {
  const row = rowOf(e), text = e.clipboardData?.getData('text/plain') ?? '';
  const add = e.target.closest?.('[data-row-add]');
  if (add && text) { e.preventDefault(); paste(add.closest('[data-rows]'), null, null, text); return; }
  if (!row || !e.target.matches('[data-field]') || !/[\t\n]/.test(text.replace(/\r?\n$/, ''))) return;
  if (!text.includes('\t') && e.target.tagName === 'TEXTAREA') return;
  if (paste(row.closest('[data-rows]'), row, e.target, text)) e.preventDefault();
});
