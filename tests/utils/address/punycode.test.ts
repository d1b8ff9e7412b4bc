import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiHost } from '@/utils/address/ascii-host';
import { decodePunycode } from '@/utils/address/punycode';
import { readableName } from '@/utils/address/readable-name';

describe('decodePunycode', () => {
  it.each([
    ['egbpdaj6bu4bxfgehfvwxn', 'ليهمابتكلموشعربي؟', 'RFC 3492 §7.1 (A) Arabic'],
    ['ihqwcrb4cv8a8dqg056pqjye', '他们为什么不说中文', 'RFC 3492 §7.1 (B) Chinese'],
    ['Proprostnemluvesky-uyb24dma41a', 'Pročprostěnemluvíčesky', 'RFC 3492 §7.1 (D) Czech'],
    [
      'PorqunopuedensimplementehablarenEspaol-fmd56a',
      'PorquénopuedensimplementehablarenEspañol',
      '(J) Spanish',
    ],
    ['3B-ww4c5e180e575a65lsy2b', '3年B組金八先生', 'RFC 3492 §7.1 (L) Japanese'],
    ['-> $1.00 <--', '-> $1.00 <-', 'RFC 3492 §7.1 (S) ASCII only'],
    ['mller-kva', 'müller', 'one umlaut'],
    ['', '', 'nothing'],
  ])('%s → %s: %s', (text, decoded) => {
    expect(decodePunycode(text)).toBe(decoded);
  });

  it.each([
    ['mller-kv', 'breaks off'],
    ['mller-k!a', 'no digit'],
    ['99999999999999', 'overflows'],
    ['9'.repeat(500), 'overflows for long'],
    ['zzzz', 'beyond U+10FFFF or broken off'],
  ])('refuses %s: %s', (text) => {
    expect(decodePunycode(text)).toBeNull();
  });

  it('leads back to what URL encoded', () => {
    const word = fc.stringMatching(/^[a-zäöüßçñ日本語中文字абвгд]{1,12}$/);
    fc.assert(
      fc.property(word, (text) => {
        const label = asciiHost(text) ?? '';
        fc.pre(label.startsWith('xn--'));
        expect(decodePunycode(label.slice(4))).toBe(text.normalize('NFC'));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void decodePunycode(text)));
  });
});

describe('readableName', () => {
  it.each([
    ['xn--mller-kva.example', 'müller.example', 'U-label'],
    ['xn--example.com', 'xn--example.com', 'no Punycode'],
    ['xn--mller-fea.example', 'xn--mller-fea.example', 'an invisible character, dropped on the way back'],
    ['xn--Mller-kva.example', 'xn--Mller-kva.example', 'not in the form that is looked up'],
    ['xn--a-', 'xn--a-', 'stands for plain ASCII'],
  ])('%s → %s: %s', (domain, text) => {
    expect(readableName(domain)).toBe(text);
  });
});
