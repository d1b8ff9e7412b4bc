import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { measureSizes } from '../../bench/sizes';

const PAGE =
  '<link rel="stylesheet" href="/a.css"><script src="/chunks/b.js"></script><script src="/chunks/b.js">';
let build: string;

beforeAll(async () => {
  build = await mkdtemp(join(tmpdir(), 'waxseal-sizes-'));
  await mkdir(join(build, 'chunks'));
  await writeFile(join(build, 'background.js'), 'x'.repeat(10_000));
  await writeFile(join(build, 'popup.html'), PAGE);
  await writeFile(join(build, 'a.css'), 'a{}');
  await writeFile(join(build, 'chunks/b.js'), 'b()');
});
afterAll(() => rm(build, { recursive: true }));

it('measures scripts, and pages with everything they name, each file once', () => {
  expect(measureSizes(build)).toEqual([
    { part: 'background.js', files: 1, raw: 10_000, gzip: gzipSync('x'.repeat(10_000), { level: 9 }).length },
    {
      part: 'popup.html',
      files: 3,
      raw: PAGE.length + 'a{}'.length + 'b()'.length,
      gzip: [PAGE, 'a{}', 'b()'].reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0),
    },
  ]);
});
