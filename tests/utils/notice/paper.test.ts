// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { isDarkBehind, lumaOf } from '@/utils/notice/paper';

describe('the page behind', () => {
  it.each([
    ['rgb(0, 0, 0)', 0, 'black'],
    ['rgb(255, 255, 255)', 255, 'white'],
    ['rgba(0, 0, 0, 0)', null, 'transparent'],
    ['rgba(0, 0, 0, 0.9)', 0, 'nearly opaque'],
    ['rgb(0 0 0 / 0.2)', null, 'nearly transparent'],
    ['color(srgb 0 0 0)', null, 'another notation'],
  ])('%s has brightness %j', (colour, luma, why) => {
    const measured = lumaOf(colour);
    expect(measured === null ? null : Math.round(measured), why).toBe(luma);
  });

  it('is what lies nearest', () => {
    document.body.innerHTML =
      '<div style="background-color: rgb(255, 255, 255)"><div style="background-color: rgb(10, 10, 10)"><p><b></b></p></div></div>';
    expect(isDarkBehind(document.querySelector('b')!)).toBe(true);
    expect(isDarkBehind(document.querySelector('div div')!)).toBe(false);
  });
});
