// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { GMAIL } from '@/utils/webmail/gmail';
import { placeNotice } from '@/utils/webmail/notice-place';
import { ROUNDCUBE } from '@/utils/webmail/roundcube';
import { COMPOSING, one, openPage } from './open-page';

const make = () => document.createElement('waxseal-notice');

describe('the place of a notice', () => {
  it.each([
    ['gmail/windows', GMAIL, '#first', 'table.iN > waxseal-notice:first-child'],
    ['gmail/inline-reply', GMAIL, '.M9', 'table.iN > waxseal-notice:first-child'],
    ['roundcube/elastic', ROUNDCUBE, '#compose-content', '#compose-headers + waxseal-notice'],
    ['roundcube/larry', ROUNDCUBE, 'form', 'waxseal-notice + #composebodycontainer'],
    ['roundcube/classic', ROUNDCUBE, 'form', '#compose-headers + waxseal-notice'],
    ['roundcube/bounce', ROUNDCUBE, '#bounceheaders', '.compose-headers + waxseal-notice'],
  ])('in %s', (page, webmail, root, place) => {
    openPage(page, COMPOSING);
    placeNotice(one(root), webmail, make());
    expect(document.querySelectorAll(place)).toHaveLength(1);
    expect(document.querySelectorAll('[contenteditable] waxseal-notice, ul waxseal-notice')).toHaveLength(0);
  });

  it('falls back to the top of the window', () => {
    openPage('gmail/windows');
    one('#second table.iN').remove();
    one('#second form').replaceWith(...one('#second form').childNodes);
    placeNotice(one('#second'), GMAIL, make());
    expect(one('#second').firstElementChild?.localName).toBe('waxseal-notice');
  });

  it('is nowhere rather than in editable text', () => {
    openPage('gmail/windows');
    document.body.setAttribute('contenteditable', 'true');
    placeNotice(one('#first'), GMAIL, make());
    document.body.removeAttribute('contenteditable');
    expect(document.querySelector('waxseal-notice')).toBeNull();
  });

  it('tells Gmail to measure again, without troubling the page around', () => {
    openPage('gmail/windows');
    const heard: string[] = [];
    one('#first').addEventListener('resize', () => heard.push('window'));
    document.body.addEventListener('resize', () => heard.push('page'));
    placeNotice(one('#first'), GMAIL, make());
    expect(heard).toEqual(['window']);
  });
});
