/** The tree that the lies of a resolver are about. */
import { cname, mx, wireName, type BuiltMessage, type BuiltRecord } from '../dns/build-message';
import type { Tamper } from './bench';
import { makeTree, type SignedTree } from './signed-tree';

/** An address record. */
export const a = (name: string, last = 1): BuiltRecord => ({
  name,
  type: 'A',
  rdata: Uint8Array.of(192, 0, 2, last),
});

/** Makes it, with fresh keys. */
export function makeLiedAboutTree(): Promise<SignedTree> {
  return makeTree([
    { name: '.' },
    { name: 'test' },
    {
      name: 'good.test',
      records: [
        mx('good.test', 10, 'mx.good.test'),
        a('mx.good.test'),
        a('*.wild.good.test'),
        a('own.wild.good.test', 2),
        { name: 'own.wild.good.test', type: 'TXT', rdata: Uint8Array.of(1, 33) },
        a('deep.hole.wild.good.test'),
        cname('alias.good.test', 'mx.good.test'),
        { name: 'renamed.good.test', type: 'DNAME', rdata: wireName('other.test') },
      ],
    },
    { name: 'other.test', records: [mx('other.test', 10, 'mx.other.test'), a('mx.other.test', 66)] },
    {
      name: 'hashed.test',
      denial: { kind: 'nsec3' },
      records: [a('mx.hashed.test'), a('*.wild.hashed.test')],
    },
    { name: 'child.hashed.test', records: [mx('child.hashed.test', 10, 'mx.child.hashed.test')] },
    { name: 'child.good.test', records: [mx('child.good.test', 10, 'mx.child.good.test')] },
    { name: 'unsigned.test', unsigned: true, records: [mx('unsigned.test', 10, 'mx.unsigned.test')] },
    { name: 'below.unsigned.test' },
  ]);
}

/** Changes the answer to one question. */
export const on =
  (question: string, change: (message: BuiltMessage) => BuiltMessage | null): Tamper =>
  (asked, message) =>
    asked === question ? change(message) : message;
/** Changes every answer. */
export const everywhere =
  (change: (message: BuiltMessage) => BuiltMessage): Tamper =>
  (_, message) =>
    change(message);
