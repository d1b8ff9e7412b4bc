/**
 * A dated look at one MX host by somebody who could open port 25: the *observed* kind of fact.
 * Nothing makes observations yet; the type holds their place in the evidence.
 */
export interface Observation {
  readonly host: string;
  /** Milliseconds since the epoch. */
  readonly seenAt: number;
  /** Who looked: name of the list or prober. */
  readonly source: string;
  readonly startTls: 'offered' | 'not-offered' | 'inconclusive';
}
