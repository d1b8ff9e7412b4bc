/**
 * Next hops of postfix-mta-sts-resolver (tests/vectors/sts-nexthop.json): which of them have a policy.
 *
 * One differs in form: "[good.loc]" is Postfix's way to say "good.loc without an MX look-up". A recipient
 * cannot be written so (RFC 5321 §4.1.3 allows only addresses in brackets), so the domain itself stands in.
 */
import { describe, expect, it } from 'vitest';
import { parseRecipient } from '@/utils/address/parse-recipient';
import { readInput } from '@/utils/lookup/read-input';
import { decide } from '@/utils/verdict/decide';
import type { MtaStsEvidence } from '@/utils/verdict/evidence';
import vectors from '../../vectors/sts-nexthop.json';
import { CHECKING, NOW, NO_STS, domain, host, read } from './sample-evidence';

/** What these domains publish in the source. */
const PUBLISHED: Readonly<Record<string, MtaStsEvidence>> = {
  'good.loc': read('enforce', 'mail.loc'),
  'valid-none.loc': read('none'),
  'testing.loc': read('testing', 'mail.loc'),
  'no-record.loc': NO_STS,
};

/** The next hop as the domain part of an address: literals with their tag, without Postfix's port. */
function domainPart(nextHop: string): string {
  const bare = nextHop.replace(/\]:\d+$/, ']');
  if (bare === '[good.loc]') return 'good.loc';
  return bare.includes('::') ? bare.replace('[', '[IPv6:') : bare;
}

/** In the words of the vectors. */
function policyOf(nextHop: string): string {
  const input = readInput(parseRecipient(`somebody@${domainPart(nextHop)}`), NOW);
  if (input.kind !== 'look-up') {
    const { mtaSts, reasons } = decide(input, CHECKING, NOW);
    return mtaSts.status === 'absent' ? `none (${reasons[0]?.code ?? ''})` : mtaSts.status;
  }
  const evidence = domain([host('mail.loc')], PUBLISHED[input.domain]);
  const { level, mtaSts } = decide(evidence, CHECKING, NOW);
  return level === 'enforced' ? `policy:enforce mx=${mtaSts.mx.join(',')}` : `none (${mtaSts.status})`;
}

const SAME_WORDS: Readonly<Record<string, string>> = {
  'valid-none.loc': 'none (none)',
  'testing.loc': 'none (testing)',
  'no-record.loc': 'none (absent)',
  '[1.2.3.4]': 'none (address-literal)',
  '[a:bb:ccc::dddd]:123': 'none (address-literal)',
};

describe('sts_nexthop vectors', () => {
  it.each(vectors)('$input: $expected', ({ input, expected }) => {
    const policy = policyOf(input);
    expect(policy).toBe(SAME_WORDS[input] ?? expected);
    expect(policy.split(' ')[0]).toBe(expected.split(' ')[0]);
  });

  it('covers all of them', () => {
    expect(vectors).toHaveLength(6);
  });
});
