/**
 * Gathers values that come in quick succession: `act` gets the latest of them once, `pause` milliseconds
 * after the first.
 */
export function latestSoon<Value>(pause: number, act: (latest: Value) => void): (value: Value) => void {
  let waiting: { latest: Value } | null = null;
  const flush = (): void => {
    const gathered = waiting;
    waiting = null;
    if (gathered !== null) act(gathered.latest);
  };
  return (value) => {
    if (waiting === null) setTimeout(flush, pause);
    waiting = { latest: value };
  };
}
