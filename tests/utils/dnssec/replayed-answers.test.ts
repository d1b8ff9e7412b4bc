/** Answers put together from what other questions are truly answered with. None may come out as secure. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { BuiltMessage, BuiltRecord } from '../dns/build-message';
import { makeBench, summary, type Tamper } from './bench';
import { makeLiedAboutTree } from './lied-about-tree';
import { arrives, type SignedTree } from './signed-tree';

let tree: SignedTree;
beforeAll(async () => {
  tree = await makeLiedAboutTree();
});

describe('replaying', () => {
  const replay = async (
    question: string,
    from: readonly string[],
    shape: (parts: BuiltRecord[]) => Partial<BuiltMessage>,
  ): Promise<string> => {
    const parts = await Promise.all(from.map((one) => makeBench(tree).honest(one)));
    const records = parts.flatMap(({ answers = [], authorities = [] }) => [...answers, ...authorities]);
    const [type = '', name = ''] = question.split(' ');
    const message: BuiltMessage = { question: { name, type: type as 'A' }, ...shape(records) };
    const tamper: Tamper = (asked, honest) => (asked === question ? message : honest);
    return summary(await makeBench(tree, { tamper }).validate(question));
  };
  const absent = (authorities: BuiltRecord[]): Partial<BuiltMessage> => ({ authorities, rcode: 3 });
  const empty = (authorities: BuiltRecord[]): Partial<BuiltMessage> => ({ authorities });

  it.each<[string, readonly string[], (parts: BuiltRecord[]) => Partial<BuiltMessage>, string, string]>([
    ['MX good.test', ['A nothing.good.test'], absent, 'bogus: no-proof', "another name's NXDOMAIN"],
    ['MX good.test', ['TXT mx.good.test'], empty, 'bogus: no-proof', "another name's list of types"],
    ['A mx.good.test', ['TXT mx.good.test'], empty, 'bogus: no-proof', 'a list that has the type'],
    [
      'MX alias.good.test',
      ['TXT own.wild.good.test', 'CNAME alias.good.test'],
      (parts) => empty(parts.filter(({ type }) => type !== 'CNAME')),
      'bogus: no-proof',
      'nothing of the name',
    ],
    [
      'TXT nothing.good.test',
      ['TXT nothing.good.test'],
      empty,
      'bogus: no-proof',
      'NXDOMAIN said as "no such records"',
    ],
    [
      'TXT mx.good.test',
      ['TXT mx.good.test'],
      absent,
      'bogus: no-proof',
      '"no such records" said as NXDOMAIN',
    ],
    [
      'TXT hole.wild.good.test',
      ['TXT hole.wild.good.test'],
      absent,
      'bogus: no-proof',
      'an empty non-terminal said to be absent',
    ],
    [
      'MX child.good.test',
      ['DS nothing.good.test', 'TXT mx.good.test'],
      absent,
      'bogus: no-proof',
      'the zone above denies a zone',
    ],
    [
      'MX child.hashed.test',
      ['A nothing.hashed.test', 'TXT mx.hashed.test'],
      absent,
      'bogus: no-proof',
      'the zone above denies a zone, NSEC3',
    ],
    [
      'A own.wild.good.test',
      ['A x.wild.good.test'],
      (parts) => ({
        answers: parts
          .filter(({ name }) => name === 'x.wild.good.test')
          .map((r) => ({ ...r, name: 'own.wild.good.test' })),
        authorities: parts.filter(({ name }) => name !== 'x.wild.good.test'),
      }),
      'bogus: no-proof',
      'a wildcard where the name has records of its own',
    ],
    [
      'A x.hole.wild.good.test',
      ['A x.wild.good.test', 'TXT hole.wild.good.test'],
      (parts) => ({
        answers: parts
          .filter(({ name }) => name === 'x.wild.good.test')
          .map((r) => ({ ...r, name: 'x.hole.wild.good.test' })),
        authorities: parts.filter(({ name }) => name !== 'x.wild.good.test'),
      }),
      'bogus: no-proof',
      'a wildcard reaching past an empty non-terminal',
    ],
    [
      'MX good.test',
      ['MX other.test'],
      (parts) => ({ answers: parts.map((r) => ({ ...r, name: 'good.test' })) }),
      'bogus: bad-signature',
      "another zone's records",
    ],
    [
      'A mx.good.test',
      ['A own.wild.good.test'],
      (parts) => ({ answers: parts.map((r) => ({ ...r, name: 'mx.good.test' })) }),
      'bogus: bad-signature',
      "another name's records",
    ],
    [
      'A x.renamed.good.test',
      ['A nothing.good.test', 'DNAME renamed.good.test'],
      (parts) => absent(parts.filter(({ type }) => type !== 'DNAME')),
      'bogus: no-proof',
      'denied below a DNAME',
    ],
  ])('%s from %j → %s (%s)', async (question, from, shape, expected) => {
    expect(await replay(question, from, shape)).toBe(expected);
  });

  /** The zone's own records for these names, as the only proof that the name, or the type, is not there. */
  const judged = async (question: string, rcode: number, owners: readonly string[]): Promise<string> => {
    const { chain } = tree.zone('good.test');
    const records = owners.map((owner) => chain.at(owner) ?? chain.covering(owner));
    const signed = await Promise.all(records.map((record) => tree.sign('good.test', [record])));
    const [type = '', name = ''] = question.split(' ');
    const message: BuiltMessage = {
      question: { name, type: type as 'A' },
      authorities: signed.flat(),
      rcode,
    };
    return summary(await makeBench(tree).judge(question, arrives(message)));
  };

  it.each<[string, number, string[], string, string]>([
    ['TXT mx.good.test', 0, ['mx.good.test'], 'secure: denied', 'the way it should be'],
    [
      'A nothing.good.test',
      3,
      ['nothing.good.test', '*.good.test'],
      'secure: denied',
      'the way it should be',
    ],
    ['A nothing.good.test', 3, ['nothing.good.test'], 'bogus: no-proof', 'the wildcard is not denied'],
    ['A nothing.good.test', 3, ['*.good.test'], 'bogus: no-proof', 'the name is not denied'],
    [
      'TXT alias.good.test',
      0,
      ['alias.good.test'],
      'bogus: no-proof',
      'an alias lacks no type (RFC 6840 §4.3)',
    ],
    [
      'MX child.good.test',
      0,
      ['child.good.test'],
      'bogus: no-proof',
      'the zone above knows DS only (RFC 6840 §4.1)',
    ],
    ['A x.child.good.test', 3, ['child.good.test', '*.good.test'], 'bogus: no-proof', 'nor of names below'],
    [
      'A x.renamed.good.test',
      3,
      ['renamed.good.test', '*.good.test'],
      'bogus: no-proof',
      'nor of names a DNAME renames',
    ],
    [
      'TXT renamed.good.test',
      0,
      ['renamed.good.test'],
      'secure: denied',
      'a DNAME may deny types at its own name',
    ],
  ])('%s, rcode %i, by %j → %s (%s)', async (question, rcode, owners, expected) => {
    expect(await judged(question, rcode, owners)).toBe(expected);
  });

  it("a wildcard's list of types says nothing of a name that has its own", async () => {
    const list = tree.zone('good.test').chain.at('*.wild.good.test')!;
    const signed = await tree.sign('good.test', [list]);
    const name = 'own.wild.good.test';
    const message: BuiltMessage = {
      question: { name, type: 'TXT' },
      authorities: signed.map((record) => ({ ...record, name })),
    };
    const question = `TXT ${name}`;
    expect(summary(await makeBench(tree).judge(question, arrives(message)))).toBe('bogus: no-proof');
  });
});
