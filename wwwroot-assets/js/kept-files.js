// Files on their way that this machine keeps until they have arrived, closed under the person's key like the drafts beside them; so an upload goes on
// after a refresh or a restart without the file being chosen again. Where nothing can be kept the same file, chosen again, goes on where it stopped.
import { close, committed, done, person, read, ready } from './drafts.js';

const HEADS = 'files', BODIES = 'bytes';
const idOf = key => `${person()}|${key}`;
const head = job => ({ address: job.url, title: job.title, label: job.file.name, value: job.about, key: job.key, type: job.file.type, lastModified: job.file.lastModified, typed: Object.fromEntries(job.typed), at: Date.now() });

/** Keeps a file; done when it is on the disk. */
export async function keep(job) {
  const { db, key } = await ready(), id = idOf(job.key), iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) }, key, await job.file.arrayBuffer());
  const record = await close(key, id, head(job)), transaction = db.transaction([HEADS, BODIES], 'readwrite');
  transaction.objectStore(HEADS).put(record);
  transaction.objectStore(BODIES).put({ id, iv, data });
  await committed(transaction);
  job.safe = true;
}

/** Keeps what was typed about it since. */
export async function rewrite(job) {
  const { db, key } = await ready(), record = await close(key, idOf(job.key), head(job));
  const transaction = db.transaction(HEADS, 'readwrite'), store = transaction.objectStore(HEADS);
  if (await done(store.getKey(record.id))) store.put(record); // it may have arrived meanwhile
  await committed(transaction);
}

/** What is kept for the person of this page, without the bytes, oldest first; for one panel or for all. */
export async function list(address) {
  const { db, key } = await ready();
  const mine = (await done(db.transaction(HEADS).objectStore(HEADS).getAll())).filter(r => r.person === person() && (!address || r.address === address));
  return (await Promise.all(mine.map(r => read(key, r)))).sort((a, b) => a.at - b.at);
}

/** The file itself. */
export async function fileOf(found) {
  const { db, key } = await ready(), body = await done(db.transaction(BODIES).objectStore(BODIES).get(found.id));
  const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: body.iv, additionalData: new TextEncoder().encode(found.id) }, key, body.data);
  return new File([bytes], found.label, { type: found.type, lastModified: found.lastModified });
}

/** How many files of other people this machine keeps. */
export async function ofOthers() {
  const { db } = await ready();
  return (await done(db.transaction(HEADS).objectStore(HEADS).getAll())).filter(r => r.person !== person()).length;
}

/** Takes files off this machine for good, by their key. */
export async function erase(keys) {
  const { db } = await ready(), transaction = db.transaction([HEADS, BODIES], 'readwrite');
  for (const key of keys) for (const store of [HEADS, BODIES]) transaction.objectStore(store).delete(idOf(key));
  await committed(transaction);
}
