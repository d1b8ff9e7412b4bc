/** Lists on disk, gzipped if their name ends in ".gz". */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { EvidenceList } from '@/utils/evidence/evidence-list';
import { readList, type ListFault } from '@/utils/evidence/read-list';

export type ListFileReading =
  | { readonly ok: true; readonly list: EvidenceList }
  | {
      readonly ok: false;
      readonly fault: ListFault | { readonly code: 'unreadable'; readonly place: string };
    };

/** A list may not unpack to more than that. */
const LARGEST = 1 << 30;
const GZIP_MAGIC = [0x1f, 0x8b];

/** Reads a list; what is no list is a value too. */
export async function readListFile(path: string): Promise<ListFileReading> {
  try {
    const octets = await readFile(path);
    const packed = GZIP_MAGIC.every((octet, index) => octets[index] === octet);
    const text = packed ? gunzipSync(octets, { maxOutputLength: LARGEST }) : octets;
    return readList(JSON.parse(text.toString('utf8')));
  } catch (error) {
    return { ok: false, fault: { code: 'unreadable', place: error instanceof Error ? error.message : '' } };
  }
}

/** Writes a list whole or not at all. */
export async function writeListFile(path: string, list: EvidenceList): Promise<void> {
  await writeWhole(path, `${JSON.stringify(list)}\n`);
}

/** Writes a file whole or not at all, gzipped if its name says so. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.new`;
  await writeFile(draft, path.endsWith('.gz') ? gzipSync(text, { level: 9 }) : text);
  await rename(draft, path);
}
