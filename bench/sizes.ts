/** How large the production build is: what each part loads, as it is and gzipped. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface PartSize {
  readonly part: string;
  readonly files: number;
  /** Octets. */
  readonly raw: number;
  /** Octets, each file gzipped by itself at level 9. */
  readonly gzip: number;
}

/** Extension pages: their HTML and everything it names. */
const PAGES = ['popup.html', 'welcome.html', 'options.html'];

/** Measures every part that the build in the folder has. */
export function measureSizes(build: string): PartSize[] {
  const scripts = ['content-scripts/compose.js', 'background.js']
    .filter((file) => existsSync(join(build, file)))
    .map((file) => measure(build, file, [file]));
  const pages = PAGES.filter((file) => existsSync(join(build, file))).map((file) =>
    measure(build, file, filesOfPage(build, file)),
  );
  return [...scripts, ...pages];
}

function measure(build: string, part: string, files: readonly string[]): PartSize {
  const bodies = files.map((file) => readFileSync(join(build, file)));
  return {
    part,
    files: files.length,
    raw: sum(bodies.map((body) => body.length)),
    gzip: sum(bodies.map((body) => gzipSync(body, { level: 9 }).length)),
  };
}

/** A page with the scripts, preloads and styles it names; the bundler names all of them in the HTML. */
function filesOfPage(build: string, page: string): string[] {
  const html = readFileSync(join(build, page), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  return [page, ...new Set(named)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
