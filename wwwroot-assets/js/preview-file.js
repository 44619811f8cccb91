// A document for looking at: its bytes by ranges, and its pages on a canvas. Nothing in a file runs: PDF goes through pdf.js in a worker
// without eval, forms, links or scripts; a picture is measured by its header before it is decoded.

export const PDF_UNIT = 96 / 72; // CSS pixels of one point
const FIRST = 65536, FIRST_PICTURE = 262144;
const CHUNK = 8192; // pdf.js looks at every page's dictionary before it draws one: in a scan each lies in a chunk of its own
const MOST_PIXELS = 40e6;        // of a picture: decoded it is four bytes a pixel
const KEPT_PIXELS = 12e6;        // of a picture, once it is decoded
const MOST_SCAN_PIXELS = 80e6;   // of one picture inside a PDF: A3 at 600 dpi
const MOST_TEXT = 200000;

/** Why a document is not shown: a name of PreviewText, what goes into its gaps, and whether trying again may help. */
export class Trouble extends Error {
  constructor(name, again = false, args = []) {
    super(name);
    Object.assign(this, { name, again, args });
  }
}

/** Reads bytes [begin, end) of an address; total is the whole file's size. */
async function read(url, begin, end, signal) {
  let response;
  try {
    response = await fetch(url, { headers: { Range: `bytes=${begin}-${end - 1}` }, cache: 'no-store', signal });
    if (response.redirected || response.status === 401) throw new Trouble('SessionOver');
    if (response.status === 404 || response.status === 403) throw new Trouble('NotHere');
    if (response.status === 503) throw new Trouble('Unreadable', true);
    if (response.status === 416) throw new Trouble('Damaged');
    if (!response.ok) throw new Trouble('ServerError', true);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.status !== 206) return { bytes: bytes.subarray(begin, end), total: bytes.length };
    return { bytes, total: Number(response.headers.get('Content-Range').split('/')[1]) };
  } catch (e) {
    if (e instanceof Trouble || signal.aborted) throw e;
    throw new Trouble('NoNetwork', true);
  }
}

const starts = (bytes, ...sign) => sign.every((b, k) => bytes[k] === b);

/** What the first bytes say: pdf, png, jpeg, or null. */
export function kindOf(bytes) {
  if (starts(bytes, 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A)) return 'png';
  if (starts(bytes, 0xFF, 0xD8, 0xFF)) return 'jpeg';
  return String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-') ? 'pdf' : null;
}

