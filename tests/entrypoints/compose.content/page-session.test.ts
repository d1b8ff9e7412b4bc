// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageSession } from '@/entrypoints/compose.content/page-session';
import { MOST_DOMAINS } from '@/entrypoints/compose.content/verdict-book';
import { COMPOSING, fill, one, openPage } from '../../utils/webmail/open-page';
import { FakeBackground, line } from './fake-background';

let session: PageSession | null = null;

const notices = () => [...document.querySelectorAll<HTMLElement>('waxseal-notice')];
const signs = () => notices().map(({ dataset }) => `${dataset.state} ${dataset.level ?? '-'}`);
const rows = (index = 0) =>
  [...(notices()[index]?.shadowRoot?.querySelectorAll<HTMLElement>('[data-domain]') ?? [])].map(
    ({ dataset }) => `${dataset.domain} ${dataset.level ?? '-'}`,
  );
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

function begin(webmail: string, page: string): FakeBackground {
  openPage(page, COMPOSING);
  return new FakeBackground(webmail);
}

/** Puts a chip for each domain into Gmail's second, empty window. */
function addChips(domains: readonly string[]): void {
  const list = one('#second [role=listbox]');
  for (const domain of domains) {
    const chip = document.createElement('div');
    chip.setAttribute('role', 'option');
    chip.setAttribute('data-hovercard-id', `x@${domain}`);
    list.append(chip);
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
});
afterEach(() => {
  session?.stop();
  vi.useRealTimers();
});

