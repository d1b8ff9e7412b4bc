import type { DomainRow } from '../domain-row';
import type { SigningPlan } from '../signing-plan';
import { blockedBySignatures, enforcedByDane, forAnySender, nothingRequires } from './expectations';
import { mx, tlsa, TLSA_OF_KEY, zone } from './row-parts';

const PINNED = [...mx([10, 'mx1']), tlsa('mx1', TLSA_OF_KEY)];
const ONE_OF_TWO = [...mx([10, 'mx1'], [10, 'mx2']), tlsa('mx1', TLSA_OF_KEY)];

/** Every state the chain of signatures can be in, mostly with a pinned key, which then counts or not. */
export const DNSSEC_ROWS: readonly DomainRow[] = [
  signed('rsa.test', 'signed by RSA/SHA-256 (algorithm 8)', { algorithm: 'RSASHA256' }),
  signed('p384.test', 'signed by ECDSA P-384 (algorithm 14)', { algorithm: 'ECDSAP384SHA384', dsDigest: 4 }),
  signed('ed25519.test', 'signed by Ed25519 (algorithm 15)', { algorithm: 'ED25519' }),
  signed('nsec3.test', 'denies by NSEC3', { denial: { iterations: 0 } }),
  signed('optout.test', 'denies by NSEC3 with opt-out', { denial: { iterations: 0, optOut: true } }),
  {
    ...signed('nsec3-denial.test', 'proves by NSEC3 that a host has no TLSA record', {}),
    dns: { kind: 'zone', records: ONE_OF_TWO, plan: { denial: { iterations: 0 } } },
    ...nothingRequires(),
  },
  {
    domain: 'plain.optout.test',
    about: 'an unsigned delegation in an opt-out range',
    dns: { kind: 'zone', records: PINNED, signing: 'unsigned' },
    mtaSts: 'absent',
    terminalOnly: true,
    ...nothingRequires(),
  },
  {
    domain: 'wild.test',
    about: 'has a wildcard for everything below it',
    dns: zone(...PINNED, '* MX 10 mx1'),
    mtaSts: 'absent',
    terminalOnly: true,
    ...enforcedByDane(),
  },
  {
    domain: 'made.wild.test',
    about: 'a domain made by a wildcard, which takes a proof that it does not exist itself',
    dns: { kind: 'within' },
    mtaSts: 'absent',
    terminalOnly: true,
    ...enforcedByDane(),
  },
  {
    domain: 'empty.holder.test',
    about: 'an empty non-terminal: only a name below it holds something',
    dns: { kind: 'within' },
    mtaSts: 'absent',
    terminalOnly: true,
    ...forAnySender('undeliverable', 'no-mail-host'),
  },
  {
    domain: 'holder.test',
    about: 'has a name whose upper label is empty',
    dns: zone(...PINNED, 'deep.empty TXT "below an empty non-terminal"'),
    mtaSts: 'absent',
    terminalOnly: true,
    ...enforcedByDane(),
  },
  broken('signed-past.test', 'its signatures have run out', { validity: 'past' }),
  broken('signed-future.test', 'the time of its signatures has not come', { validity: 'future' }),
  broken('wrong-ds.test', 'the zone above names another key', { changeDs: otherDigest }),
  {
    ...broken('no-signature.test', 'its MX record carries no signature', {
      changeSigned: (file) => file.replace(/^\S+\s+\d+\s+IN\s+RRSIG\s+MX\s.*\n/gm, ''),
    }),
    mtaSts: 'absent',
  },
  {
    ...signed('island.test', 'signed, but the zone above does not say so', { changeDs: () => '' }),
    dnssec: 'insecure',
    ...nothingRequires(),
  },
  {
    ...signed('unknown-algorithm.test', 'signed by an algorithm nobody knows (RFC 4035 §5.2)', {
      changeDs: (lines) => lines.replace(/ DS (\d+) \d+ /, ' DS $1 200 '),
    }),
    dnssec: 'insecure',
    ...nothingRequires(),
  },
  {
    domain: 'alias-to-dane.test',
    about: 'an alias of a domain with a pinned key, signed all the way',
    dns: { kind: 'in-parent', records: ['@ CNAME dane.test.'] },
    mtaSts: 'absent',
    terminalOnly: true,
    ...enforcedByDane(),
  },
  {
    domain: 'alias-to-unsigned.test',
    about: 'a signed alias of a domain in an unsigned zone',
    dns: { kind: 'in-parent', records: ['@ CNAME dane-unsigned.test.'] },
    mtaSts: 'absent',
    dnssec: 'insecure',
    terminalOnly: true,
    ...nothingRequires(),
  },
  {
    domain: 'alias-to-bogus.test',
    about: 'a signed alias of a domain whose signatures do not hold',
    dns: { kind: 'in-parent', records: ['@ CNAME bogus.test.'] },
    mtaSts: 'absent',
    dnssec: 'bogus',
    terminalOnly: true,
    ...blockedBySignatures(),
  },
];

function signed(domain: string, about: string, plan: SigningPlan): DomainRow {
  return {
    domain,
    about,
    dns: { kind: 'zone', records: PINNED, plan },
    mtaSts: 'absent',
    terminalOnly: true,
    ...enforcedByDane(),
  };
}

function broken(domain: string, about: string, plan: SigningPlan): DomainRow {
  return { ...signed(domain, about, plan), mtaSts: 'unknown', dnssec: 'bogus', ...blockedBySignatures() };
}

function otherDigest(lines: string): string {
  return lines.replace(
    /([0-9A-F])(\s*)$/,
    (_, digit: string, end: string) => `${digit === '0' ? '1' : '0'}${end}`,
  );
}
