import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './at-end';
import type { Stoppable } from './stop-all';

export interface ScratchDirectory extends Stoppable {
  readonly path: string;
}

/** A new directory that is removed by `stop`, or at the latest when this process ends. */
export async function makeScratchDirectory(name: string): Promise<ScratchDirectory> {
  const path = await mkdtemp(join(tmpdir(), `waxseal-${name}-`));
  // Programs that write into it may still be ending.
  const removal = { recursive: true, force: true, maxRetries: 3 };
  const callOff = atEnd(() => {
    rmSync(path, removal);
  });
  const stop = async (): Promise<void> => {
    await rm(path, removal);
    callOff();
  };
  return { path, stop };
}
