/** Whether what we see here can be believed: looks at the control hosts, when a doubtful sight asks for it. */
import type { InconclusiveReason } from '@/utils/evidence/look';
import { PROOF_CONTROLS } from '@/utils/evidence/proof-rules';
import type { ControlHost } from './control-hosts';
import type { Sight } from './smtp/look-at';

export interface ControlFindings {
  /** Different operators whose host offered STARTTLS. */
  readonly offered: number;
  /** Different operators whose host answered without it. */
  readonly without: number;
  /** Operators whose host was tried, and those whose host could be connected to. */
  readonly tried: number;
  readonly reached: number;
}

/** Looks at the first address of that family of a control host; null if it has none. Never rejects. */
export type LookAtControl = (host: string, family: 4 | 6) => Promise<Sight | null>;

/** For so long one round of looks speaks for this session. */
const ROUND_MS = 600_000;
const UNREACHED: ReadonlySet<InconclusiveReason | null> = new Set<InconclusiveReason>([
  'refused',
  'unreachable',
  'timed-out',
  'blocked-here',
]);

/** Makes the question what the control hosts show now over that family; asked again, it answers from memory. */
export function makeControlLooks(
  controls: readonly ControlHost[],
  look: LookAtControl,
  now: () => number,
): (family: 4 | 6) => Promise<ControlFindings> {
  const rounds = new Map<4 | 6, { readonly at: number; readonly findings: Promise<ControlFindings> }>();
  return (family) => {
    const last = rounds.get(family);
    if (last !== undefined && now() - last.at < ROUND_MS) return last.findings;
    const findings = lookAtAll(controls, look, family);
    rounds.set(family, { at: now(), findings });
    return findings;
  };
}

async function lookAtAll(
  controls: readonly ControlHost[],
  look: LookAtControl,
  family: 4 | 6,
): Promise<ControlFindings> {
  const sights = await Promise.all(
    controls.map(async ({ operator, host }) => ({ operator, sight: await look(host, family) })),
  );
  const operators = (fits: (sight: Sight) => boolean): number =>
    new Set(sights.flatMap(({ operator, sight }) => (sight !== null && fits(sight) ? [operator] : []))).size;
  return {
    offered: operators(({ startTls }) => startTls === 'offered'),
    without: operators(({ startTls, reason }) => startTls === 'not-offered' || reason === 'masked'),
    tried: operators(() => true),
    reached: operators(({ reason }) => !UNREACHED.has(reason)),
  };
}

/** The sight as far as the controls bear it out; a sight of STARTTLS needs none. */
export async function confirmSight(
  sight: Sight,
  family: 4 | 6,
  controls: (family: 4 | 6) => Promise<ControlFindings>,
): Promise<Sight & { readonly controls: number }> {
  if (sight.startTls === 'not-offered') {
    const findings = await controls(family);
    if (findings.without > 0) return doubted(sight, 'stripped-here', findings);
    if (findings.offered < PROOF_CONTROLS) return doubted(sight, 'uncontrolled', findings);
    return { ...sight, controls: findings.offered };
  }
  if (UNREACHED.has(sight.reason)) {
    const findings = await controls(family);
    if (findings.tried > 0 && findings.reached === 0) return doubted(sight, 'blocked-here', findings);
  }
  return { ...sight, controls: 0 };
}

function doubted(
  sight: Sight,
  reason: InconclusiveReason,
  { offered }: ControlFindings,
): Sight & { readonly controls: number } {
  return { ...sight, startTls: 'inconclusive', reason, controls: offered };
}
