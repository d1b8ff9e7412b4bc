/**
 * Signed and unsigned MX look-ups of mox (tests/vectors/mx-security.json).
 *
 * There the original and the expanded name are judged apart. A resolver's AD bit covers the whole answer
 * (RFC 4035 §3.2.3: only if every RRset is authentic), so both have one answer here.
 */
import { describe, expect, it } from 'vitest';
import { resolversWord } from '@/utils/lookup/judge-security';
import { readMx } from '@/utils/mx/read-mx';
import { decide } from '@/utils/verdict/decide';
import { answered, cname, mx } from '../../fixtures/dns-outcome';
import vectors from '../../vectors/mx-security.json';
import { CHECKING, NOW, domain, host } from './sample-evidence';

describe('mx_security vectors', () => {
  it.each(vectors)('%j', ({ input, expected }) => {
    // Every RRset of the chain has to be secure; the vector names the insecure link in words.
    const chain = input.secure ?? { cname: false, mx: true };
    const authenticData = chain.cname && chain.mx;
    const answers = [cname('alias.example', 'basic.example'), mx('basic.example', 10, 'mail.basic.example')];
    const outcome = answered({ answers, authenticData });
    const answer = readMx('alias.example', outcome);
    if (outcome.status === 'failed') throw new Error('was answered');
    const evidence = { ...answer, security: resolversWord(outcome) };
    const verdict = decide({ ...domain([host('mail.basic.example')]), mx: evidence }, CHECKING, NOW);
    expect(answer.expanded).toBe('basic.example');
    const secure = verdict.dnssec.mx === 'secure';
    expect([secure, secure]).toEqual([expected.orig_secure, expected.expanded_secure]);
    expect(verdict.dnssec.by).toBe('resolver');
  });

  it('covers all of them', () => {
    expect(vectors).toHaveLength(2);
  });
});
