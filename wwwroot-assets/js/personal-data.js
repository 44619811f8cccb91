// What looks like personal data of a child in free text: the rules of personal-data.json, read step by step as the server reads them (Domain/Privacy).
// No page, no elements: text in, passages out.

const SPACE = '[ \\u00a0]{1,3}';
const unaccented = word => word.normalize('NFD').replace(/[\u0300-\u036F]/g, '').replaceAll('\u0111', 'd').replaceAll('\u0110', 'D');
const capitals = (words, first) => words.split(' ').map((w, k) => w === '' || (first && k > 0) ? w : w[0].toUpperCase() + w.slice(1)).join(' ');

// The longest first, so that two words are not taken for the first of them.
function alternatives(words, form) {
  const spelled = words.flatMap(w => [w, unaccented(w)]), lower = spelled.map(w => w.toLowerCase()), upper = spelled.map(w => w.toUpperCase());
  const all = form === 'title' ? spelled : form === 'upper' ? upper : [...spelled, ...lower, ...lower.map(w => capitals(w, true)), ...lower.map(w => capitals(w, false)), ...upper];
  const sorted = [...new Set(all)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${sorted.map(w => w.replaceAll(' ', SPACE)).join('|')})`;
}

/** Makes the rules ready to run. */
export function compile(file) {
  const built = new Map();
  const expand = pattern => pattern.replace(/\{\{([A-Za-z]+)(?::([a-z]+))?\}\}/g, (all, name, form) => {
    if (!built.has(all)) built.set(all, name in file.parts ? expand(file.parts[name]) : alternatives(file.lists[name], form));
    return built.get(all);
  });
  return { kinds: file.kinds, order: Object.keys(file.kinds),
    rules: file.rules.map(r => ({ ...r, pattern: new RegExp(expand(r.pattern), 'dgu'), then: r.then && new RegExp(expand(r.then), 'duy') })) };
}

// The composed text, and for each of its units (and its end) the place in the text as given.
function compose(text) {
  const units = [], places = [];
  for (const { 0: given, index } of text.matchAll(/[\s\S]\p{M}*/gu)) {
    const whole = given.replace(/[\uD800-\uDFFF\uFFFE]/g, '\uFFFD'), composed = whole.length === 1 || whole.includes('\uFFFD') ? whole : whole.normalize('NFC');
    for (let k = 0; k < composed.length; k++) {
      units.push(composed[k]);
      places.push(index);
    }
  }
  places.push(text.length);
  return { composed: units.join(''), places };
}

function suggest({ kinds }, text, start, end, kind) {
  if (kinds[kind].replacement) return kinds[kind].replacement;
  const initials = text.slice(start, end).split(/[ \u00a0]/).filter(w => w).map(w => w[0]).join('.');
  return text[end] === '.' ? initials : initials + '.';
}

/** Finds the passages, from left to right, none overlapping another: { start, length, kind, suggestion } in units of the text as given. */
export function find(compiled, text) {
  const { composed, places } = compose(text), found = [];
  for (const { kind, pattern, then } of compiled.rules) {
    for (const match of composed.matchAll(pattern)) {
      for (let next = match; next;) {
        const [start, end] = next.indices.groups.find;
        found.push({ start, end, kind });
        if (then) then.lastIndex = end;
        next = then ? then.exec(composed) : null;
      }
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end || compiled.order.indexOf(a.kind) - compiled.order.indexOf(b.kind));
  const kept = [];
  let last = 0;
  for (const { start, end, kind } of found) {
    if (start < last) continue;
    last = end;
    kept.push({ start: places[start], length: places[end] - places[start], kind, suggestion: suggest(compiled, composed, start, end, kind) });
  }
  return kept;
}