/** Width and height that a picture's header names; null where it names none. */
export function pictureSize(kind, bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === 'png') return bytes.length >= 24 && view.getUint32(12) === 0x49484452 ? { width: view.getUint32(16), height: view.getUint32(20) } : null;
  for (let at = 2; at + 9 <= bytes.length;) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xFF) return null;
    if (marker === 0xFF) { at++; continue; }
    if (marker === 0x01 || (marker >= 0xD0 && marker <= 0xD7)) { at += 2; continue; }
    if (marker >= 0xC0 && marker <= 0xCF && ![0xC4, 0xC8, 0xCC].includes(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/**
 * Opens a document as paper: { pages, unit, size(n, turn), draw(n, scale, turn, signal) → canvas, text(n), close() }.
 * `scale` counts canvas pixels per unit of `size`; `turn` is in degrees. `onBytes` is told how many came in all; `onTrouble` hears what breaks later.
 */
export async function openFile({ url, name, signal, onBytes = () => {}, onTrouble = () => {} }) {
  let came = 0;
  const get = async (begin, end) => {
    const part = await read(url, begin, end, signal);
    onBytes(came += part.bytes.length);
    return part;
  };
  const picture = /\.(jpe?g|png)$/i.test(name);
  const first = await get(0, picture ? FIRST_PICTURE : FIRST), kind = kindOf(first.bytes);
  if (kind === 'pdf') return openPdf(first, get, signal, onTrouble);
  if (kind) return openPicture(kind, first, get);
  throw new Trouble(picture ? 'DamagedPicture' : /\.pdf$/i.test(name) ? 'Damaged' : 'Unsupported');
}

// ---- PDF

const place = (path) => new URL(`../pdfjs/${path}`, import.meta.url).href;

async function openPdf(first, get, signal, onTrouble) {
  const pdfjs = await import('../pdfjs/pdf.min.mjs').catch(() => { throw new Trouble('NoNetwork', true); });
  // A worker for each document: what one file does to it harms no other, and closing ends it whatever it is doing.
  const port = new Worker(place('pdf.worker.min.mjs'), { type: 'module' });
  let task, broken;
  const trouble = new Promise((_, reject) => { broken = reject; });
  trouble.catch(onTrouble);
  const close = () => { task?.destroy().catch(() => {}); port.terminate(); };
  signal.addEventListener('abort', () => { broken(new Trouble('Closed')); close(); }, { once: true });
  port.addEventListener('error', () => broken(new Trouble('NoNetwork', true)));
  const orTrouble = (work) => Promise.race([work, trouble]);

  // Where everything lies in the file stands at its end.
  const end = Math.max(first.bytes.length, Math.floor((first.total - FIRST) / CHUNK) * CHUNK);
  const tail = { begin: end, bytes: end < first.total ? get(end, first.total).then((p) => p.bytes) : null };
  tail.bytes?.catch(() => {});
  const range = new (class extends pdfjs.PDFDataRangeTransport {
    requestDataRange(begin, end) {
      const part = begin >= tail.begin ? tail.bytes.then((b) => b.slice(begin - tail.begin, end - tail.begin)) : get(begin, end).then((p) => p.bytes);
      part.then((bytes) => this.onDataRange(begin, bytes), broken);
    }
  })(first.total, first.bytes, first.bytes.length === first.total);
  task = pdfjs.getDocument({
    range, worker: new pdfjs.PDFWorker({ port, verbosity: 0 }), rangeChunkSize: CHUNK, disableAutoFetch: true, disableStream: true,
    isEvalSupported: false, enableXfa: false, maxImageSize: MOST_SCAN_PIXELS, verbosity: 0,
    cMapUrl: place('cmaps/'), standardFontDataUrl: place('standard_fonts/'), wasmUrl: place('wasm/'),
  });
  let pdf;
  try {
    pdf = await orTrouble(task.promise);
  } catch (e) {
    close();
    if (e instanceof Trouble) throw e;
    throw new Trouble(e?.name === 'PasswordException' ? 'Password' : 'Damaged');
  }

  const pageOf = (n) => orTrouble(pdf.getPage(n)).catch((e) => { throw e instanceof Trouble ? e : new Trouble('DamagedPage'); });
  const viewOf = (page, scale, turn) => page.getViewport({ scale, rotation: (page.rotate + turn) % 360 });
  return {
    pages: pdf.numPages,
    unit: PDF_UNIT,
    close,
    async size(n, turn) {
      const { width, height } = viewOf(await pageOf(n), 1, turn);
      return { width, height };
    },
    async draw(n, scale, turn, stop) {
      const page = await pageOf(n), viewport = viewOf(page, scale, turn), canvas = document.createElement('canvas');
      Object.assign(canvas, { width: Math.max(1, Math.floor(viewport.width)), height: Math.max(1, Math.floor(viewport.height)) });
      const drawing = page.render({ canvas, viewport });
      stop.addEventListener('abort', () => drawing.cancel(), { once: true });
      try {
        await orTrouble(drawing.promise);
      } catch (e) {
        throw e instanceof Trouble || stop.aborted ? e : new Trouble('DamagedPage');
      }
      return canvas;
    },
    async text(n) {
      const content = await orTrouble((await pageOf(n)).getTextContent());
      return content.items.map((i) => (i.str ?? '') + (i.hasEOL ? '\n' : '')).join('').slice(0, MOST_TEXT).trim();
    },
  };
}

// ---- pictures

async function openPicture(kind, first, get) {
  const named = pictureSize(kind, first.bytes);
  if (!named || named.width === 0 || named.height === 0) throw new Trouble('DamagedPicture');
  if (named.width * named.height > MOST_PIXELS) throw new Trouble('TooManyPixels', false, [named.width, named.height, Math.round(named.width * named.height / 1e6)]);
  const parts = [first.bytes];
  if (first.bytes.length < first.total) parts.push((await get(first.bytes.length, first.total)).bytes);
  let decoded;
  try {
    decoded = await createImageBitmap(new Blob(parts, { type: `image/${kind}` }), { imageOrientation: 'from-image' });
  } catch {
    throw new Trouble('DamagedPicture');
  }
  const { width, height } = decoded, share = Math.min(1, Math.sqrt(KEPT_PIXELS / (width * height)));
  const kept = scaled(decoded, width, height, Math.max(1, Math.round(width * share)), Math.max(1, Math.round(height * share)), 0);
  decoded.close();
  const turned = (turn) => turn % 180 !== 0;
  return {
    pages: 1,
    unit: 1,
    close() { kept.width = kept.height = 0; },
    size: async (_, turn) => (turned(turn) ? { width: height, height: width } : { width, height }),
    draw: async (_, scale, turn) => scaled(kept, kept.width, kept.height, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), turn),
    text: async () => '',
  };
}

/** A canvas with the picture at width × height, then turned. */
function scaled(picture, fromWidth, fromHeight, width, height, turn) {
  const canvas = document.createElement('canvas'), across = turn % 180 !== 0;
  Object.assign(canvas, across ? { width: height, height: width } : { width, height });
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = 'high';
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.rotate(turn * Math.PI / 180);
  pen.drawImage(picture, 0, 0, fromWidth, fromHeight, -width / 2, -height / 2, width, height);
  return canvas;
}
