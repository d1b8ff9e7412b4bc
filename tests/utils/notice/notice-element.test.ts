// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { model, openNotice, press, row, SPEECH, within } from './a-notice';

afterEach(() => {
  vi.useRealTimers();
  document.body.removeAttribute('style');
});

describe('the notice', () => {
  it('is there with its live region before there is any text', () => {
    const { notice } = openNotice();
    expect(notice.element.localName).toBe('waxseal-notice');
    expect(notice.element.dataset).toMatchObject({ state: 'checking' });
    expect(within(notice, '[role=status]').map((status) => status.textContent)).toEqual(['']);
  });

  it('carries state and worst level, and a row for each domain, worst first', () => {
    const { notice } = openNotice();
    const rows = [row('a.example', 'enforced'), row('b.example', 'blocked'), row('c.example', 'expected')];
    notice.show(model('done', ...rows));
    expect(notice.element.dataset).toMatchObject({ state: 'done', level: 'blocked' });
    const order = within(notice, '[data-domain][data-level]').map(({ dataset }) => dataset.domain);
    expect(order).toEqual(['b.example', 'c.example', 'a.example']);
  });

  it('shows in a row the domain, its word and why', () => {
    const { notice } = openNotice();
    const shown = { name: 'bücher.example', word: 'Encryption required', recipients: 3 };
    notice.show(model('done', row('xn--bcher-kva.example', 'enforced', shown)));
    const [item] = within(notice, '[data-domain="xn--bcher-kva.example"]');
    expect(item?.textContent).toBe('bücher.example 3 recipients Encryption requiredWhy.');
    expect(item?.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('marks a conditional verdict, with a seal of its own', () => {
    const { notice } = openNotice();
    const rows = [row('a.example', 'expected', { conditional: true }), row('b.example', 'expected')];
    notice.show(model('done', ...rows));
    expect(within(notice, '[data-conditional]').map(({ dataset }) => dataset.domain)).toEqual(['a.example']);
    const paths = within(notice, 'li path').map((path) => path.getAttribute('d'));
    expect(paths[0]).not.toBe(paths[1]);
  });

  it('gives a row no level while it is being checked', () => {
    const { notice } = openNotice();
    notice.show(model('checking', row('a.example', null)));
    expect(within(notice, '[data-domain="a.example"]:not([data-level])')).toHaveLength(1);
    expect(notice.element.hasAttribute('data-level')).toBe(false);
    expect(within(notice, '.status')[0]?.textContent).toBe('Checking 1 recipient …');
  });

  it('changes rows in place, drops those that are gone, and sorts anew', () => {
    const { notice } = openNotice();
    notice.show(model('checking', row('a.example', null), row('b.example', null)));
    const [a] = within(notice, '[data-domain="a.example"]');
    notice.show(model('done', row('c.example', 'enforced'), row('a.example', 'plaintext')));
    const items = within(notice, 'li');
    expect(items.map(({ dataset }) => dataset.domain)).toEqual(['a.example', 'c.example']);
    expect(items[0]).toBe(a);
  });

  it('unfolds and folds by its button, and folds by Escape', () => {
    const { notice } = openNotice();
    notice.show(model('done', row('a.example', 'expected')));
    const [toggle] = within<HTMLButtonElement>(notice, '.toggle');
    const [panel] = within(notice, '.panel');
    const state = () => [toggle?.getAttribute('aria-expanded'), panel?.hidden];
    expect(state()).toEqual(['false', true]);
    press(toggle);
    expect(state()).toEqual(['true', false]);
    toggle?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(state()).toEqual(['false', true]);
  });

  it('lets no key out to the shortcuts of the page', () => {
    const { notice } = openNotice();
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    const key = new KeyboardEvent('keydown', { key: 'e', bubbles: true, composed: true });
    within(notice, '.toggle')[0]?.dispatchEvent(key);
    document.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
  });

  it('does what a person presses, not what a script of the page presses', () => {
    const { notice, pressed } = openNotice();
    notice.show(model('error', row('a.example', 'unknown')));
    const buttons = within<HTMLButtonElement>(notice, '.act');
    for (const button of buttons) button.click();
    expect(pressed).toEqual([]);
    buttons.forEach(press);
    expect(pressed).toEqual(['retry', 'details']);
  });

  it.each([
    ['done', false],
    ['checking', false],
    ['limited', true],
    ['error', true],
  ] as const)('offers to try again in state %s: %j', (state, offered) => {
    const { notice } = openNotice();
    notice.show(model(state, row('a.example', 'unknown')));
    expect(within(notice, '.line .act').some(({ hidden }) => !hidden)).toBe(offered);
  });

  it('has nothing to unfold without recipients', () => {
    const { notice } = openNotice();
    notice.show(model('checking'));
    expect(within(notice, '.toggle')[0]?.hidden).toBe(true);
    expect(within(notice, '.status')[0]?.textContent).toBe('Waxseal: no recipients yet');
  });

  it('reads from right to left where the language does', () => {
    const { notice } = openNotice({ ...SPEECH, language: 'he', direction: 'rtl' });
    notice.show(model('checking'));
    expect([notice.element.dir, notice.element.lang]).toEqual(['rtl', 'he']);
  });

  it.each([
    ['rgb(20, 20, 24)', true],
    ['rgb(255, 255, 255)', false],
  ])('on a page of %s is dark: %j', (colour, dark) => {
    const { notice } = openNotice();
    document.body.style.backgroundColor = colour;
    notice.show(model('checking'));
    expect(within(notice, '.card')[0]?.classList.contains('dark')).toBe(dark);
  });

  it('holds nothing that a form would send', () => {
    const { notice } = openNotice();
    notice.show(model('done', row('a.example', 'expected')));
    expect(within(notice, 'input, select, textarea, [name], button:not([type=button])')).toEqual([]);
  });

  it('shows 10,000 domains without holding up the page, and makes no row twice', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { notice } = openNotice();
    const rows = Array.from({ length: 10_000 }, (_, index) => row(`d${index}.example`, 'expected'));
    notice.show(model('done', ...rows));
    expect(within(notice, 'li')).toHaveLength(250);
    await vi.runAllTimersAsync();
    expect(within(notice, 'li')).toHaveLength(10_000);
    const before = new Set(within(notice, 'li'));
    notice.show(model('done', ...rows.with(9999, row('d9999.example', 'blocked'))));
    await vi.runAllTimersAsync();
    const after = within(notice, 'li');
    expect(after[0]?.dataset).toMatchObject({ domain: 'd9999.example', level: 'blocked' });
    expect(after.every((item) => before.has(item))).toBe(true);
  }, 60_000);
});
