import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  composeListReplySchema,
  extensionPageRequestSchema,
  pageRequestSchema,
} from '@/utils/messaging/schemas';

const CHECK = {
  ...{ kind: 'check', webmail: 'roundcube', compose: 'c1' },
  ...{ domain: 'example.org', from: 'own.example' },
};
const PLACE = { tab: 3, compose: 'c1' };
const VERDICT = { kind: 'verdict', webmail: 'gmail', domain: 'example.org', from: null, place: PLACE };
const REPORTS = { kind: 'reports', domain: 'example.org', place: PLACE };

describe('requests of content scripts', () => {
  it.each([
    [{ kind: 'hello' }],
    [CHECK],
    [{ ...CHECK, domain: '[192.0.2.1]' }],
    [{ ...CHECK, from: null }],
    [{ kind: 'badge', level: 'enforced', checking: false }],
    [{ kind: 'badge', level: null, checking: true }],
    [{ kind: 'open-details', domain: null }],
  ])('%j is one', (message) => {
    expect(v.parse(pageRequestSchema, message)).toEqual(message);
  });

  it.each<[unknown, string]>([
    [null, 'nothing'],
    ['check', 'a text'],
    [{}, 'no kind'],
    [{ kind: 'settings-changed' }, 'not for pages'],
    [VERDICT, 'not for pages'],
    [{ ...CHECK, domain: '' }, 'no domain'],
    [{ ...CHECK, from: '' }, 'no domain of the writer’s own'],
    [{ ...CHECK, from: undefined }, 'not told'],
    [REPORTS, 'not for pages'],
    [{ ...CHECK, domain: `${'a'.repeat(250)}.org` }, 'longer than a name can be'],
    [{ ...CHECK, domain: ['example.org'] }, 'another type'],
    [{ ...CHECK, webmail: '../gmail' }, 'no id'],
    [{ ...CHECK, compose: 'c'.repeat(65) }, 'too long to be kept'],
    [{ kind: 'badge', level: 'safe', checking: false }, 'no such level'],
    [{ kind: 'badge', level: null }, 'a field missing'],
    [{ kind: '__proto__', webmail: 'gmail' }, 'a trick'],
  ])('%j is none (%s)', (message) => {
    expect(v.is(pageRequestSchema, message)).toBe(false);
  });

  it('lose what is not part of them', () => {
    expect(v.parse(pageRequestSchema, { ...CHECK, text: 'dear Ada' })).toEqual(CHECK);
  });
});

describe('requests of own pages', () => {
  it.each([
    [VERDICT],
    [{ ...VERDICT, kind: 'recheck', readPolicy: true }],
    [REPORTS],
    [{ kind: 'settings-changed' }],
  ])('%j is one', (message) => {
    expect(v.parse(extensionPageRequestSchema, message)).toEqual(message);
  });

  it.each<[unknown, string]>([
    [{ ...VERDICT, kind: 'recheck' }, 'the click is not told'],
    [{ ...REPORTS, domain: 7 }, 'another type'],
    [{ ...VERDICT, from: 'x'.repeat(254) }, 'longer than a name can be'],
    [{ ...VERDICT, place: { tab: -1, compose: 'c1' } }, 'no tab'],
    [{ ...VERDICT, place: { tab: 1.5, compose: 'c1' } }, 'half a tab'],
    [{ ...VERDICT, place: undefined }, 'no place'],
    [CHECK, 'not for own pages'],
  ])('%j is none (%s)', (message) => {
    expect(v.is(extensionPageRequestSchema, message)).toBe(false);
  });
});

describe('the compose windows of a tab', () => {
  const recipient = { field: 'to', text: 'Ada <ada@example.org>', domain: 'example.org' };
  const list = (recipients: unknown) => ({
    webmail: 'gmail',
    composes: [{ id: 'c1', from: null, recipients, limited: false }],
  });
  it.each([
    [[], 'none yet'],
    [[recipient, { ...recipient, domain: null }], 'one that cannot be read'],
  ])('with %j are a reply (%s)', (recipients) => {
    expect(v.is(composeListReplySchema, list(recipients))).toBe(true);
  });
  it.each<[unknown, string]>([
    ['ada@example.org', 'no list'],
    [[{ ...recipient, field: 'from' }], 'no such field'],
    [[{ ...recipient, text: 'x'.repeat(1001) }], 'endless text'],
  ])('are not, with %j (%s)', (recipients) => {
    expect(v.is(composeListReplySchema, list(recipients))).toBe(false);
  });
  it('are not, with endless recipients', () => {
    const endless = Array.from({ length: 20_001 }, () => recipient);
    expect(v.is(composeListReplySchema, list(endless.slice(1)))).toBe(true);
    expect(v.is(composeListReplySchema, list(endless))).toBe(false);
  });
});
