/**
 * A tree of zones for every state a chain of signatures can be in, and the questions to hold validators
 * against each other with. Besides these two there are no tables: what is right is what unbound and delv say.
 */
import type { SigningPlan } from './signing-plan';
import type { Zone } from './zones';

const MAIL = [
  '@ MX 10 mx',
  'mx A 192.0.2.1',
  'mx AAAA 2001:db8::1',
  `_25._tcp.mx TLSA 3 1 1 ${'ab'.repeat(32)}`,
];
const SHAPE = '*.wild A 192.0.2.7';
/** An empty non-terminal, a deep name, aliases within the zone, a wildcard with holes. */
const SHAPES = [
  ...MAIL,
  'leaf.ent TXT "below an empty non-terminal"',
  'alias CNAME mx',
  SHAPE,
  '*.wild TXT "made"',
  'there.wild TXT "own"',
  'deep.hole.wild TXT "no wildcard here"',
  '*.wildalias CNAME mx',
  'Mixed.Case MX 10 MX.Upper',
];

const zone = (label: string, plan: SigningPlan = {}, records: readonly string[] = SHAPES): Zone => ({
  origin: `${label}.test`,
  records,
  signing: 'signed',
  plan,
});
const unsigned = (label: string, records: readonly string[] = MAIL): Zone => ({
  origin: `${label}.test`,
  records,
  signing: 'unsigned',
});

/** Takes signatures of a type out of a signed zone. */
const withoutSignatures = (type: string) => (file: string) =>
  file.replace(new RegExp(`^.*\\sRRSIG\\s+${type}\\s.*\\n`, 'gm'), '');
/** Takes a whole kind of record and its signatures out. */
const without = (type: string) => (file: string) =>
  withoutSignatures(type)(file).replace(new RegExp(`^\\S+\\s+\\d+\\s+IN\\s+${type}\\s.*\\n`, 'gm'), '');
const changedDigest = (lines: string): string =>
  lines.replace(/([0-9A-F])(\s*)$/m, (_, digit: string, end: string) => `${digit === '0' ? '1' : '0'}${end}`);
const algorithm = (number: number) => (lines: string) => lines.replace(/ DS (\d+) \d+ /, ` DS $1 ${number} `);
const digest = (number: number) => (lines: string) =>
  lines.replace(/ DS (\d+) (\d+) \d+ /, ` DS $1 $2 ${number} `);
const besides = (other: (lines: string) => string) => (lines: string) => `${lines}${other(lines)}`;

const PLAIN_NSEC3 = { iterations: 0 };

export const DNSSEC_ZONES: readonly Zone[] = [
  { origin: '', records: [], signing: 'signed', plan: { algorithm: 'RSASHA256' } },
  {
    origin: 'test',
    records: ['d.test. DNAME dname-target.test.', 'to-unsigned.test. CNAME mx.unsigned.test.'],
    signing: 'signed',
  },
  zone('rsasha1', { algorithm: 'RSASHA1', dsDigest: 1 }, MAIL),
  zone('rsasha1-nsec3', { algorithm: 'NSEC3RSASHA1', denial: PLAIN_NSEC3 }, MAIL),
  zone('rsasha256', { algorithm: 'RSASHA256' }, MAIL),
  zone('rsasha512', { algorithm: 'RSASHA512' }, MAIL),
  zone('p256'),
  zone('p384', { algorithm: 'ECDSAP384SHA384', dsDigest: 4 }, MAIL),
  zone('ed25519', { algorithm: 'ED25519' }),
  zone('ed448', { algorithm: 'ED448' }, MAIL),
  zone('nsec3', { denial: PLAIN_NSEC3 }),
  zone('nsec3-salted', { denial: { iterations: 5, salt: 'abcd' } }),
  zone('nsec3-limit', { denial: { iterations: 100 } }, MAIL),
  zone('nsec3-heavy', { denial: { iterations: 150 } }, SHAPES),
  zone('optout', { denial: { iterations: 0, optOut: true } }),
  unsigned('plain.optout'),
  zone('signed.optout', {}, MAIL),
  zone('parent', {}, [...SHAPES, 'deep.below A 192.0.2.9']),
  unsigned('plain.parent'),
  zone('child.parent', {}, MAIL),
  zone('far.ent.parent', {}, MAIL),
  zone('nsec3-parent', { denial: PLAIN_NSEC3 }),
  unsigned('plain.nsec3-parent'),
  zone('child.nsec3-parent', { denial: PLAIN_NSEC3 }, MAIL),
  unsigned('unsigned'),
  zone('island', { changeDs: () => '' }, MAIL),
  zone('expired', { validity: 'past' }, MAIL),
  zone('early', { validity: 'future' }, MAIL),
  zone('wrong-ds', { changeDs: changedDigest }, MAIL),
  zone('one-wrong-ds', { changeDs: besides(changedDigest) }, MAIL),
  zone('unknown-algorithm', { changeDs: algorithm(200) }, MAIL),
  zone('unknown-digest', { changeDs: digest(99) }, MAIL),
  zone('one-unknown-algorithm', { changeDs: besides(algorithm(200)) }, MAIL),
  zone('other-algorithm', { changeDs: algorithm(8) }, MAIL),
  zone('no-mx-signature', { changeSigned: withoutSignatures('MX') }, MAIL),
  zone('no-txt-signature', { changeSigned: withoutSignatures('TXT') }),
  zone('no-key-signature', { changeSigned: withoutSignatures('DNSKEY') }, MAIL),
  zone('no-keys', { changeSigned: without('DNSKEY') }, MAIL),
  zone('no-proof', { changeSigned: without('NSEC') }),
  zone('no-nsec-signature', { changeSigned: withoutSignatures('NSEC') }),
  { origin: 'forged.test', records: MAIL, signing: 'bogus' },
  zone('dname-target', {}, MAIL),
  zone('renames', {}, [
    '@ MX 10 mx',
    'sub DNAME p256.test.',
    'out DNAME unsigned.test.',
    'bad DNAME forged.test.',
  ]),
  zone('aliases', {}, [
    'secure CNAME mx.p256.test.',
    'unsigned CNAME mx.unsigned.test.',
    'forged CNAME forged.test.',
    'expired CNAME mx.expired.test.',
    'nothing CNAME nothing.nsec3.test.',
    'optout CNAME nothing.optout.test.',
    'twice CNAME secure',
    'wild CNAME some.wild.p256.test.',
    'there-and-back CNAME back.unsigned.test.',
    '_25._tcp.mx CNAME _25._tcp.mx.p256.test.',
    'mx A 192.0.2.1',
  ]),
];