describe('a page of a webmail', () => {
  it('is left alone where checking is not on', async () => {
    const background = begin('gmail', 'gmail/windows');
    background.active = false;
    const before = document.documentElement.outerHTML;
    session = background.start();
    await pass(5000);
    expect(document.documentElement.outerHTML).toBe(before);
    expect(background.heard).toEqual([{ kind: 'hello' }]);
  });

  it('shows a notice for each window, with a row for each domain', async () => {
    const background = begin('gmail', 'gmail/windows');
    background.levels = { 'beta.example': 'opportunistic', 'alpha.example': 'enforced' };
    session = background.start();
    await pass(300);
    expect(signs()).toEqual(['done opportunistic', 'done -']);
    expect(rows()).toEqual([
      'beta.example opportunistic',
      ' unknown',
      'gamma.example expected',
      'alpha.example enforced',
    ]);
    expect(background.badges.at(-1)).toBe('opportunistic');
  });

  it('says from which domain the message comes, and asks anew when that changes', async () => {
    const background = begin('gmail', 'gmail/windows');
    session = background.start();
    await pass(300);
    expect(background.senders).toEqual(['own.example', 'own.example', 'own.example']);
    fill('#first [name="from"]', 'me@gmx.de');
    await pass(2000);
    expect(background.senders.slice(3)).toEqual(['gmx.de', 'gmx.de', 'gmx.de']);
    await pass(5000);
    expect(background.senders).toHaveLength(6);
  });

  it('says which recipients it cannot read', async () => {
    const background = begin('gmail', 'gmail/windows');
    session = background.start();
    await pass(300);
    const [row] = notices()[0]?.shadowRoot?.querySelectorAll('[data-domain=""]') ?? [];
    expect(row?.textContent).toContain('1 recipient without a readable address: Team');
  });

  it('is neither busy nor judged without recipients', async () => {
    const background = begin('gmail', 'gmail/windows');
    session = background.start();
    await pass(300);
    expect(signs()[1]).toBe('done -');
    expect(rows(1)).toEqual([]);
    expect(notices()[1]?.shadowRoot?.querySelector('.status')?.textContent).toBe(
      'Waxseal: no recipients yet',
    );
  });

  it.each([
    ['html', 'data-theme', 'a mark of its own'],
    ['body', 'style', 'its style'],
  ])('follows the page into the dark when %s changes %s: %s', async (place, attribute) => {
    const background = begin('gmail', 'gmail/inline-reply');
    document.body.style.backgroundColor = 'rgb(255, 255, 255)';
    session = background.start();
    await pass(300);
    const dark = () => notices()[0]?.shadowRoot?.querySelector('.card')?.classList.contains('dark');
    expect(dark()).toBe(false);
    const sheet = document.createElement('style');
    sheet.textContent = 'html[data-theme=dark] body { background-color: rgb(20, 20, 20) !important }';
    if (place === 'html') document.head.append(sheet);
    const value = place === 'html' ? 'dark' : 'background-color: rgb(20, 20, 20)';
    one(place).setAttribute(attribute, value);
    await pass(200);
    expect(dark()).toBe(true);
    sheet.remove();
    one(place).removeAttribute(attribute);
  });

  it('follows the colour scheme while it is open', async () => {
    const scheme = Object.assign(new EventTarget(), { matches: false });
    vi.stubGlobal('matchMedia', () => scheme);
    const background = begin('gmail', 'gmail/inline-reply');
    session = background.start();
    await pass(300);
    const dark = () => notices()[0]?.shadowRoot?.querySelector('.card')?.classList.contains('dark');
    expect(dark()).toBe(false);
    scheme.matches = true;
    scheme.dispatchEvent(new Event('change'));
    await pass(200);
    expect(dark()).toBe(true);
    vi.unstubAllGlobals();
  });

  it('asks once for each domain, and not again for one that comes back', async () => {
    const background = begin('gmail', 'gmail/windows');
    session = background.start();
    await pass(300);
    const chip = one('#first [data-name="Ada"]');
    const parent = chip.parentElement;
    chip.remove();
    await pass(300);
    expect(rows().some((row) => row.startsWith('alpha'))).toBe(false);
    parent?.append(chip);
    await pass(300);
    expect(rows().some((row) => row.startsWith('alpha'))).toBe(true);
    expect(background.checked).toEqual(['alpha.example', 'beta.example', 'gamma.example']);
  });

  it('sends nothing of an address but its domain', async () => {
    const background = begin('roundcube', 'roundcube/elastic');
    session = background.start();
    await pass(300);
    expect(JSON.stringify(background.heard)).not.toMatch(/ada|ben|cy@|@/i);
  });

  it('never shows half an address as done, nor asks for it', async () => {
    const background = begin('roundcube', 'roundcube/larry');
    session = background.start();
    await pass(300);
    expect(signs()).toEqual(['done expected']);
    const field = fill('#_bcc', 'eve@half.exam');
    field.focus();
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await pass(200);
    expect(signs()).toEqual(['checking expected']);
    expect(background.checked).not.toContain('half.exam');
    await pass(1000);
    expect(background.checked).toContain('half.exam');
    expect(signs()).toEqual(['done expected']);
  });

  it('ends in the right verdict though the background dies over the question', async () => {
    const background = begin('gmail', 'gmail/inline-reply');
    background.levels = { 'alpha.example': 'plaintext' };
    session = background.start();
    await pass(20);
    background.deaf = 3;
    one('.aoD span').setAttribute('email', 'ada@beta.example');
    await pass(200);
    expect(signs()[0]).toMatch(/^checking/);
    await pass(3000);
    expect(signs()).toEqual(['done expected']);
  });

  it('says so where nobody answers, and asks again when told', async () => {
    const background = begin('gmail', 'gmail/inline-reply');
    session = background.start();
    background.check = () => {
      background.deaf = 1000;
      return null as never;
    };
    await pass(60_000);
    expect(signs()).toEqual(['error unknown']);
    background.deaf = 0;
    background.check = (domain) => ({
      status: 'done',
      line: line(domain, 'enforced'),
      fresh: true,
      again: null,
    });
    session.hear({ kind: 'verdicts-changed', domains: ['alpha.example'] });
    await pass(100);
    expect(signs()).toEqual(['done enforced']);
  });

  it('keeps what is known while it is asked for again', async () => {
    const background = begin('gmail', 'gmail/inline-reply');
    session = background.start();
    await pass(200);
    background.levels = { 'alpha.example': 'blocked' };
    session.hear({ kind: 'verdicts-changed', domains: ['alpha.example', 'other.example'] });
    await pass(2);
    expect(signs()).toEqual(['done expected']);
    await pass(100);
    expect(signs()).toEqual(['done blocked']);
    expect(background.checked).toEqual(['alpha.example', 'alpha.example']);
  });

  it('asks again for an answer that was due, a few times', async () => {
    const background = begin('gmail', 'gmail/inline-reply');
    background.check = (domain) => ({
      status: 'done',
      line: line(domain, 'expected'),
      fresh: false,
      again: null,
    });
    session = background.start();
    await pass(600_000);
    expect(background.checked).toHaveLength(6);
    expect(signs()).toEqual(['done expected']);
  });

  it('says limited where the background does', async () => {
    const background = begin('gmail', 'gmail/inline-reply');
    background.check = (domain) => ({ status: 'limited', line: line(domain, 'unknown') });
    session = background.start();
    await pass(200);
    expect(signs()).toEqual(['limited unknown']);
  });

  it('asks for at most 200 domains of a window, a few at a time; the rest are shown as limited', async () => {
    const background = begin('gmail', 'gmail/windows');
    session = background.start();
    await pass(200);
    addChips(Array.from({ length: 400 }, (_, index) => `d${index}.example`));
    await pass(5000);
    expect(background.checked.filter((domain) => domain.startsWith('d'))).toHaveLength(MOST_DOMAINS);
    expect(background.busiest).toBeLessThanOrEqual(9);
    expect(rows(1)).toHaveLength(400);
    expect(rows(1).filter((row) => row.endsWith('unknown'))).toHaveLength(200);
    expect(signs()[1]).toBe('limited unknown');
  });

  it('leaves when checking is switched off, and comes back when it is on again', async () => {
    const background = begin('gmail', 'gmail/windows');
    session = background.start();
    await pass(300);
    background.active = false;
    session.hear({ kind: 'settings-changed' });
    await pass(100);
    expect(notices()).toEqual([]);
    expect(background.badges.at(-1)).toBe('null');
    background.active = true;
    session.hear({ kind: 'settings-changed' });
    await pass(300);
    expect(notices()).toHaveLength(2);
  });

  it('leaves when the background answers that it is off', async () => {
    const background = begin('gmail', 'gmail/inline-reply');
    session = background.start();
    background.check = () => ({ status: 'inactive' });
    await pass(300);
    expect(notices()).toEqual([]);
  });

  it('puts the notice back where the page removes it, and takes out a stranger of its name', async () => {
    const background = begin('gmail', 'gmail/inline-reply');
    session = background.start();
    await pass(1200);
    const stranger = document.createElement('waxseal-notice');
    notices()[0]?.replaceWith(stranger);
    await pass(3000);
    expect(signs()).toEqual(['done expected']);
    expect(stranger.isConnected).toBe(false);
  });

  it('takes the notice away with its window', async () => {
    const background = begin('gmail', 'gmail/windows');
    session = background.start();
    await pass(300);
    one('#first').remove();
    await pass(300);
    expect(notices()).toHaveLength(1);
    expect(background.badges.at(-1)).toBe('null');
  });

  it('lists its windows for the popup', async () => {
    const background = begin('gmail', 'gmail/windows');
    session = background.start();
    await pass(300);
    expect(session.hear({ kind: 'list-composes' })).toMatchObject({
      webmail: 'gmail',
      composes: [
        {
          limited: false,
          recipients: [
            { field: 'to', text: 'ada@alpha.example', domain: 'alpha.example' },
            { field: 'to', domain: 'beta.example' },
            { field: 'to', text: 'Team', domain: null },
            { field: 'cc', domain: 'gamma.example' },
          ],
        },
        { recipients: [] },
      ],
    });
  });

  it('has nothing to list where it is no compose page, until it has become one', async () => {
    const background = begin('roundcube', 'roundcube/elastic');
    document.body.className = 'task-mail';
    session = background.start();
    await pass(300);
    expect(session.hear({ kind: 'list-composes' })).toBeNull();
    document.body.className = COMPOSING;
    session.recognise();
    await pass(300);
    expect(signs()).toEqual(['done expected']);
  });

  it('changes nothing in the fields and leaves no trace when it is stopped', async () => {
    const background = begin('roundcube', 'roundcube/elastic');
    const before = document.body.outerHTML;
    session = background.start();
    await pass(300);
    notices()[0]?.remove();
    expect(document.body.outerHTML).toBe(before);
    await pass(3000);
    session.stop();
    expect(document.body.outerHTML).toBe(before);
  });
});
