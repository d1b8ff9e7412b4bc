/** The rules of the architecture test see what they are there for. */
import { describe, expect, it } from 'vitest';
import {
  importCircles,
  importComplaints,
  packageComplaints,
  pageWeightComplaints,
  userComplaints,
} from './import-rules';
import { effectsIn } from './purity';
import { parseSource } from './source-tree';

describe('import rules', () => {
  it.each([
    ['utils/dns/x.ts', `import { a } from '@/utils/mx/read-mx';`, 'dns imports nothing'],
    ['utils/mx/x.ts', `import { a } from '../verdict/decide';`, 'upwards'],
    ['utils/notice/x.ts', `import type { E } from '@/utils/verdict/evidence';`, 'notice knows levels only'],
    ['components/x.tsx', `import { decide } from '@/utils/verdict/decide';`, 'views judge nothing'],
    ['utils/lookup/x.ts', `const x = await import('@/utils/network/doh-client');`, 'dynamic counts'],
    ['utils/newroom/x.ts', ``, 'an unknown room'],
  ])('%s: %s is refused (%s)', (path, text) => {
    expect(importComplaints(parseSource(path, text))).toHaveLength(1);
  });
  it.each([
    ['utils/mx/x.ts', `import { a } from '@/utils/dns/answer';`],
    ['utils/notice/x.ts', `import { LEVEL_LOOK } from '@/utils/verdict/level-look';`],
    ['components/x.tsx', `import type { Verdict } from '@/utils/verdict/verdict';`],
    ['entrypoints/background/x.ts', `import { decide } from '@/utils/verdict/decide';`],
  ])('%s: %s is allowed', (path, text) => {
    expect(importComplaints(parseSource(path, text))).toEqual([]);
  });
  it('nothing imports entrypoints, cli or tests', () => {
    const file = parseSource('utils/lookup/x.ts', `import '@/cli/check'; import '../../tests/world/world';`);
    expect(userComplaints(file)).toHaveLength(2);
  });
  it('Dexie outside cache and browser outside the edges are refused', () => {
    const file = parseSource(
      'utils/lookup/x.ts',
      `import Dexie from 'dexie'; import { browser } from 'wxt/browser';`,
    );
    expect(packageComplaints(file)).toHaveLength(2);
  });
  it('a circle of rooms is seen', () => {
    const circle = importCircles([
      parseSource('utils/dns/x.ts', `import '@/utils/mx/x';`),
      parseSource('utils/mx/x.ts', `import '@/utils/dns/x';`),
    ]);
    expect(circle.length).toBeGreaterThan(0);
  });
  it('preact behind two steps of the content script is seen', () => {
    const weight = pageWeightComplaints([
      parseSource('entrypoints/compose.content/index.ts', `import '@/utils/settings/settings';`),
      parseSource('utils/settings/settings.ts', `import * as v from 'valibot';`),
    ]);
    expect(weight).toHaveLength(1);
  });
});

describe('purity', () => {
  it.each([
    ['Date.now()', 'the clock'],
    ['new Date()', 'the clock'],
    ['Math.random()', 'dice'],
    ['setTimeout(() => 1, 2)', 'a timer'],
    ['fetch("x")', 'the network'],
    ['document.title', 'a page'],
    ['const f = globalThis.fetch', 'anything'],
    ['browser.tabs', 'the browser'],
  ])('%s is an effect (%s)', (text) => {
    expect(effectsIn(parseSource('utils/dns/x.ts', text)).length).toBeGreaterThan(0);
  });
  it.each([
    ['const at = (now: number) => new Date(now)', 'a given time'],
    ['function f(fetch: () => void) { fetch(); }', 'handed in'],
    ['const x = (options: { fetch: () => void }) => options.fetch()', 'a member'],
    ['function g(o: { fetch: () => void }) { const { fetch } = o; fetch(); }', 'taken apart'],
  ])('%s is pure (%s)', (text) => {
    expect(effectsIn(parseSource('utils/dns/x.ts', text))).toEqual([]);
  });
});
