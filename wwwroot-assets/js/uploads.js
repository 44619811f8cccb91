// Files on their way to items. tus-js-client brings the bytes, in pieces that go on where they stopped after a cut line, a refresh or a restart;
// when all are there the server makes a document of them. Until then the file lies closed on this machine (kept-files.js).
import { makeRow, part, progress, stand } from './evidence-row.js';
import * as kept from './kept-files.js';
import { newKey } from './key.js';

const PIECE = 4 * 1048576, AT_ONCE = 3, AGAIN = 8000, NOTED = 500;
const DELAYS = [0, 1000, 2000, 4000, ...Array(5000).fill(AGAIN)]; // for hours; each piece that arrives begins anew
const megabytes = bytes => (bytes / 1048576).toLocaleString('vi-VN', { maximumFractionDigits: 1 });
const running = ['preparing', 'going', 'offline', 'checking'];

/** Files on their way, failed or arrived: { url, to, file, words, key, typed, row, state, ... }. */
export const jobs = [];
/** Puts numbers and names into a text. */
export const fill = (text, ...args) => text.replace(/\{(\d)\}/g, (_, k) => args[k]);

let said = { arrived() {}, place() {} };
/** What to do when a document is made, and when rows have come or gone. */
export const listen = told => { said = told; };

// ---- chosen

/** Takes files for a panel: a row each at once, and those that can be sent are. */
export function choose(panel, files) {
  const words = JSON.parse(panel.dataset.texts), most = Number(panel.dataset.maxFiles);
  for (const file of files) {
    const here = Number(panel.dataset.count) + jobs.filter(j => j.url === panel.dataset.evidence && j.file && !['failed', 'done'].includes(j.state)).length;
    const refused = file.size === 0 ? fill(words.Empty, file.name)
      : file.size > Number(panel.dataset.maxMegabytes) * 1048576 ? fill(words.TooBig, megabytes(file.size), panel.dataset.maxMegabytes)
      : !panel.dataset.accept.split(',').some(end => file.name.toLowerCase().endsWith(end.trim())) ? fill(words.WrongKind, file.name, panel.dataset.kinds)
      : here >= most ? fill(words.TooMany, most) : null;
    const job = begin(panel, words, { file, key: newKey() });
    if (refused) { fail(job, refused, false); continue; }
    hold(job, false);
    job.kept = kept.keep(job).then(() => true, () => false);
    next();
  }
}

/** Goes on with what this machine still has for a panel, unless another tab does. */
export async function resume(panel) {
  for (const found of await kept.list(panel.dataset.evidence).catch(() => [])) {
    if (jobs.some(j => j.key === found.key)) continue;
    await new Promise(asked => hold({ key: found.key }, true, async free => {
      const file = free && !jobs.some(j => j.key === found.key) && await kept.fileOf(found).catch(() => null);
      const job = file ? begin(panel, JSON.parse(panel.dataset.texts), { file, key: found.key, typed: new Map(Object.entries(found.typed)), kept: Promise.resolve(true), safe: true }) : null;
      asked();
      if (job) next();
      return job?.over;
    }));
  }
}

function begin(panel, words, more) {
  const job = { url: panel.dataset.evidence, to: panel.dataset.send, title: document.querySelector('h1')?.textContent ?? '', words, typed: new Map(), row: null, ...more };
  job.about = fill(words.KeptFile, megabytes(job.file.size));
  job.over = new Promise(yes => { job.end = yes; });
  job.row = makeRow(job, words);
  state(job, 'waiting', words.Waiting);
  jobs.push(job);
  said.place();
  return job;
}

// One tab at a time brings a file; where the browser has no locks nothing is kept, so no second tab knows of it.
function hold(job, ifAvailable, then = () => job.over) {
  if (!navigator.locks) return ifAvailable ? then(true) : undefined;
  return navigator.locks.request(`upload|${job.key}`, { ifAvailable }, lock => then(!!lock));
}

function next() {
  const free = AT_ONCE - jobs.filter(j => running.includes(j.state)).length;
  for (const job of jobs.filter(j => j.state === 'waiting').slice(0, Math.max(0, free))) send(job);
}

// ---- sent

const library = async () => globalThis.tus ?? (await import('../tus/tus.min.js'), globalThis.tus);
const whole = async job => (job.sum ??= await hash(job.file));
const idOf = url => url.split('/').at(-1);
// Where it lies on the server, also for the same file chosen again; a browser that keeps nothing begins anew.
const placeOf = job => `upload|${document.body.dataset.person}|${job.to}|${job.file.size}|${job.file.lastModified}`;
const place = {
  of(job) { try { return localStorage.getItem(placeOf(job)); } catch { return null; } },
  is(job, url) { try { localStorage.setItem(placeOf(job), url); } catch { /* kept for this page only */ } },
  gone(job) { try { localStorage.removeItem(placeOf(job)); } catch { /* there was none */ } },
};
const json = text => { try { return JSON.parse(text); } catch { return null; } };

async function hash(file) {
  if (!globalThis.crypto?.subtle) return null; // plain http: the server then only knows the length
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))].map(b => b.toString(16).padStart(2, '0')).join('');
}

