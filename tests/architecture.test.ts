/** The architecture as a test: where files may stand, whom they may import, which lists must be complete. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RESOLVERS } from '@/utils/settings/resolvers';
import { WEBMAILS } from '@/utils/webmail/webmails';
import {
  importCircles,
  importComplaints,
  packageComplaints,
  pageWeightComplaints,
  userComplaints,
} from './architecture/import-rules';
import { effectsIn } from './architecture/purity';
import { ORCHESTRATION_ROOMS, PURE_ROOMS } from './architecture/rooms';
import { filesUnder, readSourceTree, ROOT } from './architecture/source-tree';

const files = readSourceTree();
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('imports', () => {
  it('finds the files it judges', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(100);
  });
  it('point only where docs/architecture.md allows', () => {
    expect(files.flatMap(importComplaints)).toEqual([]);
  });
  it('never point at what only wires or uses the rest', () => {
    expect(files.flatMap(userComplaints)).toEqual([]);
  });
  it('bring in packages only where they belong (Dexie: cache, browser: the edges)', () => {
    expect(files.flatMap(packageComplaints)).toEqual([]);
  });
  it('make no circle among rooms', () => {
    expect(importCircles(files)).toEqual([]);
  });
  it('bring nothing heavy into the content script', () => {
    expect(pageWeightComplaints(files)).toEqual([]);
  });
});

describe('purity', () => {
  const pure: readonly string[] = [...PURE_ROOMS, ...ORCHESTRATION_ROOMS];
  it.each(pure)(
    'utils/%s has no effects: pass clock, timers, randomness and network in as arguments',
    (room) => {
      expect(files.filter((file) => file.room === room).flatMap((file) => effectsIn(file))).toEqual([]);
    },
  );
  it('only network names fetch: everybody else asks it, or is handed a function', () => {
    const others = files.filter(
      (file) => !['network', 'entrypoints', 'cli', 'demo', 'probe', 'bench'].includes(file.room),
    );
    expect(
      others.flatMap((file) => effectsIn(file)).filter((effect) => effect.endsWith('uses fetch')),
    ).toEqual([]);
  });
});

describe('places', () => {
  it('leave no loose file in utils/: give it a folder named for its subject', () => {
    const loose = readdirSync(join(ROOT, 'utils'), { withFileTypes: true }).filter((entry) => entry.isFile());
    expect(loose.map((entry) => entry.name)).toEqual([]);
  });
  it('use names that say the subject: no helpers, utils, types, constants or barrels', () => {
    const vague = files.filter(
      (file) =>
        /\/(helpers?|utils?|types|constants|common|misc)\.tsx?$/.test(file.path) ||
        (/\/index\.ts$/.test(file.path) && !file.path.startsWith('entrypoints/')),
    );
    expect(vague.map((file) => file.path)).toEqual([]);
  });
  it('write file names in kebab-case', () => {
    const odd = files.filter(
      (file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.content)?\.tsx?$/.test(file.path.split('/').pop() ?? ''),
    );
    expect(odd.map((file) => file.path)).toEqual([]);
  });
  it('keep files short enough to read at once: split by step above 200 lines (tables of facts aside)', () => {
    const long = files.filter((file) => {
      const lines = file.ast.getLineStarts().length - 1;
      return lines > (file.room === 'senders' ? 400 : 200);
    });
    expect(long.map((file) => `${file.path}: ${String(file.ast.getLineStarts().length - 1)} lines`)).toEqual(
      [],
    );
  });
});

describe('lists', () => {
  it('name every webmail: each file with an adapter is in WEBMAILS, its name is its id', () => {
    const adapters = files.filter((file) => file.room === 'webmail' && /: Webmail = \{/.test(file.ast.text));
    const ids = adapters.map((file) => (file.path.split('/').pop() ?? '').replace(/\.ts$/, ''));
    expect(ids.length).toBeGreaterThan(0);
    expect(WEBMAILS.map((webmail) => webmail.id).sort()).toEqual(ids.sort());
  });
  it.each(WEBMAILS.map((webmail) => webmail.id))(
    '%s has a test and fixtures: tests/utils/webmail/ID.test.ts and tests/fixtures/webmail/ID/',
    (id) => {
      expect(existsSync(join(ROOT, `tests/utils/webmail/${id}.test.ts`))).toBe(true);
      expect(filesUnder(join(ROOT, `tests/fixtures/webmail/${id}`)).length).toBeGreaterThan(0);
    },
  );
  it.each(RESOLVERS.map((resolver) => resolver.id))(
    'resolver %s is tested and explained: tests/utils/settings/resolvers.test.ts and docs/privacy.md',
    (id) => {
      const resolver = RESOLVERS.find((candidate) => candidate.id === id);
      expect(read('tests/utils/settings/resolvers.test.ts')).toContain(`'${id}'`);
      expect(read('docs/privacy.md')).toContain(resolver?.name);
    },
  );
});

describe('languages', () => {
  const folder = join(ROOT, 'utils/i18n/locales');
  const languages = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const english = keysOf(JSON.parse(readFileSync(join(folder, 'en.json'), 'utf8')));
  it.each(languages)(
    '%s has exactly the keys of en.json (plural forms as its language needs them)',
    (name) => {
      const keys = keysOf(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      expect([...new Set(keys.map(withoutPluralForm))].sort()).toEqual(
        [...new Set(english.map(withoutPluralForm))].sort(),
      );
    },
  );
});

function withoutPluralForm(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '_*');
}

function keysOf(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return [prefix];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, prefix ? `${prefix}.${key}` : key));
}
