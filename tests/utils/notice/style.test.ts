// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { adoptStyle } from '@/utils/notice/adopt-style';
import { noticeLook } from '@/utils/notice/look';
import { LEVELS } from '@/utils/verdict/level';

const rootOfAnElement = () => document.createElement('div').attachShadow({ mode: 'open' });

afterEach(() => vi.unstubAllGlobals());

describe('the look of the notice', () => {
  it('has a mark and colours for every level', () => {
    const { style, marks } = noticeLook();
    expect(Object.keys(marks).sort()).toEqual([...LEVELS, 'conditional', 'waiting'].sort());
    expect(new Set(Object.values(marks)).size).toBe(LEVELS.length + 2);
    for (const level of LEVELS) expect(style).toContain(`[data-level=${level}]{--ink:#`);
  });

  it('keeps the style of the page out and follows forced colours', () => {
    expect(noticeLook().style).toMatch(/:host\{all:initial.*forced-colors:active/s);
  });

  it('is a constructed sheet where the browser can', () => {
    const root = rootOfAnElement();
    adoptStyle(root, 'b{color:red}');
    expect(root.adoptedStyleSheets).toHaveLength(1);
    expect(root.querySelector('style')).toBeNull();
  });

  it('is an element where it cannot', () => {
    vi.stubGlobal('CSSStyleSheet', function CSSStyleSheet() {
      throw new Error('not in this world');
    });
    const root = rootOfAnElement();
    adoptStyle(root, 'b{color:red}');
    expect(root.querySelector('style')?.textContent).toBe('b{color:red}');
  });
});
