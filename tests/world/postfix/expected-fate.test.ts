import { describe, expect, it } from 'vitest';
import type { Sink } from '../domain-row';
import { expectedFates } from './expected-fate';

const SINKS: readonly Sink[] = ['no-starttls', 'wrong-certificate', 'right-certificate'];
const delivered = ['clear', 'encrypted', 'verified'];

describe('expectedFates', () => {
  it.each([
    ['enforced', 'dane-enforced', ['deferred'], ['deferred'], ['verified']],
    ['blocked', 'host-bogus', ['deferred'], ['deferred'], ['deferred']],
    ['undeliverable', 'null-mx', ['bounced'], ['bounced'], ['bounced']],
    ['opportunistic', 'nothing-requires', ['clear'], delivered, delivered],
    ['expected', 'unauthenticated', ['deferred'], ['encrypted'], ['encrypted', 'verified']],
    ['expected', 'redirectable', ['deferred'], ['deferred'], ['encrypted', 'verified']],
    ['expected', 'sts-testing', ['clear'], ['encrypted'], ['encrypted', 'verified']],
    ['unknown', 'mx-lookup-failed', ['deferred'], ['deferred'], ['deferred']],
    ['unknown', 'sts-lookup-failed', null, null, null],
  ] as const)('%s by %s', (level, code, ...fates) => {
    expect(SINKS.map((sink) => expectedFates({ level, reasons: [{ code }] }, sink))).toEqual(fates);
  });

  it('throws for what is no level', () => {
    expect(() => expectedFates({ level: 'green', reasons: [] }, 'no-starttls')).toThrow('green');
  });
});
