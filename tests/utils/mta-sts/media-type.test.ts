import { describe, expect, it } from 'vitest';
import { isPlainText } from '@/utils/mta-sts/media-type';
import vectors from '../../vectors/sts-media-type.json';

describe('isPlainText', () => {
  it.each<[string | null, boolean, string]>([
    [null, false, 'no header'],
    ['', false, 'empty header'],
    ['text/plain', true, 'plain'],
    [' text/plain\t', true, 'blanks'],
    ['text/plain; charset=iso-8859-1', true, 'any parameter is ignored (RFC 8461 §3.2)'],
    ['text/plain;', true, 'empty parameter'],
    ['text/plain; x="text/html"', true, 'quoted parameter'],
    ['text/plain, text/html', false, 'two headers in one'],
    ['text/plainx', false, 'longer'],
    ['text/ plain', false, 'blank within'],
    ['text/html; x=text/plain', false, 'only in a parameter'],
  ])('%j: %s (%s)', (contentType, expected) => {
    expect(isPlainText(contentType)).toBe(expected);
  });
});

describe('vectors sts_media_type', () => {
  it.each(vectors)('$input → $expected ($source)', ({ input, expected }) => {
    expect(isPlainText(input)).toBe(expected);
  });
});
