// The form's inputs. Typing is taken from the first paint on and survives that the renderer puts new elements in place of the first ones; fields.js sends it.
// Words come with the elements.
import * as drafts from './drafts.js';
import { all, bringBack, catchUp, edit, fieldAt, flush, forget, formAt, forms, listen, state, unsaved } from './fields.js';
import { showConflict } from './conflict.js';
import { adoptTables, arrange } from './rows.js';
import { tellKept } from './kept.js';

const UNSURE = 3000;
const number = new Intl.NumberFormat('vi-VN');
let held = null; // { address, path, from, to }: where the cursor was
let missed = ''; // what was typed while the renderer had taken the field away

const rootOf = el => el.closest('[data-form]');
const root = form => document.querySelector(`[data-form="${CSS.escape(form.address)}"]`);
const find = (f, what) => root(f.form)?.querySelector(`[data-${what}="${CSS.escape(f.path)}"]`);
const inputs = f => [...(root(f.form)?.querySelectorAll(`[data-field="${CSS.escape(f.path)}"]`) ?? [])];
// Nobody chose to be there: the page itself, or the heading that a new page focuses.
const nowhere = () => !document.activeElement || document.activeElement === document.body || document.activeElement.matches('h1');

function read(f) {
  const [el] = inputs(f);
  return el?.type === 'radio' ? inputs(f).find(r => r.checked)?.value ?? '' : el?.value ?? f.value;
}

function write(f, value) {
  for (const el of inputs(f)) {
    if (el.type === 'radio') el.checked = el.value === value;
    else if (el.value !== value) {
      const [from, to] = el === document.activeElement && el.selectionStart !== null ? [el.selectionStart, el.selectionEnd] : [];
      el.value = value;
      if (from !== undefined) el.setSelectionRange(from, to);
    }
  }
  count(f);
}

function fieldOf(el) {
  const form = formAt(rootOf(el).dataset.form), path = el.dataset.field;
  if (form.fields.has(path)) return form.fields.get(path);
  const f = fieldAt(form, path, Number(el.dataset.version));
  f.value = read(f);
  return f;
}

// Elements come and go: the prerendered ones, the circuit's, those of a page one comes back to. What was typed stays here.
const known = new WeakSet();
function adopt(first) {
  for (const form of forms.values()) if (!root(form)) forget(form);
  for (const el of document.querySelectorAll('[data-form]')) begin(formAt(el.dataset.form), el);
  adoptTables();
  for (const el of document.querySelectorAll('[data-form] [data-field]')) {
    if (known.has(el) || el.closest('template')) continue;
    known.add(el);
    const f = fieldOf(el), version = Number(el.dataset.version);
    // Typed before this script ran.
    if (first && el.defaultValue !== undefined && el.type !== 'radio' && el.value !== el.defaultValue) edit(f, el.value);
    if (unsaved(f)) write(f, f.value);
    else if (version < f.version) write(f, f.shown ?? f.value);
    else if (version > f.version) Object.assign(f, { version, value: read(f), shown: undefined });
    show(f);
    if (held?.path === f.path && held.address === f.form.address && !held.el.isConnected && nowhere()) {
      el.focus({ preventScroll: true });
      if (held.from !== null) try { el.setSelectionRange(held.from, held.to); } catch { /* a kind without a cursor */ }
      held.el = el;
      if (missed && el.setRangeText && held.from !== null) { el.setRangeText(missed, el.selectionStart, el.selectionEnd, 'end'); el.dispatchEvent(new Event('input', { bubbles: true })); }
      missed = '';
    }
  }
  jump();
  paint();
}

// A form is seen for the first time: what this machine kept of it comes back. The circuit's elements get told the same as the first paint's.
const begun = new WeakSet();
async function begin(form, el) {
  form.seen ||= Number(el.dataset.revision);
  if (begun.has(el)) return;
  begun.add(el);
  form.kept ??= bringAllBack(form);
  if (!await form.kept) form.kept = undefined; else tellKept(root(form), await form.kept);
}

async function bringAllBack(form) {
  const drawn = place => root(form)?.querySelector(`[data-rows="${CSS.escape(place)}"]`);
  const stored = await drafts.list(form.address).catch(() => null);
  if (!stored) return null;
  const kept = { back: [], homeless: [] };
  for (const draft of stored.filter(d => !d.unreadable)) {
    const place = /^([^/]+)\/[^/]+\//.exec(draft.path)?.[1], f = form.fields.get(draft.path) ?? (place && drawn(place) ? fieldAt(form, draft.path) : null);
    if (!f) kept.homeless.push(draft);
    else if (bringBack(f, draft)) kept.back.push(f);
  }
  return kept;
}

// An address with #field leads to the field as soon as it is there.
let jumped = null;
function jump() {
  if (!location.hash || jumped === location.href) return;
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  jumped = location.href;
  target.scrollIntoView({ block: 'center' });
  if (!target.matches('a[href],button,input,select,textarea,[tabindex]')) target.tabIndex = -1;
  // A new page puts the focus on its heading, a little later than its fields appear.
  for (const wait of [0, 150, 500]) setTimeout(() => { if (target.isConnected && nowhere()) target.focus({ preventScroll: true }); }, wait);
}

// 1234,5 becomes 1.234,5 once one has left the field.
function dress(f) {
  const [el] = inputs(f);
  if (!el || el.matches('select, textarea, [type=radio]') || f.shown === undefined || unsaved(f)) return;
  f.value = f.shown;
  write(f, f.shown);
}

