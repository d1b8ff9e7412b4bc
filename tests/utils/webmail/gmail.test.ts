// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { findComposes } from '@/utils/webmail/find-composes';
import { GMAIL } from '@/utils/webmail/gmail';
import { makeComposeReader, SETTLING } from '@/utils/webmail/read-compose';
import { listed, one, openPage, readAll } from './open-page';

const read = makeComposeReader(GMAIL, () => 0);

describe('Gmail', () => {
  it('finds each compose window once, and no emptied one', () => {
    openPage('gmail/windows');
    const roots = findComposes(document, GMAIL);
    expect(roots.map((root) => root.id)).toEqual(['first', 'second']);
  });

  it('reads chips of all fields; a chip without an address is unreadable', () => {
    openPage('gmail/windows');
    const [first, second] = readAll(GMAIL);
    expect(listed(first)).toEqual(['to alpha.example', 'to beta.example', 'to ?', 'cc gamma.example']);
    expect(first?.recipients[2]?.text).toBe('Team');
    expect(second?.recipients).toEqual([]);
  });

  it('reads nothing from the message text', () => {
    openPage('gmail/windows');
    expect(readAll(GMAIL).flatMap(listed).join()).not.toContain('body.example');
  });

  it('reads the domain of the writer’s own address, where the window has it', () => {
    openPage('gmail/windows');
    expect(readAll(GMAIL).map(({ from }) => from)).toEqual(['own.example', null]);
    one('#first [name="from"]').setAttribute('value', 'Me <me@GMX.de>');
    expect(read(one('#first')).from).toBe('gmx.de');
    one('#first [name="from"]').setAttribute('value', 'me@[192.0.2.1');
    expect(read(one('#first')).from).toBeNull();
  });

  it('follows a removed and an added chip', () => {
    openPage('gmail/windows');
    const root = one('#first');
    read(root);
    one('#first [data-hovercard-id="ben@beta.example"]').remove();
    one('#first [data-name="Team"]').setAttribute('data-hovercard-id', 'team@beta.example');
    expect(listed(read(root))).toEqual(['to alpha.example', 'to beta.example', 'cc gamma.example']);
  });

  it('gives the same list again while nothing changes', () => {
    openPage('gmail/windows');
    const before = read(one('#first')).recipients;
    expect(read(one('#first')).recipients).toBe(before);
  });

  it('joins the folded fields with their summary', () => {
    openPage('gmail/collapsed');
    const [reading] = readAll(GMAIL);
    expect(listed(reading)).toEqual(['to alpha.example', 'to beta.example', 'to delta.example']);
  });

  it('keeps what was in the fields where they are emptied while folded', () => {
    openPage('gmail/collapsed');
    const root = one('.M9');
    read(root);
    one('[role=listbox]').replaceChildren();
    one('.aoD').replaceChildren('Ada and 2 more');
    expect(listed(read(root))).toEqual(['to alpha.example', 'to beta.example']);
  });

  it('forgets the summary once the fields are unfolded', () => {
    openPage('gmail/collapsed');
    const root = one('.M9');
    read(root);
    one('.aoD').style.display = 'none';
    one('.GS').style.display = '';
    one('[role=listbox]').replaceChildren();
    expect(read(root).recipients).toEqual([]);
  });

  it('follows the summary of an untouched inline reply', () => {
    openPage('gmail/inline-reply');
    read(one('.M9'));
    one('.aoD span').setAttribute('email', 'ada@omega.example');
    expect(listed(read(one('.M9')))).toEqual(['to omega.example']);
  });

  it('reads an untouched inline reply by its summary', () => {
    openPage('gmail/inline-reply');
    expect(readAll(GMAIL).map(listed)).toEqual([['to alpha.example']]);
  });

  it('reads the layout of before October 2021', () => {
    openPage('gmail/classic');
    expect(readAll(GMAIL).map(listed)).toEqual([['to alpha.example', 'cc gamma.example']]);
  });

  it('says when the page no longer has what it should', () => {
    openPage('gmail/windows');
    let now = 0;
    const reader = makeComposeReader(GMAIL, () => now);
    one('#second [name="to"]').removeAttribute('name');
    expect(reader(one('#second')).outdated).toBe(false);
    now = SETTLING;
    expect(reader(one('#second')).outdated).toBe(true);
    expect(reader(one('#first')).outdated).toBe(false);
  });
});
