// Warns of what looks like a child's name, number or house before it is saved (the save waits a second, this a third of one). It advises: nothing is
// held back, the focus stays where it is. Words come with the elements; the rules are the server's own file.
import { compile, find } from './personal-data.js';

const PAUSE = 300, AROUND = 32, MOST = 6;
const dismissed = new Set(); // form, field and passage that somebody has looked at
const timers = new WeakMap(), known = new WeakSet(), shown = new WeakMap();
let loading = null;

const rules = () => loading ??= fetch(new URL('personal-data.json', import.meta.url)).then(r => r.ok ? r.json() : Promise.reject(r.status)).then(compile).catch(() => { loading = null; return null; });
const rootOf = el => el.closest('[data-form]') ?? document;
const boxOf = el => rootOf(el).querySelector(`[data-guard-for="${CSS.escape(el.dataset.field ?? el.id)}"]`);
const keyOf = (el, passage) => `${rootOf(el).dataset?.form ?? ''} ${el.dataset.field} ${passage.normalize('NFC')}`;

function later(el, wait = PAUSE) {
  clearTimeout(timers.get(el));
  timers.set(el, setTimeout(() => check(el), wait));
}

async function check(el) {
  const compiled = await rules(), box = boxOf(el);
  if (!compiled || !box || !el.isConnected) return;
  const text = el.value, found = find(compiled, text).filter(f => !dismissed.has(keyOf(el, text.substr(f.start, f.length))));
  const said = found.map(f => `${f.start} ${f.kind} ${around(text, f).join('|')}`).join('\n');
  if (shown.get(box) === said) return; // what stands there is not put there again: it would be read out anew
  shown.set(box, said);
  box.hidden = found.length === 0;
  const list = box.querySelector('[data-guard-list]');
  list.replaceChildren(...found.slice(0, MOST).map(f => row(el, box, text, f, compiled)));
  const more = box.querySelector('[data-guard-more]');
  more.hidden = found.length <= MOST;
  more.textContent = more.hidden ? '' : box.dataset.more.replace('{0}', found.length - MOST);
}

// A few words before and behind, cut at words.
function around(text, { start, length }) {
  const from = Math.max(0, start - AROUND), to = Math.min(text.length, start + length + AROUND);
  const before = text.slice(from, start), after = text.slice(start + length, to);
  return [from === 0 ? before : '\u2026' + before.slice(before.indexOf(' ') + 1), text.substr(start, length), to === text.length ? after : after.slice(0, Math.max(0, after.lastIndexOf(' '))) + '\u2026'];
}

const make = (tag, css, text) => Object.assign(document.createElement(tag), { className: css ?? '', textContent: text ?? '' });

function row(el, box, text, found, compiled) {
  const item = make('li'), quote = make('p', 'guard-q'), acts = make('p', 'guard-acts'), [before, passage, after] = around(text, found);
  quote.append(before, make('mark', null, passage), after, ' ', make('span', 'guard-k', compiled.kinds[found.kind].label));
  const instead = (compiled.kinds[found.kind].replacement ? box.dataset.replace : box.dataset.initials).replace('{0}', found.suggestion);
  acts.append(
    button('btn s sm', instead, () => replace(el, text, found)),
    button('btn s sm', box.dataset.dismiss, () => { dismissed.add(keyOf(el, passage)); el.focus({ preventScroll: true }); check(el); }),
    button('link', box.dataset.show, () => select(el, text, found)));
  item.append(quote, acts);
  return item;
}

function button(css, text, press) {
  const made = Object.assign(make('button', css, text), { type: 'button' });
  made.addEventListener('click', press);
  return made;
}

// Somebody may have typed on since it was found: then it is looked for again instead.
function select(el, text, { start, length }) {
  if (el.value !== text) { check(el); return false; }
  el.focus();
  el.setSelectionRange(start, start + length);
  return true;
}

function replace(el, text, found) {
  if (!select(el, text, found)) return;
  el.setRangeText(found.suggestion, found.start, found.start + found.length, 'end');
  el.dispatchEvent(new Event('input', { bubbles: true }));
  check(el);
}

const target = e => e.target instanceof Element && e.target.matches('[data-guard]') ? e.target : null;
document.addEventListener('input', e => { const el = target(e); if (el) later(el); });
document.addEventListener('focusout', e => { const el = target(e); if (el) later(el, 0); });

// Elements come and go: the prerendered ones, the circuit's, the rows of tables.
function adopt() {
  for (const el of document.querySelectorAll('[data-guard]')) {
    if (known.has(el) || el.closest('template')) continue;
    known.add(el);
    if (el.value) later(el);
  }
}

let queued = false;
function start() {
  adopt();
  new MutationObserver(() => {
    if (queued) return;
    queued = true;
    queueMicrotask(() => { queued = false; adopt(); });
  }).observe(document.body, { childList: true, subtree: true });
}
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start); else start();
