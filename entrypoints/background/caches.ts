/** The two caches: on disk, and one in memory for private windows, which leave nothing on disk. */
import type { Cache } from '@/utils/cache/cache';
import { makeMemoryCache } from '@/utils/cache/memory-cache';
import { openCache } from '@/utils/cache/open-cache';
import { now } from './clock';

/** Gives the cache for ordinary or private windows. The database opens at its first use. */
export function makeCaches(): (incognito: boolean) => Cache {
  // Every verdict says where it is kept, so the pages tell the user when the disk fails.
  const ordinary = openCache({ now, onDegraded: () => undefined });
  const hidden = makeMemoryCache({ now });
  return (incognito) => (incognito ? hidden : ordinary);
}
