// What this machine keeps of typed text that the server does not have yet: in IndexedDB, closed with AES-GCM under a key that the server hands out to the
// person who is signed in. Who sits here next sees that there is something, never what. Needs https or localhost: elsewhere WebCrypto is not there, and nothing
// is kept; the page then says so.
const NAME = 'portal', STORE = 'drafts', STORES = [STORE, 'files', 'bytes'], PAUSE = 250; // files on their way: kept-files.js
const waiting = new Map(); // id -> record to write, or null to delete
let opened = null, timer = 0, running = Promise.resolve(), describe = () => ({});

/** Why nothing can be kept here: 'http', 'storage', 'key'; null while it can. */
export let why = globalThis.crypto?.subtle ? globalThis.indexedDB ? null : 'storage' : 'http';
/** The person of this page, by key; null before sign-in. */
export const person = () => Number(document.body.dataset.person) || null;
/** Says what a field is called, for the list of drafts. */
export const describeBy = describer => { describe = describer; };

/** What a request of the store gives. */
export const done = request => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = () => no(request.error); });
/** Done when a transaction is on the disk. */
export const committed = transaction => new Promise((yes, no) => { transaction.oncomplete = yes; transaction.onabort = transaction.onerror = () => no(transaction.error); });
const id = f => `${person()}|${f.form.address}|${f.path}`;
const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));

async function open() {
  const request = indexedDB.open(NAME, 2);
  request.onupgradeneeded = () => { for (const store of STORES) if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store, { keyPath: 'id' }); };
  const db = await done(request).catch(() => { why = 'storage'; throw new Error('storage'); });
  db.onversionchange = () => { db.close(); opened = null; }; // a newer page wants another shape
  const answer = await fetch('ban-nhap/khoa', { headers: { Accept: 'application/json' }, redirect: 'manual' }).catch(() => null);
  if (answer?.status !== 200) throw new Error('key');
  const given = await answer.json();
  if (given.person !== person()) throw new Error('key'); // somebody else has signed in since this page was opened
  return { db, key: await crypto.subtle.importKey('raw', bytes(given.key), 'AES-GCM', false, ['encrypt', 'decrypt']) };
}

/** The store and the person's key: asked for when they are needed, once; again when they could not be had. */
export async function ready() {
  if (!person() || why === 'http') throw new Error(why ?? 'key');
  try {
    const both = await (opened ??= open());
    why = null;
    return both;
  } catch (e) {
    opened = null;
    why ??= 'key';
    throw e;
  }
}

/** Keeps a field's text until it is dropped. */
export function keep(f) {
  if (why === 'http' || !person()) return;
  waiting.set(id(f), { ...describe(f), address: f.form.address, path: f.path, value: f.value, version: f.version, key: f.pending?.value === f.value ? f.pending.key : undefined, at: Date.now() });
  timer ||= setTimeout(write, PAUSE);
}

/** The server has it: nothing is kept of it any more, from now on, or a page that is left right after the save would bring back what was typed before it. */
export function drop(f) {
  if (why === 'http' || !person()) return;
  waiting.set(id(f), null);
  write();
}

/** Writes at once what is on its way into the store; done when it is there. */
export const settle = async () => { await running; if (waiting.size) await write(); };

// One batch after the other: what is dropped must not come before what was kept.
function write() {
  clearTimeout(timer);
  timer = 0;
  const batch = [...waiting];
  waiting.clear();
  return running = running.then(() => put(batch)).catch(() => {
    for (const [key, record] of batch) if (!waiting.has(key)) waiting.set(key, record);
    timer ||= setTimeout(write, 5000);
  });
}

async function put(batch) {
  const { db, key } = await ready();
  const records = await Promise.all(batch.map(async ([recordId, record]) => [recordId, record && await close(key, recordId, record)]));
  const transaction = db.transaction(STORE, 'readwrite'), store = transaction.objectStore(STORE);
  for (const [recordId, record] of records) if (record) store.put(record); else store.delete(recordId);
  await committed(transaction).catch(e => { why = 'storage'; throw e; });
}

/** Closes a record under the person's key. */
export async function close(key, recordId, record) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(recordId) }, key, new TextEncoder().encode(JSON.stringify(record)));
  return { id: recordId, person: person(), address: record.address, at: record.at, iv, data };
}

/** Opens it again. */
export async function read(key, record) {
  try {
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: record.iv, additionalData: new TextEncoder().encode(record.id) }, key, record.data);
    return { id: record.id, ...JSON.parse(new TextDecoder().decode(text)) };
  } catch {
    return { id: record.id, address: record.address, at: record.at, unreadable: true };
  }
}

/** What is kept for the person of this page, readable, oldest first; of one form or of all. */
export async function list(address) {
  const { db, key } = await ready();
  const mine = (await done(db.transaction(STORE).objectStore(STORE).getAll())).filter(r => r.person === person() && (!address || r.address === address));
  return (await Promise.all(mine.map(r => read(key, r)))).sort((a, b) => a.at - b.at);
}

/** How many texts of other people this machine keeps. */
export async function ofOthers() {
  const { db } = await ready();
  return (await done(db.transaction(STORE).objectStore(STORE).getAll())).filter(r => r.person !== person()).length;
}

/** Takes texts off this machine for good. */
export async function erase(ids) {
  const { db } = await ready();
  const transaction = db.transaction(STORE, 'readwrite');
  for (const recordId of ids) { waiting.delete(recordId); transaction.objectStore(STORE).delete(recordId); }
  await committed(transaction);
}
