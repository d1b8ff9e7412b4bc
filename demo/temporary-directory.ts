import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryDirectory {
  readonly path: string;
  /** Removes it with all it holds. */
  readonly stop: () => Promise<void>;
}

/** Makes a directory that is gone when this process ends, even if it ends at a signal. */
export async function makeTemporaryDirectory(): Promise<TemporaryDirectory> {
  const path = await mkdtemp(join(tmpdir(), 'waxseal-demo-'));
  const removeNow = () => {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', removeNow);
  return {
    path,
    stop: async () => {
      process.off('exit', removeNow);
      await rm(path, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
