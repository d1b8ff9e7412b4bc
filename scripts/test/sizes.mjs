import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { FAILED, PASSED } from './counts.mjs';

const OUTPUT = new URL('../../.output/', import.meta.url);
const BUILDS = ['chrome-mv3', 'firefox-mv3'];
/** What the extension may load into any page, gzipped: 8 KB of 1,024 octets. */
const CONTENT_LIMIT = 8_192;

/** Prints what each build weighs; fails if the content scripts together are over their limit. */
export async function checkSizes() {
  const lines = [];
  let counts = PASSED;
  for (const build of BUILDS) {
    const sizes = await sizesOf(new URL(`${build}/`, OUTPUT));
    const content = total(sizes.filter(({ path }) => path.startsWith('content-scripts/')));
    if (content === 0 || content > CONTENT_LIMIT) counts = FAILED;
    lines.push(`${build}: content scripts ${content} octets gzipped, at most ${CONTENT_LIMIT}`);
    for (const { path, gzip } of sizes) lines.push(`  ${String(gzip).padStart(7)}  ${path}`);
    lines.push(`  ${String(total(sizes)).padStart(7)}  in all`);
  }
  return { output: lines.join('\n'), counts };
}

async function sizesOf(build) {
  const entries = await readdir(build, { recursive: true, withFileTypes: true });
  const root = fileURLToPath(build);
  const files = entries.filter((entry) => entry.isFile() && /\.(?:js|css|html|json)$/.test(entry.name));
  const sized = files.map(async (entry) => {
    const path = `${entry.parentPath ?? entry.path}/${entry.name}`.replace(/\/+/g, '/');
    return { path: path.slice(root.length), gzip: gzipSync(await readFile(path), { level: 9 }).length };
  });
  return (await Promise.all(sized)).sort((a, b) => b.gzip - a.gzip);
}

function total(sizes) {
  return sizes.reduce((sum, { gzip }) => sum + gzip, 0);
}
