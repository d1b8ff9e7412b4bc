/** What is known of the zone that a name lies in. */
import type { ChainReason, ChainStep, Security } from './security';
import type { SignedZone } from './zone-key';

export type ZoneFinding =
  /** Its keys are proven. */
  | {
      readonly kind: 'signed';
      readonly zone: SignedZone;
      /** Neither the name that was looked for nor anything below it exists in the zone. */
      readonly isEmpty: boolean;
      readonly chain: readonly ChainStep[];
      /** Seconds for which that holds. */
      readonly ttl: number;
    }
  /** The chain ends above it, and why. */
  | {
      readonly kind: 'unsigned';
      readonly result: Exclude<Security, 'secure'>;
      readonly because: ChainReason;
      readonly chain: readonly ChainStep[];
      readonly ttl: number;
    };

/** A chain that ends with one more step. */
export function endOf(
  above: readonly ChainStep[],
  zone: string,
  result: Exclude<Security, 'secure'>,
  because: ChainReason,
  ttl = 0,
): ZoneFinding {
  return { kind: 'unsigned', result, because, chain: [...above, { zone, result, because }], ttl };
}
