// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { makeComposeReader } from '@/utils/webmail/read-compose';
import { ROUNDCUBE } from '@/utils/webmail/roundcube';
import { COMPOSING, fill, listed, one, openPage, readAll } from './open-page';

const ALL = ['to alpha.example', 'to beta.example', 'cc gamma.example'];
const read = makeComposeReader(ROUNDCUBE, () => 0);

describe('Roundcube', () => {
  it.each(['elastic', 'larry', 'classic'])('reads the recipients, but no reply-to, in %s', (skin) => {
    openPage(`roundcube/${skin}`, COMPOSING);
    expect(readAll(ROUNDCUBE).map(listed)).toEqual([ALL]);
  });

  it('reads the dialog that sends a message on', () => {
    openPage('roundcube/bounce', 'task-mail action-bounce');
    expect(readAll(ROUNDCUBE).map(listed)).toEqual([['to alpha.example']]);
  });

  it.each([
    ['elastic', 'other.example', 'the chosen identity'],
    ['larry', 'own.example', 'the only identity, without a name'],
    ['classic', null, 'none to be seen'],
  ])('reads the domain of the writer’s own address in %s: %s (%s)', (...[skin, from]) => {
    openPage(`roundcube/${skin}`, COMPOSING);
    expect(readAll(ROUNDCUBE).map((reading) => reading.from)).toEqual([from]);
  });

  it('follows another identity, and an address changed by hand', () => {
    openPage('roundcube/elastic', COMPOSING);
    const list = one('#_from') as HTMLSelectElement;
    list.value = '1';
    expect(read(one('#compose-content')).from).toBe('own.example');
    const input = document.createElement('input');
    input.name = '_from';
    input.value = 'Me <me@third.example>';
    list.replaceWith(input);
    expect(read(one('#compose-content')).from).toBe('third.example');
  });

  it('takes the address of a chip, whatever its name says', () => {
    openPage('roundcube/elastic', COMPOSING);
    one('#compose_to .name').textContent = '"boss@trusted.example"';
    expect(listed(read(one('#compose-content')))).toEqual(ALL);
  });

  it('follows an edited chip, which is a new element', () => {
    openPage('roundcube/elastic', COMPOSING);
    const chip = one('#compose_to li.recipient');
    const edited = chip.cloneNode(true) as HTMLElement;
    edited.querySelector('.email')!.textContent = ' <ada@omega.example>,';
    chip.replaceWith(edited);
    fill('#_to', 'Ada A. <ada@omega.example>,ben@beta.example,');
    expect(listed(read(one('#compose-content')))).toEqual([
      'to omega.example',
      'to beta.example',
      'cc gamma.example',
    ]);
  });

  it('follows a chip dragged to another field, where all chips are made anew', () => {
    openPage('roundcube/elastic', COMPOSING);
    const dragged = one('#compose_to li.recipient');
    const target = one('#compose_cc ul');
    const copies = [dragged, one('#compose_cc li.recipient')].map((chip) => chip.cloneNode(true));
    dragged.remove();
    for (const chip of target.querySelectorAll('li.recipient')) chip.remove();
    target.prepend(...copies);
    fill('#_to', 'ben@beta.example,');
    fill('#_cc', 'Ada A. <ada@alpha.example>,cy@gamma.example,');
    expect(listed(read(one('#compose-content')))).toEqual([
      'to beta.example',
      'cc alpha.example',
      'cc gamma.example',
    ]);
  });

  it('counts what will be sent though no chip shows it', () => {
    openPage('roundcube/elastic', COMPOSING);
    fill('#_bcc', 'eve@hidden.example,');
    expect(listed(read(one('#compose-content')))).toEqual([...ALL, 'bcc hidden.example']);
  });

  it('leaves the page list alone while somebody types into the field', () => {
    openPage('roundcube/elastic', COMPOSING);
    const input = fill('#compose_bcc li.input > input', 'eve@hid');
    input.focus();
    fill('#_bcc', 'eve@hi');
    const reading = read(one('#compose-content'));
    expect(listed(reading)).toEqual(ALL);
    expect(reading.typing).toBe(true);
  });
});
