// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { makeTypedReader, TYPING_PAUSE } from '@/utils/webmail/typed-text';

interface Typed {
  readonly value: string;
  readonly focused: boolean;
  /** Milliseconds without a change. */
  readonly rest: number;
}

function read({ value, focused, rest }: Typed) {
  document.body.innerHTML = '<textarea></textarea>';
  const input = document.querySelector('textarea')!;
  let now = 0;
  const reader = makeTypedReader(() => now);
  input.value = value;
  if (focused) input.focus();
  reader(input);
  now = rest;
  return reader(input);
}

describe('typed text', () => {
  it.each([
    ['a@x.example', true, 0, [], true, 'half an address is not asked for'],
    ['a@x.example', true, TYPING_PAUSE - 1, [], true, 'still typing'],
    ['a@x.example', true, TYPING_PAUSE, ['a@x.example'], false, 'typing has paused'],
    ['a@x.example', false, 0, ['a@x.example'], false, 'the field was left'],
    ['a@x.example,', true, 0, ['a@x.example'], false, 'finished by a separator'],
    ['a@x.example, b@y', true, 0, ['a@x.example'], true, 'only the last one is open'],
    ['"A, B" <a@x.example>; b@y.example', false, 0, ['"A, B" <a@x.example>', 'b@y.example'], false, 'two'],
    ['ada', true, TYPING_PAUSE, [], false, 'a search in the address book'],
    ['ada@', true, TYPING_PAUSE, [], false, 'not an address yet'],
    ['ada', false, 0, ['ada'], false, 'left behind: counted, though unreadable'],
    ['  ', false, 0, [], false, 'nothing'],
  ] as const)('%j, focus %j, after %j ms', (value, focused, rest, texts, typing, why) => {
    expect(read({ value, focused, rest }), why).toEqual({ texts, typing });
  });

  it('starts the pause anew with every change', () => {
    document.body.innerHTML = '<input>';
    const input = document.querySelector('input')!;
    input.focus();
    let now = 0;
    const reader = makeTypedReader(() => now);
    input.value = 'a@x.exam';
    reader(input);
    now = TYPING_PAUSE - 1;
    input.value = 'a@x.examp';
    reader(input);
    now = TYPING_PAUSE + 1;
    expect(reader(input)).toEqual({ texts: [], typing: true });
  });
});
