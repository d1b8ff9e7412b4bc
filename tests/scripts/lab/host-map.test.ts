import { expect, it } from 'vitest';
import { orderedPatterns, portOf } from '../../../scripts/lab/host-map';

const MAP = { '*.test': 1, 'mail.test': 2, '*.mail.test': 3 };

it.each<[host: string, port: number | null, why: string]>([
  ['mail.test', 2, 'exact names win over wildcards'],
  ['MAIL.test', 2, 'case makes no difference'],
  ['a.mail.test', 3, 'the longer wildcard wins'],
  ['a.b.test', 1, 'a wildcard stands for any number of labels, as in the browser’s rules'],
  ['test', null, 'a wildcard does not stand for nothing'],
  ['atest', null, 'nor for part of a label'],
  ['example.org', null, 'nothing else exists'],
])('%s is at %s: %s', (host, port) => {
  expect(portOf(MAP, host)).toBe(port);
});

it('tries exact names first', () => {
  expect(orderedPatterns(MAP)).toEqual(['mail.test', '*.mail.test', '*.test']);
});