function show(f) {
  const words = root(f.form)?.dataset ?? {}, line = find(f, 'error-for');
  if (line) {
    line.querySelector('[data-error-text]').textContent = words[f.error] ?? f.error ?? '';
    line.hidden = !f.error;
  }
  for (const el of inputs(f)) {
    el.classList.toggle('err', Boolean(f.error));
    if (f.error) el.setAttribute('aria-invalid', 'true'); else el.removeAttribute('aria-invalid');
  }
  const box = find(f, 'conflict-for');
  if (box) showConflict(f, box, words, () => inputs(f));
}

function count(f) {
  const el = find(f, 'count-for');
  if (!el) return;
  const text = el.dataset.countText.replace('{0}', number.format([...read(f).normalize('NFC').trim()].length)).replace('{1}', number.format(Number(el.dataset.countLimit)));
  if (el.firstChild) el.firstChild.nodeValue = text;
}

// A field changed: by its own answer, by a colleague, by a choice, by a row that came or went. What is being typed already stands in its input.
listen(f => {
  if (f) {
    if (!inputs(f).includes(document.activeElement)) dress(f);
    write(f, f.value);
    clearTimeout(f.unsure);
    inputs(f).forEach(el => el.classList.remove('kept'));
    if (unsaved(f)) f.unsure = setTimeout(() => unsaved(f) && inputs(f).forEach(el => el.classList.add('kept')), UNSURE);
    arrange(f);
    show(f);
  }
  paint();
});

const clock = ms => new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(ms));

function paint() {
  const el = document.querySelector('[data-save]');
  if (!el) return;
  const fields = all(), words = { ...document.querySelector('[data-form]')?.dataset, ...el.dataset }, waiting = fields.some(f => unsaved(f) && (f.pending || (f.dirty && !f.stopped && !f.conflict)));
  const held = drafts.why ? 'unkept' : state.trouble === 'failed' && state.why ? 'why' : state.trouble;
  const [name, text] = !waiting ? fields.some(f => unsaved(f) && (f.error || f.conflict)) ? ['failed', words.refused] : state.saved ? ['saved', words.saved.replace('{0}', state.saved)] : ['idle', drafts.why ? words.idleUnkept : words.idle]
    : !state.trouble ? ['saving', words.saving]
    : [state.trouble === 'offline' ? 'offline' : 'failed', { offline: words.offline?.replace('{0}', clock(state.offlineSince)), failed: words.failed, signedOut: words.signedOut, other: words.otherPerson, why: state.why, unkept: words.unkept }[held]];
  if (el.dataset.state !== name) el.dataset.state = name;
  const said = el.querySelector('[data-save-text]');
  if (said && said.textContent !== text) said.textContent = text;
}

const target = e => e.target instanceof Element && e.target.matches('[data-field]') && rootOf(e.target) ? e.target : null;
function cursor(el) { held = { el, address: rootOf(el).dataset.form, path: el.dataset.field, from: el.selectionStart ?? null, to: el.selectionEnd ?? null }; }

document.addEventListener('input', e => {
  const el = target(e);
  if (!el) return;
  const f = fieldOf(el);
  edit(f, read(f), el.matches('select, [type=radio]') ? 0 : undefined);
  count(f);
  cursor(el);
});
document.addEventListener('focusin', e => { const el = target(e); if (el) cursor(el); });
document.addEventListener('focusout', e => {
  const el = target(e);
  if (!el || !el.isConnected) return;
  // Left by the person, or taken away by the renderer, who puts a new one in its place at once?
  setTimeout(() => { if (el.isConnected && held?.el === el && document.activeElement !== el) held = null; });
  const f = fieldOf(el);
  if (f.dirty && !f.stopped && !f.conflict) edit(f, f.value, 0); else dress(f);
});
document.addEventListener('keydown', e => {
  if ((e.ctrlKey || e.metaKey) && e.key === 's' && document.querySelector('[data-form]')) { e.preventDefault(); flush(); }
});
document.addEventListener('keydown', e => {
  if (!held || held.el.isConnected || !nowhere() || e.ctrlKey || e.altKey || e.metaKey) return;
  if (e.key.length === 1) missed += e.key; else if (e.key === 'Backspace') missed = missed.slice(0, -1);
});
// Only where this machine keeps nothing: what is kept comes back by itself.
addEventListener('beforeunload', e => { if (drafts.why && all().some(unsaved)) { flush(); e.preventDefault(); } });

drafts.describeBy(f => {
  const [el] = inputs(f), title = document.querySelector('main h1')?.textContent.trim();
  return { title, label: (el?.type === 'radio' ? el.closest('fieldset')?.querySelector('legend') : el?.labels?.[0])?.firstChild?.textContent.trim() || el?.getAttribute('aria-label') || f.path };
});

let queued = false;
function start() {
  if (document.activeElement?.matches('[data-form] [data-field]')) cursor(document.activeElement);
  adopt(true);
  new MutationObserver(changes => {
    for (const { target: el, attributeName } of changes) if (attributeName === 'data-revision') catchUp(formAt(el.dataset.form), Number(el.dataset.revision));
    if (queued) return;
    queued = true;
    queueMicrotask(() => { queued = false; adopt(false); });
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-revision'] });
}
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start); else start();