/** "TYPE name", for every zone of the tree: names relative to it. */
const EVERYWHERE = [
  'MX @',
  'TXT @',
  'DS @',
  'DNSKEY @',
  'A mx',
  'AAAA mx',
  'TLSA _25._tcp.mx',
  'TXT mx',
  'TXT _25._tcp.mx',
  'TXT _tcp.mx',
  'MX nothing',
  'TLSA _25._tcp.nothing',
  'A ns',
];

const SHAPELY = [
  'TXT ent',
  'TXT leaf.ent',
  'TXT x.leaf.ent',
  'DS ent',
  'A alias',
  'CNAME alias',
  'TLSA alias',
  'A some.wild',
  'A some.more.wild',
  'TXT some.wild',
  'MX some.wild',
  'A there.wild',
  'TXT there.wild',
  'TXT hole.wild',
  'TXT x.hole.wild',
  'TXT wild',
  'TXT *.wild',
  'DS some.wild',
  'A x.wildalias',
  'AAAA x.wildalias',
  'TXT x.wildalias',
  'MX mixed.case',
  'MX MIXED.Case',
];

const PARTICULAR: readonly string[] = [
  ...[
    'secure',
    'unsigned',
    'forged',
    'expired',
    'nothing',
    'optout',
    'twice',
    'wild',
    'there-and-back',
  ].flatMap((label) => [
    `A ${label}.aliases.test`,
    `MX ${label}.aliases.test`,
    `CNAME ${label}.aliases.test`,
  ]),
  'TLSA _25._tcp.mx.aliases.test',
  'A mx.sub.renames.test',
  'MX sub.renames.test',
  'A nothing.sub.renames.test',
  'A some.wild.sub.renames.test',
  'A mx.out.renames.test',
  'MX bad.renames.test',
  'A mx.bad.renames.test',
  'DNAME sub.renames.test',
  'DS x.sub.renames.test',
  'A mx.d.test',
  'A to-unsigned.test',
  'DS nothing.parent.test',
  'DS mx.parent.test',
  'DS nothing.optout.test',
  'A deep.below.parent.test',
  'MX nothing.test',
  'MX nothing',
  'TXT test',
  'NS test',
  'SOA test',
  'NS .',
  'DNSKEY .',
];

/** All questions about the tree, as "TYPE name". */
export const DNSSEC_QUESTIONS: readonly string[] = [
  ...DNSSEC_ZONES.filter(({ origin }) => origin.includes('.')).flatMap(({ origin, records }) => {
    const questions = records.includes(SHAPE) ? [...EVERYWHERE, ...SHAPELY] : EVERYWHERE;
    return questions.map((question) =>
      question.replace(/@$|$/, (at) => (at === '@' ? origin : `.${origin}`)),
    );
  }),
  ...PARTICULAR,
];
