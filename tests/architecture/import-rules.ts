/** Says what is wrong with one file's imports, and how to mend it. */
import { MAY_IMPORT, PACKAGE_ROOMS, TOO_HEAVY_FOR_PAGES, VERDICT_LOOK } from './rooms';
import { roomOf, type Import, type SourceFile } from './source-tree';

/** Complaints about imports between rooms; empty when all is well. */
export function importComplaints(file: SourceFile): string[] {
  const allowed = MAY_IMPORT[file.room];
  if (allowed === undefined) {
    return [
      `${file.path}: the room "${file.room}" is not known. Add it to tests/architecture/rooms.ts with what it may import, and to the map in docs/architecture.md.`,
    ];
  }
  return file.imports
    .filter((entry) => !isAllowed(file, entry, allowed))
    .map(
      (entry) =>
        `${file.path} imports ${entry.specifier}, but "${file.room}" may only import ${allowed.join(', ') || 'nothing'} besides itself. ` +
        `Let the caller pass in what is needed, or move the shared part to a room both may import.`,
    );
}

function isAllowed(file: SourceFile, entry: Import, allowed: readonly string[]): boolean {
  if (entry.file === null || allowed.includes('*')) return true;
  const room = roomOf(entry.file);
  if (room === file.room || allowed.includes(room)) return true;
  if (entry.typeOnly && allowed.includes(`${room}:types`)) return true;
  return room === 'verdict' && allowed.includes('verdict:look') && VERDICT_LOOK.includes(entry.file);
}

/** Nothing may import what only wires or uses the rest; complaints, empty when all is well. */
export function userComplaints(file: SourceFile): string[] {
  const users = ['entrypoints', 'cli', 'demo', 'probe', 'bench', 'tests', 'scripts'];
  const mayUse: Readonly<Record<string, readonly string[]>> = {
    demo: ['demo', 'scripts'],
    probe: ['probe', 'scripts'],
    bench: ['bench', 'scripts'],
  };
  return file.imports
    .filter((entry) => entry.file !== null && users.includes(entry.file.split('/')[0] ?? ''))
    .filter((entry) => {
      const target = entry.file?.split('/')[0] ?? '';
      return target !== file.room && !(mayUse[file.room] ?? []).includes(target);
    })
    .map((entry) => `${file.path} imports ${entry.specifier}: move what both need into a room under utils/.`);
}

/** Complaints about packages in rooms that may not use them. */
export function packageComplaints(file: SourceFile): string[] {
  return file.imports.flatMap((entry) => {
    const owner = Object.entries(PACKAGE_ROOMS).find(
      ([name]) => entry.specifier === name || entry.specifier.startsWith(`${name}/`),
    );
    if (!owner || entry.file !== null || owner[1].includes(file.room)) return [];
    return [
      `${file.path} imports ${entry.specifier}, which only ${owner[1].join(', ') || 'nobody'} may. Ask that room for what you need, or pass it in.`,
    ];
  });
}

/** Circles among files, each as a chain; type-only imports included, for they show a wall in the wrong place. */
export function importCircles(files: readonly SourceFile[]): string[] {
  const rooms = new Map<string, Set<string>>();
  for (const file of files) {
    const targets = rooms.get(file.room) ?? new Set<string>();
    for (const entry of file.imports) {
      if (entry.file !== null && roomOf(entry.file) !== file.room) targets.add(roomOf(entry.file));
    }
    rooms.set(file.room, targets);
  }
  const circles: string[] = [];
  const walk = (room: string, path: readonly string[]): void => {
    if (path.includes(room)) {
      circles.push([...path.slice(path.indexOf(room)), room].join(' → '));
      return;
    }
    for (const next of rooms.get(room) ?? []) walk(next, [...path, room]);
  };
  for (const room of rooms.keys()) walk(room, []);
  return [...new Set(circles)].map((circle) => `Rooms in a circle: ${circle}. Turn one of the arrows round.`);
}

/** What the content script would carry into every page, followed through all imports of values. */
export function pageWeightComplaints(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const starts = files.filter((file) => /^entrypoints\/[^/]*\.content(\.ts|\/index\.ts)$/.test(file.path));
  const seen = new Set<string>();
  const complaints: string[] = [];
  const walk = (file: SourceFile): void => {
    if (seen.has(file.path)) return;
    seen.add(file.path);
    for (const entry of file.imports.filter((candidate) => !candidate.typeOnly)) {
      if (entry.file === null && TOO_HEAVY_FOR_PAGES.some((name) => entry.specifier.startsWith(name))) {
        complaints.push(
          `${file.path} brings ${entry.specifier} into every page. Leave it to the background and send a message.`,
        );
      }
      const next = entry.file === null ? undefined : byPath.get(entry.file);
      if (next) walk(next);
    }
  };
  starts.forEach(walk);
  return complaints;
}
