// The viewer of one document: tools, one page at a time on a canvas, its words for screen readers. PreviewText.resx has the words.
import { openFile, Trouble } from './preview-file.js';

const STEP = 1.25, LEAST = 0.25, MOST = 4;
const MOST_CANVAS = 16e6; // pixels: on a sharp screen a far zoom is drawn less sharp instead of not at all

const make = (tag, css, set = {}) => Object.assign(document.createElement(tag), { className: css ?? '' }, set);
const glyph = (path) => `<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
const GLYPHS = {
  previous: 'M15 5.5L8.5 12l6.5 6.5', next: 'M9 5.5l6.5 6.5L9 18.5', out: 'M6 12h12', in: 'M6 12h12M12 6v12',
  fit: 'M4.5 5v14M19.5 5v14M7.500 12h9M10 9.500L7.500 12l2.500 2.500M14 9.500l2.500 2.500-2.500 2.500', turn: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.300M19.500 4v4h-4',
  window: 'M9 4.500H4.500V9M15 4.500h4.500V9M9 19.500H4.500V15M15 19.500h4.500V15', download: 'M12 4v11M7.5 10.5L12 15l4.5-4.5M5 19.5h14',
};

/** What a text with gaps says. */
export const fill = (text, ...args) => text.replace(/\{(\d)\}/g, (_, k) => args[k]);

/** One document being looked at. `root` is its element; whoever made the viewer puts it somewhere and calls `open`. */
export class Viewer {
  constructor(file, words) {
    Object.assign(this, { file, words, page: 1, turn: 0, zoom: 'fit', paper: null, seen: [0, 0], at: null });
    this.build();
    this.watch();
  }

  // ---- what stands there

  build() {
    const { words, file } = this, root = this.root = make('section', 'pv');
    root.setAttribute('aria-label', fill(words.Region, file.name));
    this.bar = make('div', 'pv-bar');
    this.bar.setAttribute('role', 'group');
    this.bar.setAttribute('aria-label', words.Tools);
    this.box = make('input', 'in dense', { inputMode: 'numeric', value: '1', autocomplete: 'off' });
    this.box.setAttribute('aria-label', words.PageBox);
    this.of = make('span', 'pv-of');
    this.pager = make('span', 'pv-set');
    this.pager.append(this.button('previous', words.Previous), this.box, this.of, this.button('next', words.Next));
    const zooms = make('span', 'pv-set'), others = make('span', 'pv-set');
    zooms.append(this.button('out', words.ZoomOut), this.button('in', words.ZoomIn), this.button('full', words.FullSize, '100 %'), this.button('fit', words.FitWidth));
    const link = make('a', 'btn t', { href: file.url, download: file.name, title: words.Download, innerHTML: glyph(GLYPHS.download) });
    link.setAttribute('aria-label', fill(words.DownloadOf, file.name));
    others.append(this.button('turn', words.Rotate), this.button('window', words.Window), link);
    this.bar.append(this.pager, zooms, others);
    this.stage = make('div', 'pv-stage', { tabIndex: 0 });
    this.stage.setAttribute('role', 'region');
    this.stage.setAttribute('aria-label', fill(words.Content, file.name));
    this.sheet = make('div', 'pv-sheet');
    this.text = make('p', 'vh pv-text');
    this.note = make('div', 'pv-note');
    this.stage.append(this.sheet, this.text);
    this.told = make('p', 'vh');
    this.told.setAttribute('role', 'status');
    const body = make('div', 'pv-body');
    body.append(this.stage, this.note);
    root.append(this.bar, body, this.told);
    this.bar.addEventListener('click', (e) => this.press(e.target.closest('button')?.dataset.pv));
    this.box.addEventListener('change', () => this.go(Number.parseInt(this.box.value, 10)));
    root.addEventListener('keydown', (e) => this.key(e));
    this.mark();
  }

  button(name, label, text) {
    const button = make('button', 'btn t', { type: 'button', title: label });
    if (text) button.textContent = text; else button.innerHTML = glyph(GLYPHS[name]);
    button.setAttribute('aria-label', label);
    button.dataset.pv = name;
    return button;
  }

  tool(name) { return this.bar.querySelector(`[data-pv="${name}"]`); }

  watch() {
    const { root, stage } = this;
    let width = 0;
    this.sizes = new ResizeObserver(() => {
      if (!this.paper || stage.clientWidth === 0 || stage.clientWidth === width) return;
      width = stage.clientWidth;
      if (this.zoom === 'fit') this.draw();
    });
    this.sizes.observe(stage);
    stage.addEventListener('scroll', () => { if (stage.isConnected) this.seen = [stage.scrollLeft, stage.scrollTop]; });
    // The renderer may replace the page under the reader: who stood in here stands in here again.
    root.addEventListener('focusin', (e) => { this.at = e.target; });
    root.addEventListener('focusout', () => queueMicrotask(() => { if (root.isConnected && !root.contains(document.activeElement)) this.at = null; }));
  }

  /** Puts the viewer into an element, with scroll and focus as they were. */
  moveTo(host) {
    const [left, top] = this.seen;
    host.replaceChildren(this.root);
    this.stage.scrollTo(left, top);
    if (this.at && (!document.activeElement || document.activeElement === document.body)) this.at.focus({ preventScroll: true });
    if (this.postponed) this.draw();
  }

  // ---- opening

  /** Reads the file and draws its page; also the way to try again. */
  async open() {
    const { words, file } = this;
    this.paper?.close();
    this.reading?.abort();
    this.paper = null;
    const reading = this.reading = new AbortController();
    this.say(fill(words.Loading, file.name));
    this.mark();
    try {
      const paper = await openFile({
        url: file.url, name: file.name, signal: reading.signal, onTrouble: (e) => { if (this.reading === reading) this.fail(e); },
        onBytes: (n) => { this.root.dataset.bytes = n; if (this.loading) this.loading.textContent = `${fill(words.Loading, file.name)} ${fill(words.Came, Math.round(n / 1024).toLocaleString('vi-VN'))}`; },
      });
      if (this.reading !== reading) { paper.close(); return; }
      this.paper = paper;
      this.page = Math.min(this.page, paper.pages);
      await this.draw();
    } catch (e) {
      if (this.reading === reading && !reading.signal.aborted) this.fail(e);
    }
  }

  fail(e) {
    if (e.name === 'Closed') return;
    const { words, file } = this, text = words[e.name] ? fill(words[e.name], ...(e.args ?? []).map((n) => n.toLocaleString('vi-VN'))) : words.ServerError;
    if (!(e instanceof Trouble)) console.error(e);
    const link = make('a', null, { href: file.url, download: file.name, textContent: words.Download }), line = make('p', null, { textContent: text });
    const again = make('button', 'btn s sm', { type: 'button', textContent: words.Retry });
    again.addEventListener('click', () => { this.stage.focus({ preventScroll: true }); this.open(); });
    line.setAttribute('role', 'alert');
    this.drawing?.abort();
    this.waits = e.name === 'NoNetwork';
    this.root.dataset.state = 'failed';
    this.sheet.replaceChildren();
    this.text.textContent = '';
    this.loading = null;
    this.note.replaceChildren(line, ...(e.again ? [again] : []), ...(['NotHere', 'SessionOver'].includes(e.name) ? [] : [link]));
    this.mark();
  }

  /** Nothing to see yet, and why. */
  say(text) {
    this.waits = false;
    this.root.dataset.state = 'loading';
    this.loading = make('p', 'pv-wait', { textContent: text });
    this.note.replaceChildren(this.loading);
  }

  close() {
    this.reading?.abort();
    this.drawing?.abort();
    this.sizes.disconnect();
    this.paper?.close();
    this.paper = null;
  }

  // ---- drawing

  async draw() {
    const { paper, page, turn, words, file } = this;
    if (!paper) return;
    this.drawing?.abort();
    const { signal } = this.drawing = new AbortController();
    try {
      const size = await paper.size(page, turn);
      if (signal.aborted) return;
      this.postponed = !this.root.isConnected; // off the page nothing has a width: it is drawn when it is put back
      if (this.postponed) return;
      const room = Math.max(120, this.stage.clientWidth - 2 * Number.parseFloat(getComputedStyle(this.stage).paddingLeft));
      const fit = room / (size.width * paper.unit), zoom = this.zoom === 'fit' ? (paper.unit === 1 ? Math.min(1, fit) : fit) : this.zoom;
      this.shown = zoom;
      const css = zoom * paper.unit, [width, height] = [size.width * css, size.height * css];
      const sharp = Math.min(Math.min(devicePixelRatio || 1, 3), Math.sqrt(MOST_CANVAS / (width * height)));
      const old = this.sheet.querySelector('canvas');
      if (old && old.dataset.page === `${page}/${turn}`) { old.style.width = `${width}px`; old.style.height = `${height}px`; }
      const canvas = await paper.draw(page, css * sharp, turn, signal);
      if (signal.aborted) return;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      canvas.dataset.page = `${page}/${turn}`;
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', paper.unit === 1 ? fill(words.Picture, file.name) : fill(words.Sheet, file.name, page, paper.pages));
      this.sheet.replaceChildren(canvas);
      this.loading = null;
      this.note.replaceChildren(...(blank(canvas) ? [make('p', null, { textContent: words.Blank })] : []));
      this.root.dataset.state = 'ready';
      this.root.dataset.drawn = `${page}/${paper.pages} ${turn} ${Math.round(zoom * 100)}`;
      this.mark();
      if (paper.unit !== 1) await this.speak(page, signal);
    } catch (e) {
      if (!signal.aborted) this.fail(e);
    }
  }

  async speak(page, signal) {
    const text = await this.paper.text(page).catch(() => '');
    if (!signal.aborted) this.text.textContent = text || this.words.NoText;
  }

  /** What the tools say now. */
  mark() {
    const { paper, page, words } = this, ready = !!paper && this.root.dataset.state !== 'failed', many = (paper?.pages ?? 1) > 1;
    for (const button of this.bar.querySelectorAll('button')) button.disabled = !ready;
    this.tool('window').disabled = false;
    this.tool('previous').disabled = !ready || page <= 1;
    this.tool('next').disabled = !ready || page >= (paper?.pages ?? 1);
    this.box.disabled = !ready || !many;
    if (document.activeElement !== this.box || this.box.value === '') this.box.value = String(page);
    this.of.textContent = fill(words.Of, paper?.pages ?? '…');
    this.tool('fit').setAttribute('aria-pressed', String(this.zoom === 'fit'));
    this.tool('full').setAttribute('aria-pressed', String(this.zoom === 1));
    this.pager.hidden = paper?.unit === 1;
  }

  // ---- acts

  press(name) {
    const zoomBy = (by) => this.zoomTo(Math.min(MOST, Math.max(LEAST, this.shown * by)));
    const acts = {
      previous: () => this.go(this.page - 1), next: () => this.go(this.page + 1), out: () => zoomBy(1 / STEP), in: () => zoomBy(STEP),
      full: () => this.zoomTo(1), fit: () => this.zoomTo('fit'), turn: () => this.rotate(), window: () => this.onWindow?.(),
    };
    acts[name]?.();
  }

  async go(page) {
    if (!this.paper) return;
    if (!Number.isInteger(page) || page < 1 || page > this.paper.pages) { this.box.value = String(this.page); return; }
    const held = document.activeElement;
    this.page = page;
    this.box.value = String(page);
    this.mark();
    if (held?.disabled) this.stage.focus({ preventScroll: true }); // the last page's button went out under the finger
    await this.draw();
    if (this.page !== page) return;
    this.stage.scrollTo(0, 0);
    this.tell(fill(this.words.ToldPage, page, this.paper?.pages));
  }

  async zoomTo(zoom) {
    if (!this.paper) return;
    this.zoom = zoom;
    await this.draw();
    this.tell(fill(this.words.ToldZoom, Math.round(this.shown * 100)));
  }

  async rotate() {
    if (!this.paper) return;
    this.turn = (this.turn + 90) % 360;
    await this.draw();
    this.tell(fill(this.words.ToldTurn, this.turn));
  }

  tell(text) { this.told.textContent = text; }

  key(e) {
    if (e.defaultPrevented || e.ctrlKey || e.altKey || e.metaKey || e.isComposing) return;
    const typing = e.target === this.box;
    const name = { PageUp: 'previous', PageDown: 'next', ...(typing ? {} : { '+': 'in', '=': 'in', '-': 'out', '0': 'fit', '1': 'full', r: 'turn', R: 'turn' }) }[e.key];
    if (!name) return;
    e.preventDefault();
    this.press(name);
  }
}

/** Whether nothing at all was drawn: empty, or left out because it cannot be decoded. */
function blank(canvas) {
  const small = make('canvas', null, { width: Math.min(canvas.width, 400), height: Math.min(canvas.height, 560) });
  const pen = small.getContext('2d', { willReadFrequently: true });
  pen.drawImage(canvas, 0, 0, small.width, small.height);
  return pen.getImageData(0, 0, small.width, small.height).data.every((v) => v > 252);
}
