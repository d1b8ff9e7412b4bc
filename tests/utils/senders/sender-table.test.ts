import { describe, expect, it } from 'vitest';
import { senderById, senderFor } from '@/utils/senders/find-sender';
import type { Sender, SenderFact } from '@/utils/senders/sender';
import { SENDERS } from '@/utils/senders/sender-table';

const FACTS = ['startTls', 'checksMtaSts', 'checksDane', 'requiresTls', 'lazyPolicies'] as const;
const facts: [string, SenderFact][] = SENDERS.flatMap((sender) =>
  FACTS.map((fact): [string, SenderFact] => [`${sender.id} ${fact}`, sender[fact]]),
);

describe('sender table', () => {
  it('has the senders that were looked into, each with its own id and name', () => {
    expect(SENDERS).toHaveLength(48);
    expect(new Set(SENDERS.map(({ id }) => id)).size).toBe(SENDERS.length);
    expect(new Set(SENDERS.map(({ name }) => name)).size).toBe(SENDERS.length);
  });

  it('keeps the ids people have in their scripts', () => {
    const ids = SENDERS.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'gmail',
        'google-workspace',
        'outlook',
        'microsoft-365',
        'yahoo',
        'proton',
        'tuta',
      ]),
    );
    expect(ids).toEqual(
      expect.arrayContaining(['fastmail', 'icloud', 'gmx', 'mailbox-org', 'posteo', 'zoho']),
    );
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id === 'unknown')).toEqual([]);
  });

  it('gives each domain to one sender only, in lower-case A-labels', () => {
    const domains = SENDERS.flatMap((sender) => sender.domains);
    expect(new Set(domains).size).toBe(domains.length);
    expect(domains.filter((domain) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain))).toEqual([]);
  });

  it('states nothing without a source and a date', () => {
    const unsourced = facts.filter(
      ([, fact]) => fact.value !== 'unknown' && (fact.kind === 'none' || fact.source.length < 8),
    );
    expect(unsourced).toEqual([]);
    const dated = /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|undated)$/;
    expect(facts.filter(([, fact]) => fact.kind !== 'none' && !dated.test(fact.asOf))).toEqual([]);
  });

  it('has no source where nothing was found', () => {
    const none = facts.filter(([, fact]) => fact.kind === 'none');
    expect(none.filter(([, fact]) => fact.value !== 'unknown' || fact.source !== '')).toEqual([]);
  });

  it('calls lazy only who checks at all', () => {
    const lazy = SENDERS.filter((sender) => sender.lazyPolicies.value === 'yes');
    expect(lazy.map(({ id, checksMtaSts }) => [id, checksMtaSts.value])).toEqual([['gmail', 'yes']]);
  });
});

describe('what was measured', () => {
  const values = (sender: Sender | null): string[] => FACTS.map((fact) => sender?.[fact].value ?? 'none');

  it.each([
    ['gmail', ['yes', 'yes', 'no', 'unknown', 'yes'], 'audit of 2024-09-30: checks, but fetches late'],
    ['outlook', ['yes', 'yes', 'unknown', 'unknown', 'unknown'], 'audit: refused'],
    ['yahoo', ['yes', 'no', 'no', 'unknown', 'unknown'], 'audit: delivered'],
    ['proton', ['yes', 'yes', 'unknown', 'unknown', 'unknown'], 'audit: refused'],
    ['fastmail', ['yes', 'no', 'unknown', 'unknown', 'unknown'], 'audit: delivered'],
    ['tuta', ['yes', 'no', 'unknown', 'unknown', 'unknown'], 'audit: delivered'],
    ['microsoft-365', ['yes', 'yes', 'yes', 'no', 'unknown'], 'its own documentation'],
    ['mailbox-org', ['yes', 'unknown', 'yes', 'no', 'unknown'], 'its own documentation'],
    ['maddy', ['yes', 'yes', 'yes', 'yes', 'unknown'], 'the configuration it comes with'],
    ['postfix', ['unknown', 'unknown', 'unknown', 'no', 'unknown'], 'depends on its administrator'],
  ])('%s: %j (%s)', (id, expected) => {
    expect(values(senderById(id))).toEqual(expected);
  });
});

describe('finding a sender', () => {
  it.each<[string, string | null, string | null, string | null, string]>([
    ['gmail', null, null, 'gmail', 'the provider’s webmail, no From to be read'],
    ['gmail', 'gmail.com', null, 'gmail', 'the provider’s own domain'],
    ['gmail', 'googlemail.com', 'posteo', 'gmail', 'which the choice does not change'],
    ['gmail', 'gmx.de', null, null, 'an address of another provider'],
    ['gmail', 'gmx.de', 'gmx', null, 'whatever was chosen'],
    ['gmail', 'company.example', null, null, 'a domain of one’s own: Workspace, or some other server'],
    ['gmail', 'company.example', 'google-workspace', 'google-workspace', 'which the choice decides'],
    ['gmail', null, 'posteo', 'gmail', 'no From: the webmail counts'],
    ['roundcube', null, null, null, 'self-hosted'],
    ['roundcube', 'posteo.de', null, 'posteo', 'the address’s own domain'],
    ['roundcube', 'company.example', null, null, 'a domain of nobody known'],
    ['roundcube', 'company.example', 'maddy', 'maddy', 'the choice'],
    ['roundcube', null, 'posteo', 'posteo', 'the choice, no From to be read'],
    ['roundcube', 'posteo.de', 'posteo', 'posteo', 'both agree'],
    ['roundcube', 'gmx.de', 'posteo', null, 'they contradict each other'],
    ['roundcube', null, 'no-such-id', null, 'a choice this version does not know'],
    ['mox', null, null, null, 'a server is no provider, even where it has a webmail of the same name'],
    ['', '', null, null, 'nothing'],
    ['constructor', 'constructor', 'constructor', null, 'no property of an object'],
  ])('webmail %s, from %s, chosen %s → %s: %s', (webmail, from, chosen, id) => {
    const context = senderFor({ webmail, from, chosen });
    expect(context.kind === 'known' ? context.sender.id : null).toBe(id);
    expect('ownDomain' in context ? context.ownDomain : null).toBe(from);
  });

  it('knows no sender by a name that is none', () => {
    expect(senderById('unknown')).toBeNull();
    expect(senderById('Gmail')).toBeNull();
  });
});
