/** Names for DANE-TA, with the vectors of mox (tests/vectors/dane-reference-ids.json). */
import { describe, expect, it } from 'vitest';
import type { ReferenceParts } from '@/utils/dane/reference-names';
import { referenceNames } from '@/utils/dane/reference-names';
import vectors from '../../vectors/dane-reference-ids.json';

const ALL: ReferenceParts = {
  host: 'base',
  expanded: 'base-expanded',
  domain: 'nexthop',
  domainExpanded: 'nexthop-expanded',
  signedMx: true,
};

describe('dane_reference_ids vectors', () => {
  it.each(vectors)('%j', ({ input, expected }) => {
    const { have_mx: haveMx, nexthop_secure: signed, base_expanded_secure: expandedSecure } = input;
    const parts = { ...ALL, expanded: expandedSecure ? ALL.expanded : null };
    expect(referenceNames({ ...parts, signedMx: haveMx && signed === true })).toEqual(expected);
  });

  it('covers all of them', () => {
    expect(vectors).toHaveLength(3);
  });
});

describe('referenceNames', () => {
  it('leaves the domain out where the MX answer is unsigned (RFC 7672 §3.2.2; mox would accept it)', () => {
    expect(referenceNames({ ...ALL, signedMx: false })).toEqual(['base-expanded', 'base']);
  });

  it('names each once: without MX the domain is the host', () => {
    const parts = { host: 'a.example', expanded: null, domain: 'a.example', domainExpanded: null };
    expect(referenceNames({ ...parts, signedMx: true })).toEqual(['a.example']);
  });
});
