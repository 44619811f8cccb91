// Broken rules of the form below their field while one types, also without a line to the server, which judges again. Words come with the elements.
import { UNCLEAR, decimal, detail, evaluate, operands, read } from './expression.js';

const touched = new Set(); // form and field where somebody has been
const parsed = new WeakMap();
const quote = CSS.escape;

function rulesOf(root) {
  const el = root.querySelector('[data-rules]');
  if (!el) return null;
  if (!parsed.has(el)) parsed.set(el, JSON.parse(el.dataset.rules));
  return parsed.get(el);
}

const touch = el => touched.add(`${el.closest('[data-form]').dataset.form} ${el.dataset.field}`);
const rawOf = els => els[0]?.type === 'radio' ? els.find(r => r.checked)?.value ?? '' : els[0]?.value ?? '';
// The row that new rows are copied from is none.
const cellsOf = (root, table) => [...root.querySelectorAll(`[data-field^="${quote(table)}/"]`)].filter(c => !c.closest('template'));

/** How the operands of this form are read. */
export function reader(root, { fields, when = {} }) {
  const known = new Map(); // place -> shown
  const shown = place => {
    if (!(place in when)) return true;
    if (!known.has(place)) {
      known.set(place, false);
      known.set(place, operands(when[place]).every(o => get(o) !== UNCLEAR) && evaluate(when[place], get).result === 'holds');
    }
    return known.get(place);
  };
  // What is hidden counts as blank.
  const get = ([kind, code, column]) => {
    const field = fields[code];
    if (!shown(code) || (column && !shown(`${code}/${column}`))) return null;
    if (kind === 's') return sum(cellsOf(root, code).filter(c => c.dataset.field.endsWith(`/${column}`)).map(c => read(c.value, fields[`${code}/${column}`])));
    if (field.type === 'table') {
      const rows = new Set(cellsOf(root, code).map(c => c.dataset.field.split('/')[1])).size;
      return rows > 0 ? { n: { v: BigInt(rows), s: 0 } } : null;
    }
    return read(rawOf([...root.querySelectorAll(`[data-field="${quote(code)}"]`)]), field);
  };
  return Object.assign(get, { shown });
}

// Blank as soon as a cell is blank, and for a table without rows: nothing entered is not 0.
function sum(cells) {
  if (cells.includes(UNCLEAR)) return UNCLEAR;
  if (cells.length === 0 || cells.includes(null)) return null;
  const s = Math.max(...cells.map(c => c.n.s));
  const n = decimal(cells.reduce((all, c) => all + c.n.v * 10n ** BigInt(s - c.n.s), 0n), s);
  return n && { n };
}

/** What is to be said in this form: path → [{ code, kind, text, detail }]. */
export function judge(root, data, get = reader(root, data)) {
  const { rules, fields, off } = data, said = new Map();
  for (const rule of rules) {
    const all = operands(rule.tree);
    if (all.some(o => get(o) === UNCLEAR)) continue;
    const outcome = evaluate(rule.tree, get);
    if (outcome.result !== 'fires') continue;
    const here = [...operands(outcome.broken), ...all].map(o => o[1]).find(path => root.querySelector(`[data-rule-for="${quote(path)}"]`));
    if (!here) continue;
    said.set(here, [...said.get(here) ?? [], { code: rule.code, kind: rule.kind, text: rule.message, detail: detail(outcome, get, fields, off) }]);
  }
  return said;
}

function run(root) {
  const data = rulesOf(root);
  if (!data) return;
  const get = reader(root, data), said = judge(root, data, get);
  for (const place of Object.keys(data.when ?? {})) hide(root, place, !get.shown(place));
  for (const box of root.querySelectorAll('[data-rule-for]')) {
    const path = box.dataset.ruleFor;
    // Where nobody has been yet, an empty field is not shouted at.
    const early = !touched.has(`${root.dataset.form} ${path}`) && path in data.fields && get(['v', path]) === null;
    draw(box, early ? [] : said.get(path) ?? []);
  }
}

// A field goes with its label: the part of the page that says whose it is; a column with its cells and its head.
function hide(root, place, hidden) {
  if (!place.includes('/')) {
    const part = root.querySelector(`[data-condition="${quote(place)}"]`) ?? root.querySelector(`#f-${quote(place)}`);
    if (part && part.hidden !== hidden) part.hidden = hidden;
    return;
  }
  const [table, column] = place.split('/');
  for (const cell of cellsOf(root, table).filter(c => c.dataset.field.endsWith(`/${column}`)).map(c => c.closest('td')).filter(Boolean)) {
    cell.hidden = hidden;
    const head = cell.closest('table').tHead?.rows[0]?.cells[cell.cellIndex];
    if (head) head.hidden = hidden;
  }
}

function draw(box, lines) {
  const now = lines.map(l => `${l.code} ${l.detail}`).join('\n');
  if ((box.dataset.said ?? '') === now) return;
  box.dataset.said = now;
  box.hidden = lines.length === 0;
  box.replaceChildren(...lines.map(line => {
    const p = document.createElement('p'), text = document.createElement('span');
    p.className = line.kind === 'error' ? 'emsg' : 'emsg mild';
    p.dataset.rule = line.code;
    text.textContent = line.text;
    if (line.detail) text.append(' ', Object.assign(document.createElement('b'), { textContent: line.detail }));
    const sign = box.parentElement.querySelector('[data-error-for] svg')?.cloneNode(true);
    p.append(...sign ? [sign, text] : [text]);
    return p;
  }));
}

const formOf = e => e.target instanceof Element && e.target.matches('[data-field]') ? e.target.closest('[data-form]') : null;
for (const name of ['input', 'change', 'focusout']) {
  document.addEventListener(name, e => {
    const root = formOf(e);
    if (!root) return;
    touch(e.target);
    run(root);
  });
}

// Elements come and go; a row that went takes its figure along.
let queued = false;
const again = () => { queued = false; for (const root of document.querySelectorAll('[data-form]')) run(root); };
function start() {
  again();
  new MutationObserver(changes => {
    if (queued || changes.every(c => c.target instanceof Element && c.target.closest('[data-rule-for], [data-guard-for]'))) return;
    queued = true;
    setTimeout(again);
  }).observe(document.body, { childList: true, subtree: true });
}
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start); else start();
