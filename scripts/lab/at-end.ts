/** What is still to be cleaned up when this process ends, however it ends (SIGKILL apart). */
const cleanups = new Set<() => void>();
let installed = false;

/**
 * Has something cleaned up at the end of this process. The function must do its work at once, without
 * waiting for anything. Returns how to call it off.
 */
export function atEnd(cleanup: () => void): () => void {
  install();
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
  };
}

function install(): void {
  if (installed) return;
  installed = true;
  process.once('exit', cleanUp);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      cleanUp();
      process.kill(process.pid, signal);
    });
  }
}

/** Last come, first served: what was started later may stand on what was there before. */
function cleanUp(): void {
  for (const cleanup of [...cleanups].reverse()) cleanup();
  cleanups.clear();
}
