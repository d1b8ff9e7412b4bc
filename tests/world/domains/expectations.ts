/** What must be said of the usual cases, for all four senders at once. */
import type { Level } from '@/utils/verdict/level';
import type { ReasonCode } from '@/utils/verdict/reason';
import type { Expectation, Expectations } from '../domain-row';

type Reasons = readonly ReasonCode[];

/** An expectation that rests on no requirement. */
export function plain(level: Level, ...reasons: Reasons): Expectation {
  return { level, conditional: false, mechanism: null, reasons };
}

/** The same for every sender. */
export function forAnySender(level: Level, ...reasons: Reasons): Expectations {
  const expectation = plain(level, ...reasons);
  return { checking: expectation, unknown: expectation, gmail: expectation, exim: expectation };
}

/** Nothing requires encryption, and there is no policy. */
export function nothingRequires(...remarks: Reasons): Expectations {
  return forAnySender('opportunistic', 'nothing-requires', 'sts-absent', ...remarks);
}

/** A policy that can be met binds the sender that checks; of any other nobody knows. */
export function enforcedByPolicy(...remarks: Reasons): Expectations {
  const reasons: Reasons = ['sts-enforce', ...remarks];
  const enforced = { level: 'enforced', conditional: false, mechanism: 'mta-sts', reasons } as const;
  return {
    checking: enforced,
    unknown: { ...enforced, level: 'expected', conditional: true, reasons: ['sender-unknown', ...reasons] },
    gmail: { ...enforced, conditional: true, reasons: ['sender-lazy', ...reasons] },
    exim: plain('expected', 'sender-skips-mta-sts', ...reasons),
  };
}

/** A policy that no mail host can meet. */
export function blockedByPolicy(...remarks: Reasons): Expectations {
  const reasons: Reasons = ['sts-no-host-matches', 'sts-host-mismatch', 'sts-enforce'];
  const blocked = { level: 'blocked', conditional: false, mechanism: 'mta-sts' } as const;
  return {
    checking: { ...blocked, reasons: [...reasons, ...remarks] },
    unknown: { ...blocked, reasons: [...reasons, 'sender-unknown', ...remarks] },
    gmail: { ...blocked, reasons: [...reasons, 'sender-lazy', ...remarks] },
    exim: plain('opportunistic', 'sender-skips-mta-sts', 'sts-host-mismatch', 'sts-enforce', ...remarks),
  };
}

/** Signed TLSA records of every host that counts, and no policy. */
export function enforcedByDane(...remarks: Reasons): Expectations {
  const reasons: Reasons = ['dane-enforced', ...remarks];
  const enforced = { level: 'enforced', conditional: false, mechanism: 'dane', reasons } as const;
  return {
    checking: enforced,
    unknown: { ...enforced, level: 'expected', conditional: true, reasons: ['sender-unknown', ...reasons] },
    gmail: plain('expected', 'sender-skips-dane', 'dane-published', ...remarks),
    exim: enforced,
  };
}

/** TLSA records that require encryption without an identity, or of hosts anybody could have named. */
export function requiredByDane(why: 'unauthenticated' | 'redirectable'): Expectations {
  return {
    ...forAnySender('expected', why),
    gmail: plain('expected', 'sender-skips-dane', 'dane-published'),
  };
}

/** Signatures that do not hold, of the MX answer: a sender that checks them keeps the mail. */
export function blockedBySignatures(): Expectations {
  const blocked = plain('blocked', 'mx-bogus');
  return {
    checking: blocked,
    unknown: plain('blocked', 'mx-bogus', 'sender-unknown'),
    gmail: plain('unknown', 'sender-skips-dnssec', 'mx-bogus'),
    exim: blocked,
  };
}
