// The rules of a form in the browser, with the server's meaning (Domain/Requests/Expressions): three-valued, blank is never zero, exact decimals.
// No page, no elements: trees and values in, results out. A value is { n: decimal }, { t: text }, { b: truth } or null for blank.

/** What was typed but cannot be read: nothing is said about it here, the server refuses it. */
export const UNCLEAR = Symbol('unclear');
const MOST = 79228162514264337593543950335n; // as far as the server counts

/** The number v with s decimals, without trailing zeros; null beyond what the server counts. */
export const decimal = (v, s) => {
  while (s > 0 && v % 10n === 0n) { v /= 10n; s--; }
  const whole = v / 10n ** BigInt(s);
  return whole > MOST || whole < -MOST ? null : { v, s };
};
const level = (a, b) => { const s = Math.max(a.s, b.s); return [a.v * 10n ** BigInt(s - a.s), b.v * 10n ** BigInt(s - b.s), s]; };
const order = (a, b) => { const [x, y] = level(a, b); return x < y ? -1 : x > y ? 1 : 0; };

/** A number as stored: 1234.5. */
export function stored(text) {
  const [, sign, whole, part = ''] = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(text);
  return decimal(BigInt(sign + whole + part), part.length);
}

/** A number as people write it: 1.234,5. */
export function show({ v, s }) {
  const digits = (v < 0n ? -v : v).toString().padStart(s + 1, '0'), whole = digits.slice(0, digits.length - s), part = digits.slice(digits.length - s);
  return (v < 0n ? '-' : '') + whole.replace(/\B(?=([0-9]{3})+$)/g, '.') + (part ? ',' + part : '');
}

