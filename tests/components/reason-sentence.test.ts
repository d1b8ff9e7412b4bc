import { describe, expect, it } from 'vitest';
import { reasonSentence } from '@/components/words/reason-sentence';
import { catalogueTranslate } from '@/utils/i18n/catalogue-translate';
import de from '@/utils/i18n/locales/de.json';
import en from '@/utils/i18n/locales/en.json';
import { reason, type Reason, type ReasonCode } from '@/utils/verdict/reason';

const NOON = Date.UTC(2027, 0, 15, 12);
const HOSTS = ['a.example', 'b.example'];

/** One of each, so that a new code cannot come without its sentence being read here. */
const EXAMPLES: { readonly [C in ReasonCode]: Extract<Reason, { code: C }>['params'] } = {
  'null-mx': {},
  'no-such-domain': {},
  'no-mail-host': {},
  'no-host-address': { hosts: HOSTS },
  'mx-unusable': { entries: ['192.0.2.1'] },
  'mx-cname-loop': {},
  'implicit-mx': { host: 'a.example' },
  'mx-lookup-failed': { failure: 'http', status: 503, extendedErrors: [] },
  'filtered-by-resolver': { extendedError: 17 },
  'address-lookup-failed': { hosts: HOSTS },
  'many-hosts': { looked: 20, all: 31 },
  'special-use-name': { domain: 'printer.local' },
  'address-literal': { literal: '[192.0.2.1]' },
  'address-unreadable': {},
  'not-looked-up': { limit: 'rate' },
  'sts-enforce': { id: '1', until: NOON },
  'sts-testing': { id: '1' },
  'sts-none': { id: '1' },
  'sts-absent': {},
  'sts-host-mismatch': { hosts: HOSTS },
  'sts-no-host-matches': { patterns: ['*.example'] },
  'sts-record-malformed': { fault: 'id-missing' },
  'sts-policy-malformed': { fault: 'bad-line', line: 3 },
  'sts-unreachable': { failure: 'status', status: 404 },
  'sts-unread': {},
  'sts-lookup-failed': { failure: 'timeout' },
  'sts-cached': { until: NOON, because: 'record-absent' },
  'sts-record-lenient': {},
  'nothing-requires': {},
  'dane-enforced': { hosts: HOSTS },
  'dane-unconfirmed': { hosts: HOSTS },
  'dane-published': { hosts: HOSTS },
  unauthenticated: { hosts: HOSTS },
  redirectable: { hosts: HOSTS },
  'tlsa-lookup-failed': { hosts: HOSTS },
  'tlsa-lookup-failing': { hosts: HOSTS },
  'host-bogus': { hosts: HOSTS },
  'host-unconfirmed': { hosts: HOSTS },
  'host-not-looked-at': { hosts: HOSTS },
  'absence-unproven': { hosts: HOSTS },
  'mx-bogus': { zone: 'a.example', because: 'bad-signature' },
  'mx-unconfirmed': { zone: '.', because: 'signatures-stripped' },
  'backup-unprotected': { hosts: HOSTS },
  'sender-unknown': {},
  'sender-skips-mta-sts': { sender: 'Example Mail' },
  'sender-mta-sts-unknown': { sender: 'Example Mail' },
  'sender-skips-dane': { sender: 'Example Mail' },
  'sender-dane-unknown': { sender: 'Example Mail' },
  'sender-skips-dnssec': { sender: 'Example Mail' },
  'sender-lazy': { sender: 'Example Mail' },
  'sender-requires-tls': { sender: 'Example Mail' },
  'stays-inside': {},
  'handled-by-operator': { operator: 'Example Mail', source: 'example.org/list', asOf: '2026-06-23' },
  'operator-named': { operator: 'Example Mail' },
  'filtered-by': { service: 'Example Filter' },
  'forwarded-by': { service: 'Example Forwarder' },
  'was-enforced': { until: NOON },
  'local-part-international': {},
};

const LANGUAGES = [
  ['en', catalogueTranslate(en)],
  ['de', catalogueTranslate(de)],
] as const;

const inEnglish = (of: Reason) => reasonSentence(of, { t: catalogueTranslate(en), language: 'en' });

describe.each(LANGUAGES)('sentences in %s', (language, t) => {
  it.each(Object.entries(EXAMPLES))('says %s in whole sentences', (code, params) => {
    const sentence = reasonSentence({ code, params } as Reason, { t, language });
    expect(sentence).toMatch(/^\S.*\S\.$/);
    expect(sentence).not.toMatch(/\$\d|undefined|\[object| {2}/);
  });
});

describe('reasonSentence', () => {
  it('fills in its parameters', () => {
    expect(inEnglish(reason('sts-enforce', { id: '1', until: NOON }))).toContain('January 15, 2027');
    expect(inEnglish(reason('no-host-address', { hosts: HOSTS }))).toContain('a.example and b.example');
    expect(inEnglish(reason('sts-unreachable', { failure: 'status', status: 404 }))).toContain('status 404');
    expect(inEnglish(reason('sts-policy-malformed', { fault: 'bad-line', line: 3 }))).toContain('line 3');
  });

  it('leaves out the line where none is to blame', () => {
    expect(inEnglish(reason('sts-policy-malformed', { fault: 'empty', line: null }))).not.toContain('line');
  });

  it('counts what does not fit', () => {
    const hosts = ['a.example', 'b.example', 'c.example', 'd.example', 'e.example'];
    expect(inEnglish(reason('no-host-address', { hosts }))).toContain('c.example, and 2 more');
  });

  it.each([
    ['2026-06-23', 'June 23, 2026', 'a day'],
    ['2024-01', 'January 2024', 'a month'],
    ['2022', '(source: s, 2022)', 'a year'],
    ['undated', 'undated', 'no date'],
  ])('dates an operator’s source as exactly as it dates itself: %s → %s (%s)', (asOf, words) => {
    expect(inEnglish(reason('handled-by-operator', { operator: 'O', source: 's', asOf }))).toContain(words);
  });

  it('calls the root zone by a name', () => {
    expect(inEnglish(reason('mx-bogus', { zone: '.', because: 'expired' }))).toContain('root of the DNS');
  });

  it('shows a fault it has no words for as it is', () => {
    expect(inEnglish(reason('sts-record-malformed', { fault: 'new-fault' }))).toContain('new-fault');
    expect(inEnglish(reason('sts-unreachable', { failure: 'new-failure', status: null }))).toContain(
      'new-failure',
    );
  });

  it('tells the two limits apart', () => {
    const [compose, rate] = (['compose', 'rate'] as const).map((limit) =>
      inEnglish(reason('not-looked-up', { limit })),
    );
    expect(compose).not.toBe(rate);
  });
});
