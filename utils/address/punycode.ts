/**
 * Punycode, the way back: from the ASCII of an A-label to the characters it stands for (RFC 3492 §6.2).
 * The way there is done by `URL`, which also checks; this one only makes names readable.
 */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;
const LAST_CODE_POINT = 0x10_ffff;

/** Decodes what follows `xn--` in an A-label; null if it is no Punycode. */
export function decodePunycode(text: string): string | null {
  const delimiter = text.lastIndexOf('-');
  const output = Array.from(text.slice(0, Math.max(delimiter, 0)), (char) => char.charCodeAt(0));
  let codePoint = INITIAL_N;
  let position = 0;
  let bias = INITIAL_BIAS;
  let at = delimiter + 1;
  while (at < text.length) {
    const delta = readDelta(text, at, bias);
    if (delta === null) return null;
    const length = output.length + 1;
    bias = adaptBias(delta.value, length, at === delimiter + 1);
    at = delta.next;
    codePoint += Math.floor((position + delta.value) / length);
    position = (position + delta.value) % length;
    if (codePoint > LAST_CODE_POINT) return null;
    output.splice(position, 0, codePoint);
    position += 1;
  }
  return String.fromCodePoint(...output);
}

/** A generalized variable-length integer (RFC 3492 §3.3); null if it breaks off or overflows. */
function readDelta(text: string, start: number, bias: number): { value: number; next: number } | null {
  let value = 0;
  let weight = 1;
  let k = BASE;
  for (let at = start; at < text.length; at += 1, k += BASE) {
    const digit = digitOf(text.charCodeAt(at));
    if (digit === null) return null;
    value += digit * weight;
    if (value > Number.MAX_SAFE_INTEGER) return null;
    const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
    if (digit < threshold) return { value, next: at + 1 };
    weight *= BASE - threshold;
  }
  return null;
}

/** a–z are 0–25 in either case, 0–9 are 26–35 (RFC 3492 §5). */
function digitOf(code: number): number | null {
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a ? lower - 0x61 : null;
}

/** RFC 3492 §6.1. */
function adaptBias(delta: number, length: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? DAMP : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
