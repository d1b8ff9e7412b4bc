/** What several lists together say of one MX host. */
import type { PlainStanding, WithoutStartTls, WithStartTls } from './host-standing';
import { plainStanding } from './host-standing';
import type { SourcedLook } from './look';

/** The standing over all sources, and what they disagree on. */
export type HostStanding =
  | PlainStanding
  | {
      readonly kind: 'disagreement';
      /** The milder finding, which counts. */
      readonly milder: WithStartTls;
      readonly harsher: WithoutStartTls;
      /** Names of the lists that found the one and the other. */
      readonly sources: { readonly milder: string; readonly harsher: string };
    };

/** The same for looks of several lists: "two sources that disagree give the milder level and say so". */
export function hostStanding(
  addresses: readonly string[],
  looks: readonly SourcedLook[],
  now: number,
): HostStanding {
  const bySource = [...new Set(looks.map(({ source }) => source))].sort().map((source) => ({
    source,
    standing: plainStanding(
      addresses,
      looks.filter((look) => look.source === source),
      now,
    ),
  }));
  for (const { source: milder, standing: mild } of bySource) {
    for (const { source: harsher, standing: harsh } of bySource) {
      if (isWith(mild) && isWithout(harsh)) {
        return { kind: 'disagreement', milder: mild, harsher: harsh, sources: { milder, harsher } };
      }
    }
  }
  return plainStanding(addresses, looks, now);
}

function isWith(standing: PlainStanding): standing is WithStartTls {
  return standing.kind === 'offered' || standing.kind === 'weak';
}

function isWithout(standing: PlainStanding): standing is WithoutStartTls {
  return standing.kind === 'unencrypted' || standing.kind === 'unencrypted-here';
}