/** Sends a file, from where the server has it. */
export async function send(job) {
  const { words, file } = job;
  state(job, 'preparing', words.Preparing);
  const tus = await library().catch(() => fail(job, words.NoNetwork, true));
  const sum = tus && await whole(job).catch(() => { fail(job, words.Unreadable, true); });
  if (job.state !== 'preparing') return; // failed, dropped or paused meanwhile
  let begun = null;
  job.upload = new tus.Upload(file, {
    endpoint: new URL(job.to, document.baseURI).href, uploadUrl: place.of(job), storeFingerprintForResuming: false,
    metadata: { filename: file.name, ...(sum ? { sha256: sum } : {}) }, chunkSize: PIECE, retryDelays: DELAYS,
    onUploadUrlAvailable: () => place.is(job, job.upload.url),
    onProgress: sent => { begun ??= { at: performance.now(), sent }; job.sent = sent; going(job, begun); },
    onShouldRetry: e => again(job, e),
    onError: e => refused(job, e),
    onSuccess: () => finish(job),
  });
  job.upload.start();
}

function going(job, begun) {
  const { words, file, sent } = job, seconds = (performance.now() - begun.at) / 1000, share = Math.floor(100 * sent / file.size);
  const left = Math.ceil((file.size - sent) / ((sent - begun.sent) / seconds));
  const rest = seconds > 1 && sent > begun.sent ? ` · ${fill(words.Left, left >= 60 ? fill(words.Minutes, Math.ceil(left / 60)) : fill(words.Seconds, left))}` : '';
  state(job, 'going', fill(words.Uploading, share, megabytes(sent), megabytes(file.size)) + rest, share);
}

function again(job, error) {
  const status = error.originalResponse?.getStatus() ?? 0, answer = json(error.originalResponse?.getBody());
  if (status !== 0 && status < 500 && status !== 423 && status !== 460 && !(status === 409 && !answer)) return false;
  state(job, 'offline', answer?.text ?? fill(job.words.Offline, megabytes(job.sent ?? 0), megabytes(job.file.size)));
  return true;
}

function refused(job, error) {
  const response = error.originalResponse, answer = json(response?.getBody());
  if (!response) fail(job, job.words.Unreadable, true); // the file itself could not be read any more
  else fail(job, response.getStatus() === 401 ? job.words.SignedOut : answer?.text ?? job.words.ServerError, response.getStatus() === 401 || response.getStatus() >= 500);
}

/** All bytes are there: they become a document. */
export async function finish(job, notSecret = false) {
  const { words } = job;
  state(job, 'checking', words.Checking, 100);
  let response, answer;
  try {
    response = await fetch(job.url, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Key': job.key }, body: JSON.stringify({ upload: idOf(job.upload.url), notSecret }) });
    answer = json(await response.text());
  } catch {
    state(job, 'offline', fill(words.Offline, megabytes(job.file.size), megabytes(job.file.size)));
    job.timer = setTimeout(() => finish(job, notSecret), AGAIN);
    return;
  }
  if (response.ok && answer) {
    settle(job);
    state(job, 'done', fill(words.Uploaded, answer.name), 100);
    said.arrived(job, answer);
    next();
  } else if (answer?.code === 'SecrecyAsked') { state(job, 'asking', '', 100); part(job.row, 'error').textContent = answer.text; }
  else if (response.status === 401 || response.redirected) fail(job, words.SignedOut, true);
  else {
    if (response.status < 500) place.gone(job); // nothing of it is left there
    fail(job, answer?.text ?? words.ServerError, response.status >= 500 || answer?.code === 'UploadGone' || answer?.code === 'FileDamaged');
  }
}

// ---- the row's own

function state(job, name, line, share) {
  job.state = name;
  stand(job.row, name, job.words);
  if (name !== 'failed' && name !== 'asking') part(job.row, 'error').textContent = '';
  progress(job.row, share ?? Math.floor(100 * (job.sent ?? 0) / job.file.size), line);
}

function fail(job, text, retry) {
  state(job, 'failed', '');
  part(job.row, 'retry').hidden = !retry;
  part(job.row, 'error').textContent = text;
  if (!retry) settle(job);
  next();
}

/** Nothing is kept of it any more, here or as an address. */
function settle(job) {
  if (job.to) place.gone(job);
  job.kept?.then(() => kept.erase([job.key])).catch(() => {});
}

/** Stops for a while; what has arrived stays. */
export async function pause(job) {
  const share = Math.floor(100 * (job.sent ?? 0) / job.file.size);
  state(job, 'paused', fill(job.words.Paused, share, megabytes(job.sent ?? 0), megabytes(job.file.size)), share);
  await job.upload?.abort();
  next();
}

/** Takes a row away; a file that is still on its way is called back from the server too. */
export function forget(job) {
  clearTimeout(job.timer);
  if (job.file && job.state !== 'done') {
    job.state = 'dropped';
    job.upload?.abort(true).catch(() => {}); // else it expires
    settle(job);
  }
  job.end?.();
  jobs.splice(jobs.indexOf(job), 1);
  job.row.remove();
  next();
}

/** What is being typed about a file on its way is kept with it. */
export function note(job) {
  clearTimeout(job.noting);
  job.noting = setTimeout(async () => { if (await job.kept) kept.rewrite(job).catch(() => {}); }, NOTED);
}

addEventListener('online', async () => {
  for (const job of jobs.filter(j => j.state === 'offline')) { clearTimeout(job.timer); await job.upload?.abort(); send(job); }
});
addEventListener('beforeunload', e => { if (jobs.some(j => j.file && j.state !== 'done' && j.state !== 'failed' && !j.safe)) e.preventDefault(); });
