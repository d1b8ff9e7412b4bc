/** What a run has seen so far, on disk after every look: whatever ends the run, nothing has to be seen twice. */
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import type { Look } from '@/utils/evidence/look';
import { isLook } from '@/utils/evidence/read-look';
import { isHostName } from '@/utils/evidence/value-checks';
import { readListFile, type ListFileReading } from './list-file';

export interface Journal {
  /** Notes a look at once. */
  readonly note: (host: string, look: Look) => void;
  /** All looks, by host. */
  readonly looks: ReadonlyMap<string, readonly Look[]>;
  /** The newest look at an address; null if there is none. */
  readonly last: (host: string, address: string) => Look | null;
  /** The list was written: the journal is not needed any more. */
  readonly close: () => void;
}

export type JournalOpening =
  | { readonly ok: true; readonly journal: Journal }
  | { readonly ok: false; readonly fault: Extract<ListFileReading, { ok: false }>['fault'] };

/** Opens the journal beside the list at `out`, with what list and journal hold already; null keeps it in memory. */
export async function openJournal(out: string | null): Promise<JournalOpening> {
  const looks = new Map<string, Look[]>();
  const add = (host: string, look: Look): void => {
    looks.set(host, [...(looks.get(host) ?? []), look]);
  };
  const file = out === null ? null : `${out}.journal`;
  if (out !== null && existsSync(out)) {
    const reading = await readListFile(out);
    if (!reading.ok) return reading;
    for (const [host, known] of Object.entries(reading.list.hosts)) looks.set(host, [...known]);
  }
  if (file !== null && existsSync(file)) readLines(readFileSync(file, 'utf8'), add);
  return { ok: true, journal: journalOf(looks, add, file) };
}

function journalOf(
  looks: ReadonlyMap<string, readonly Look[]>,
  add: (host: string, look: Look) => void,
  file: string | null,
): Journal {
  return {
    looks,
    note: (host, look) => {
      add(host, look);
      if (file !== null) appendFileSync(file, `${JSON.stringify({ host, look })}\n`);
    },
    last: (host, address) => {
      const seen = (looks.get(host) ?? []).filter((look) => look.address === address);
      return seen.reduce<Look | null>((last, look) => (last && last.at > look.at ? last : look), null);
    },
    close: () => {
      if (file !== null) rmSync(file, { force: true });
    },
  };
}

/** A line that is no look is one that was being written when the machine stopped. */
function readLines(text: string, add: (host: string, look: Look) => void): void {
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const entry = parse(line);
    if (entry !== null) add(entry.host, entry.look);
  }
}

function parse(line: string): { readonly host: string; readonly look: Look } | null {
  try {
    const { host, look } = JSON.parse(line) as { host: unknown; look: unknown };
    return typeof host === 'string' && isHostName(host) && isLook(look) ? { host, look } : null;
  } catch {
    return null;
  }
}
