// The letter of a draft: tells which of its words are selected, and brings a marked place into view. No third-party code.
let page;

// A place in the text: a piece knows where it begins; tags drawn inside it are not part of the letter.
function placeOf(node, offset) {
  if (node.nodeType !== Node.TEXT_NODE) { // an element's offset counts its children
    const next = node.childNodes[offset];
    const piece = (next?.nodeType === Node.ELEMENT_NODE ? next : next?.parentElement)?.closest?.('[data-at]') ?? node.closest?.('[data-at]');
    return piece ? Number(piece.dataset.at) + (piece === node && !next ? lengthOf(piece) : 0) : null;
  }
  const piece = node.parentElement.closest('[data-at]');
  if (!piece || node.parentElement.closest('[data-tag]')) return piece && Number(piece.dataset.at);
  let at = Number(piece.dataset.at);
  for (const part of textsOf(piece)) {
    if (part === node) return at + offset;
    at += part.length;
  }
  return at;
}

function* textsOf(piece) {
  const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('[data-tag]')) yield walker.currentNode;
}

const lengthOf = (piece) => [...textsOf(piece)].reduce((sum, part) => sum + part.length, 0);

function selected() {
  const letter = document.querySelector('[data-letter]');
  if (!letter) return [0, 0];
  if (letter.matches('textarea')) return [letter.selectionStart, letter.selectionEnd];
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed || !letter.contains(selection.getRangeAt(0).commonAncestorContainer)) return null;
  const range = selection.getRangeAt(0);
  const from = placeOf(range.startContainer, range.startOffset), to = placeOf(range.endContainer, range.endOffset);
  return from === null || to === null ? null : [from, to];
}

let waiting;
function changed() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const inside = document.querySelector('.letter')?.contains(document.activeElement) && !document.activeElement.matches('textarea');
    const place = selected();
    if (place) page?.invokeMethodAsync('Select', place[0], place[1] - place[0]);
    else if (!inside) page?.invokeMethodAsync('Select', 0, 0); // pressing the button must not lose what was selected
  }, 150);
}

export function listen(to) {
  page = to;
  document.addEventListener('selectionchange', changed);
}

export function leave() {
  page = null;
  clearTimeout(waiting);
  document.removeEventListener('selectionchange', changed);
}

export function reveal(key) {
  const mark = key && document.querySelector(`[data-mark="${CSS.escape(key)}"]`);
  mark?.scrollIntoView({ block: 'nearest', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
}

export function caret(words) {
  return words.selectionStart;
}
