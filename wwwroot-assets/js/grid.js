// What a spreadsheet puts on the clipboard as plain text: lines of cells between tabs; a cell with a line break or a quote in it stands in quotes, doubled inside.

/** A text as it is compared: composed, without ends, in small letters. */
export const plain = text => text.normalize('NFC').trim().toLocaleLowerCase('vi');

/** Reads it into lines of cells. A first line that repeats the heads of the columns is left out, and so is an empty last line. */
export function readGrid(text, heads) {
  const lines = [[]];
  let cell = '', quoted = false, at = 0;
  const source = text.replace(/\r\n?/g, '\n');
  const end = () => { lines.at(-1).push(cell.trim()); cell = ''; };
  for (; at < source.length; at++) {
    const c = source[at];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (source[at + 1] === '"') { cell += c; at++; } else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === '\t') end();
    else if (c === '\n') { end(); lines.push([]); }
    else cell += c;
  }
  end();
  if (lines.length > 1 && lines.at(-1).every(c => c === '')) lines.pop();
  if (lines.length > 1 && lines[0].every((c, i) => c !== '' && plain(c) === plain(heads[i] ?? ''))) lines.shift();
  return lines;
}
