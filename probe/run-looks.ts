/** Looks at all targets: so many at a time, each host once; greylisters once more when some time has passed. */
import type { MxReading } from '@/utils/mx/mx-reading';
import type { Look } from '@/utils/evidence/look';
import { isStopped, lookAtHost, type HostLooks, type LookSetting, type Session } from './host-looks';
import type { Journal } from './journal';
import { pause } from './politeness';
import { isInShard } from './targets';

export interface RunPlan {
  readonly targets: readonly string[];
  /** Targets are hosts already. */
  readonly areHosts: boolean;
  readonly concurrency: number;
  readonly shard: { readonly index: number; readonly of: number };
  /** Tries for a greylister, and milliseconds between two. */
  readonly tries: number;
  readonly backoff: number;
  readonly controls: Session['controls'];
  readonly journal: Journal;
  /** One more target is done. */
  readonly onDone: () => void;
}

/** What came of the targets. */
export interface RunResult {
  /** Looks made in this run, the last at each address. */
  readonly looks: ReadonlyMap<string, readonly Look[]>;
  /** Targets without a host to look at, and why. */
  readonly hostless: ReadonlyMap<string, MxReading['kind'] | 'no-address' | 'address-failed'>;
  readonly stopped: boolean;
}

/** An inconclusive look is not tried again within this time: `--resume` goes on the next day. */
const RETRY_AFTER = 20 * 3_600_000;

/** Looks at everything. Never rejects but for a full disk. */
export async function runLooks(plan: RunPlan, setting: LookSetting): Promise<RunResult> {
  const looks = new Map<string, readonly Look[]>();
  const hostless = new Map<string, MxReading['kind'] | 'no-address' | 'address-failed'>();
  const flights = new Map<string, Promise<HostLooks>>();
  const visitHost = (host: string): Promise<HostLooks> => {
    const flight = flights.get(host) ?? firstLooks(host, plan, setting);
    flights.set(host, flight);
    return flight;
  };
  await inTurns(plan.targets, plan.concurrency, async (target) => {
    if (isStopped(setting)) return;
    const hosts = plan.areHosts ? [target] : await setting.names.mailHosts(target);
    if (isStopped(setting)) return;
    if (typeof hosts === 'string') hostless.set(target, hosts);
    else await visitAll(hosts.filter((host) => isInShard(host, plan.shard)));
    plan.onDone();
  });
  async function visitAll(hosts: readonly string[]): Promise<void> {
    for (const host of hosts) {
      const result = await visitHost(host);
      if (result.looks.length > 0) looks.set(host, result.looks);
      if (result.addresses !== 'found') {
        hostless.set(host, result.addresses === 'none' ? 'no-address' : 'address-failed');
      }
    }
  }
  await tryAgain(looks, plan, setting);
  return { looks, hostless, stopped: setting.stop.aborted };
}

async function firstLooks(host: string, plan: RunPlan, setting: LookSetting): Promise<HostLooks> {
  const wanted = (address: string): boolean => {
    const last = plan.journal.last(host, address);
    if (last === null) return true;
    return last.startTls === 'inconclusive' && setting.visit.now() - last.at >= RETRY_AFTER;
  };
  const result = await lookAtHost(host, setting, { controls: plan.controls, tries: 1, wanted });
  for (const look of result.looks) plan.journal.note(host, look);
  return result;
}

/** Greylisters want the same client to come back after some minutes. */
async function tryAgain(
  looks: Map<string, readonly Look[]>,
  { tries: most, backoff, concurrency, controls, journal }: RunPlan,
  setting: LookSetting,
): Promise<void> {
  for (let tries = 2; tries <= most; tries += 1) {
    const again = [...looks].filter(([, seen]) => seen.some(isGreylisted));
    if (again.length === 0 || isStopped(setting)) return;
    await pause(backoff * (tries - 1), setting.stop);
    await inTurns(again, concurrency, async ([host, seen]) => {
      const wanted = (address: string): boolean =>
        seen.some((look) => look.address === address && isGreylisted(look));
      const { looks: newer } = await lookAtHost(host, setting, { controls, tries, wanted });
      for (const look of newer) journal.note(host, look);
      const kept = seen.filter(({ address }) => !newer.some((look) => look.address === address));
      looks.set(host, [...kept, ...newer]);
    });
  }
}

function isGreylisted({ reason }: Look): boolean {
  return reason === 'greylisted';
}

/** Runs `work` on every item, so many at a time. */
async function inTurns<Item>(
  items: readonly Item[],
  atATime: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  // One iterator for all workers: each takes the next item when it is free.
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atATime, items.length) }, worker));
}
