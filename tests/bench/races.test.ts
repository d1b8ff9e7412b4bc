import { expect, it } from 'vitest';
import { allRaces } from '../../bench/races';

it.each(allRaces())('$name: both sides do their work', ({ ours, theirs }) => {
  expect(ours()).toBeTruthy();
  expect(theirs()).toBeTruthy();
});

it('decides on evidence that binds: the sample is not judged unread or unknown', () => {
  const decide = allRaces().find(({ name }) => name.startsWith('decide'));
  expect(decide?.ours()).toMatchObject({ level: 'expected', conditional: true, mechanism: 'mta-sts' });
});