const WRITTEN = /^([0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?:[ \u00A0\u202F][0-9]{3})+)(?:,([0-9]+))?$/;
const INVISIBLE = /[\p{Cc}\uFEFF\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/gu;

/** Reads what stands in a field: a value, null for blank, UNCLEAR. */
export function read(raw, field) {
  const text = raw.replace(/[\t\n\r]/g, ' ').replace(INVISIBLE, '').trim();
  if (text === '') return null;
  if (field.type === 'truth') return { b: text === 'true' };
  if (field.type === 'date') return day(text);
  if (field.type === 'year') return /^(19[0-9]{2}|20[0-9]{2}|2100)$/.test(text) ? { n: stored(text) } : UNCLEAR;
  if (field.type !== 'number') return { t: text };
  const [found, whole, part = ''] = WRITTEN.exec(text) ?? [];
  if (!found || part.length > field.decimals) return UNCLEAR;
  const digits = whole.replace(/[^0-9]/g, '');
  if (digits.replace(/^0+/, '').length > 15) return UNCLEAR;
  const n = stored(part ? `${digits}.${part}` : digits);
  return (field.min != null && order(n, stored(field.min)) < 0) || (field.max != null && order(n, stored(field.max)) > 0) ? UNCLEAR : { n };
}

function day(text) {
  const parts = text.includes('-') ? text.split('-').reverse() : text.split('/');
  if (parts.length !== 3 || !parts.every(p => /^[0-9]+$/.test(p)) || parts[0].length > 2 || parts[1].length > 2 || parts[2].length !== 4) return UNCLEAR;
  const [d, m, y] = parts.map(Number);
  if (y < 1900 || y > 2100 || m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return UNCLEAR;
  return { t: `${parts[2]}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` };
}

const isBlank = v => v === null || (v.t !== undefined && v.t.trim() === '');
const holds = { result: 'holds' }, unknown = { result: 'unknown' };
const truth = (yes, broken) => yes ? holds : { result: 'fires', broken };

/** Evaluates a tree: { result: holds | fires | unknown, broken, left, right }. `get` gives the value of a ["v", …] or ["s", …]. */
export function evaluate(tree, get) {
  const [op, a, b, c] = tree;
  switch (op) {
    case 'and': {
      const [l, r] = [evaluate(a, get), evaluate(b, get)];
      return l.result === 'fires' ? l : r.result === 'fires' ? r : l.result === 'unknown' || r.result === 'unknown' ? unknown : holds;
    }
    case 'or': {
      const [l, r] = [evaluate(a, get), evaluate(b, get)];
      return l.result === 'holds' || r.result === 'holds' ? holds : l.result === 'unknown' || r.result === 'unknown' ? unknown : l;
    }
    case 'not': {
      const { result } = evaluate(a, get);
      return result === 'unknown' ? unknown : truth(result === 'fires', tree);
    }
    case 'if': {
      const { result } = evaluate(a, get);
      return result === 'holds' ? evaluate(b, get) : result === 'fires' ? c ? evaluate(c, get) : holds : unknown;
    }
    case 'blank': return truth(isBlank(value(a, get)), tree);
    case 'filled': return truth(!isBlank(value(a, get)), tree);
    case 'in': {
      const chosen = value(a, get);
      return isBlank(chosen) ? unknown : truth(chosen.t !== undefined && tree.slice(2).includes(chosen.t), tree);
    }
    case '=': case '<>': case '<': case '<=': case '>': case '>=': return compare(tree, value(a, get), value(b, get));
    default: {
      const only = value(tree, get);
      return only?.b === undefined ? unknown : truth(only.b, tree);
    }
  }
}

function compare(tree, left, right) {
  if (isBlank(left) || isBlank(right)) return unknown;
  const by = left.n && right.n ? order(left.n, right.n)
    : left.b !== undefined && right.b !== undefined ? Number(left.b) - Number(right.b)
    : left.t !== undefined && right.t !== undefined ? (left.t < right.t ? -1 : left.t > right.t ? 1 : 0) : null;
  if (by === null) return unknown;
  const fine = { '=': by === 0, '<>': by !== 0, '<': by < 0, '<=': by <= 0, '>': by > 0, '>=': by >= 0 }[tree[0]];
  return fine ? holds : { result: 'fires', broken: tree, left, right };
}

/** The value of an operand or of a calculation. */
export function value(tree, get) {
  const [op, a, b] = tree;
  if (op === 'n') return { n: stored(a) };
  if (op === 't') return { b: a };
  if (op === 'c') return { t: a };
  if (op === 'v' || op === 's') return get(tree);
  if (!['+', '-', '*', '/'].includes(op)) return null;
  const l = value(a, get)?.n, r = value(b, get)?.n;
  if (!l || !r) return null;
  const n = calculate(op, l, r);
  return n && { n };
}

function calculate(op, l, r) {
  if (op === '*') return decimal(l.v * r.v, l.s + r.s);
  const [x, y, s] = level(l, r);
  if (op === '/') return y === 0n ? null : decimal(x * 10n ** 28n / y, 28);
  return decimal(op === '+' ? x + y : x - y, s);
}

/** All ["v", …] and ["s", …] of a tree, from left to right. */
export function operands(tree) {
  return tree[0] === 'v' || tree[0] === 's' ? [tree] : tree.slice(1).filter(Array.isArray).flatMap(operands);
}

const SIGNS = { '=': '\u2260', '<>': '=', '<': '\u2265', '<=': '>', '>': '\u2264', '>=': '<' };

/** The figures of a broken comparison, for example "64 ≠ 12 + 48 = 60, …"; null when there is nothing to show. */
export function detail({ broken, left, right }, get, fields, off) {
  if (!left || !right) return null;
  const sign = SIGNS[broken[0]];
  if (left.n && right.n) {
    const named = broken[0] !== '=', text = `${side(broken[1], left.n, named, get, fields)} ${sign} ${side(broken[2], right.n, named, get, fields)}`;
    const [x, y, s] = level(left.n, right.n);
    return named ? text : off.replace('{0}', text).replace('{1}', show(decimal(x > y ? x - y : y - x, s)));
  }
  const days = [left.t, right.t].map(t => /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(t ?? ''));
  return days.every(Boolean) ? days.map(([, y, m, d]) => `${d}/${m < 3 ? m : Number(m)}/${y}`).join(` ${sign} `) : null;
}

function side(tree, n, named, get, fields) {
  return '+-*/'.includes(tree[0]) ? `${written(tree, get)} = ${show(n)}` : named && tree[0] === 'v' ? `${fields[tree[1]].label} (${show(n)})` : show(n);
}

function written(tree, get) {
  const [op, a, b] = tree;
  if (op === '+' || op === '-') return `${written(a, get)} ${op} ${op === '-' ? inner(b, get) : written(b, get)}`;
  if (op === '*' || op === '/') return `${inner(a, get)} ${op === '*' ? '\u00D7' : ':'} ${inner(b, get)}`;
  const n = value(tree, get)?.n;
  return n ? show(n) : '';
}

const inner = (tree, get) => '+-*/'.includes(tree[0]) ? `(${written(tree, get)})` : written(tree, get);
