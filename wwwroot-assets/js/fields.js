// The fields of the open forms as this browser knows them, and the one way in which what was typed leaves it: patches by fetch, one call per form at a time.
// No circuit is needed, and only the server's answer may say "saved". Nothing here touches the page: fill.js shows what happens.
import * as drafts from './drafts.js';
import { newKey } from './key.js';

const PAUSE = 1000, LATEST = 5000, BACKOFF = [1000, 2000, 4000, 8000, 15000, 30000], ASK_AGAIN = 15000, MOST = 400, MOST_CHARACTERS = 200_000;

/** Open forms by address: { address, fields, seen }; a field: { form, path, value, version, dirty, pending, error, conflict, replaced }. */
export const forms = new Map();
/** What is true of the page as a whole: when the server last saved, its clock against this machine's, and what stands in the way. */
export const state = { saved: null, ahead: 0, trouble: null, why: null, offlineSince: null };
const listeners = new Set();
let leaving = false;

/** Calls back with a field that changed, or with nothing when only the state did. */
export const listen = listener => listeners.add(listener);
const tell = f => { for (const listener of listeners) listener(f); };
export const all = () => [...forms.values()].flatMap(form => [...form.fields.values()]);
/** Typed and not acknowledged: also what was refused, and what waits for a choice. */
export const unsaved = f => Boolean(f.dirty || f.pending || f.error || f.conflict) && !gone(f);
/** The same to the server, which composes letters and cuts the ends. */
export const same = (a, b) => a.normalize('NFC').trim() === b.normalize('NFC').trim();
export const rowPlace = path => /^([^/]+)\/([^/]+)\/#$/.exec(path);
const placeOf = f => f.path.includes('/') ? f.form.fields.get(f.path.replace(/[^/]+$/, '#')) : undefined;
/** A cell whose row was taken away: it waits for the row to come back. */
const gone = f => { const place = placeOf(f); return Boolean(place) && place !== f && place.value === ''; };

export function formAt(address) {
  let form = forms.get(address);
  if (!form) forms.set(address, form = { address, fields: new Map(), seen: 0, tries: 0 });
  return form;
}

export function fieldAt(form, path, version = 0, value = '') {
  let f = form.fields.get(path);
  if (!f) form.fields.set(path, f = { form, path, version, value, dirty: false, pending: null, error: null, conflict: null, replaced: null, stopped: false });
  return f;
}

/** The form has left the page: what is saved is forgotten, what is not stays. */
export function forget(form) {
  for (const [path, f] of form.fields) if (!unsaved(f)) form.fields.delete(path);
}

/** Something was typed, chosen or put there. */
export function edit(f, value, wait = PAUSE) {
  const now = performance.now();
  f.since ??= now;
  Object.assign(f, { value, dirty: true, stopped: false, error: null, replaced: null, due: Math.min(now + wait, f.since + LATEST) });
  drafts.keep(f);
  plan(f.form);
  tell(f);
}

function plan(form) {
  clearTimeout(form.timer);
  if (form.sending || form.waiting) return;
  const due = Math.min(...[...form.fields.values()].map(f => f.pending ? 0 : waits(f) ? f.due : Infinity));
  if (due < Infinity) form.timer = setTimeout(() => send(form), Math.max(0, due - performance.now()));
}

/** Sends what waits, at once. */
export function flush() { for (const form of forms.values()) { again(form); send(form, true); } }

function again(form) { clearTimeout(form.waiting); form.waiting = undefined; }

const waits = f => f.dirty && !f.stopped && !f.conflict && !gone(f);
// A row goes before its cells.
const rank = f => rowPlace(f.path) ? 0 : 1;

async function send(form, everything = false) {
  if (form.sending && !leaving) return;
  const now = performance.now(), batch = [];
  let characters = 0;
  const ready = [...form.fields.values()].filter(f => f.pending || (waits(f) && (everything || f.due <= now)));
  for (const f of ready.sort((a, b) => rank(a) - rank(b))) {
    characters += (f.pending?.value ?? f.value).length;
    if (batch.length && (batch.length === MOST || characters > MOST_CHARACTERS)) break;
    // A patch is repeated word for word under its own key until it is answered: one that arrived although its answer was lost is not applied twice.
    if (!f.pending) {
      Object.assign(f, { pending: { path: f.path, value: f.value, version: f.version, key: newKey(), over: f.over }, dirty: false, over: undefined });
      drafts.keep(f); // with the key: one that arrived is known again even after the tab was killed
    }
    batch.push(f);
  }
  if (!batch.length) return plan(form);
  form.sending = true;
  tell();
  let answer = null;
  try {
    const body = JSON.stringify({ person: drafts.person(), patches: batch.map(f => f.pending) });
    answer = await fetch(form.address, { method: 'PATCH', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body, redirect: 'manual', keepalive: leaving && body.length < 30000 });
  } catch { /* no line */ }
  const json = answer?.headers.get('content-type')?.includes('json') ? await answer.json().catch(() => null) : null;
  form.sending = false;
  settle(form, batch, answer, json);
  tell();
}

function settle(form, batch, answer, json) {
  if (answer?.status === 200 && json) {
    Object.assign(state, { saved: json.time, ahead: json.at - Date.now(), trouble: null, why: null, offlineSince: null });
    form.tries = 0;
    for (const result of json.fields) settleField(form.fields.get(result.path), result);
    if (form.missed) { form.missed = false; catchUp(form); }
    return plan(form);
  }
  const other = json?.code === 'AnotherPersonSignedIn';
  if (answer && answer.status >= 400 && answer.status < 500 && ![401, 408, 429].includes(answer.status) && !other) {
    state.trouble = state.offlineSince = null;
    for (const f of batch) {
      Object.assign(f, { pending: null, dirty: false, stopped: true, error: json?.text ?? (answer.status === 413 ? 'tooLarge' : 'notAllowed') });
      tell(f);
    }
    return plan(form);
  }
  const signedOut = answer && (answer.status === 401 || answer.type === 'opaqueredirect');
  state.trouble = other ? 'other' : signedOut ? 'signedOut' : answer ? 'failed' : 'offline';
  state.why = json?.text ?? null;
  if (!answer) state.offlineSince ??= Date.now() + state.ahead;
  again(form);
  form.waiting = setTimeout(() => { form.waiting = undefined; send(form); }, signedOut || other ? ASK_AGAIN : BACKOFF[Math.min(form.tries++, BACKOFF.length - 1)]);
}

function settleField(f, { now, code, text }) {
  if (!f?.pending) return;
  const sent = f.pending.value;
  f.pending = null;
  if (!code) {
    Object.assign(f, { version: now.version, shown: now.input, mine: sent, error: null });
    f.form.seen = Math.max(f.form.seen, now.at);
    if (!f.dirty) settled(f);
  } else if (code === 'RowGone') {
    Object.assign(f, { dirty: true, due: performance.now() + PAUSE });
    f.form.missed = true; // a colleague took the row away
  } else if (now) {
    meet(f, now);
  } else {
    Object.assign(f, { error: text, stopped: !f.dirty });
  }
  tell(f);
}

function settled(f) {
  f.since = undefined;
  drafts.drop(f);
}

// Somebody else's text stands where this one was to go.
function meet(f, now) {
  if (rowPlace(f.path) || same(now.input, f.value)) {
    Object.assign(f, { version: now.version, value: now.input, shown: now.input, dirty: false, conflict: null, error: null });
    settled(f);
  } else {
    Object.assign(f, { conflict: now, dirty: true });
  }
}

/** The choice between two texts: it goes out as a new version over the other's. */
export function choose(f, value) {
  const other = f.conflict;
  Object.assign(f, { conflict: null, version: other.version, error: null });
  if (same(value, other.input)) {
    Object.assign(f, { value: other.input, shown: other.input, dirty: false });
    settled(f);
    tell(f);
  } else {
    f.over = other.by !== undefined;
    edit(f, value, 0);
  }
}

/** Learns what colleagues have typed since the form was read. */
export async function catchUp(form, revision) {
  if (revision !== undefined && revision <= form.seen) return;
  const answer = await fetch(`${form.address}?tu=${form.seen}`, { headers: { Accept: 'application/json' }, redirect: 'manual' }).catch(() => null);
  const json = answer?.status === 200 ? await answer.json().catch(() => null) : null;
  for (const now of json?.fields ?? []) receive(form, now);
}

function receive(form, now) {
  form.seen = Math.max(form.seen, now.at);
  const f = fieldAt(form, now.path);
  if (now.version <= f.version || f.pending) return; // old news; or its own answer will tell
  if (f.dirty || f.error) {
    meet(f, now);
  } else {
    const { mine, value } = f, cells = rowPlace(f.path) && now.input === '' ? [...form.fields.values()].filter(c => c !== f && placeOf(c) === f && unsaved(c)) : [];
    Object.assign(f, { version: now.version, value: now.input, shown: now.input, mine: undefined });
    // Who wrote it first is told when somebody else has put another text in its place.
    if (!now.mine && mine && !rowPlace(f.path) && !same(mine, now.input)) f.replaced = { by: now.by, time: now.time, text: mine };
    // A row that a colleague took away while something was typed into it comes back.
    if (cells.length) return edit(f, value, 0);
  }
  tell(f);
}

/** Text that this machine kept comes back into its field and goes to the server, which says whether somebody else was there meanwhile. True when it did. */
export function bringBack(f, kept) {
  if (same(kept.value, f.value)) {
    if (!unsaved(f)) drafts.drop(f);
  } else if (unsaved(f)) {
    f.conflict = { input: kept.value, shown: kept.value, version: f.version, at: kept.at };
    tell(f);
  } else {
    Object.assign(f, { before: f.value, keptAt: kept.at, version: kept.version });
    if (kept.key) f.pending = { path: f.path, value: kept.value, version: kept.version, key: kept.key };
    edit(f, kept.value, 0);
    if (kept.key) f.dirty = false;
    return true;
  }
  return false;
}

addEventListener('online', flush);
addEventListener('focus', () => { if (state.trouble) flush(); });
addEventListener('pagehide', () => { leaving = true; flush(); });
addEventListener('pageshow', () => { leaving = false; });
addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden' || state.trouble) flush(); });
