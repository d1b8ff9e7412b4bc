// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GMAIL } from '@/utils/webmail/gmail';
import type { ComposeReading } from '@/utils/webmail/read-compose';
import { ROUNDCUBE } from '@/utils/webmail/roundcube';
import { watchPage, type PageWatch } from '@/utils/webmail/watch-page';
import { COMPOSING, fill, listed, one, openPage } from './open-page';

let watch: PageWatch | null = null;
let readings: (readonly ComposeReading[])[] = [];

function start(webmail: typeof GMAIL): void {
  readings = [];
  watch = watchPage(document, webmail, (composes) => readings.push(composes));
}

/** Lets observers report, then time pass. */
async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
  await vi.advanceTimersByTimeAsync(milliseconds);
}

const last = () => (readings.at(-1) ?? []).map(listed);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
});
afterEach(() => {
  watch?.stop();
  vi.useRealTimers();
});

describe('watching a page', () => {
  it('reports at once, and once for many changes together', async () => {
    openPage('gmail/windows');
    start(GMAIL);
    expect(readings).toHaveLength(1);
    one('#first [data-name="Team"]').remove();
    one('#first [data-name="Cy"]').remove();
    await pass(120);
    expect(readings).toHaveLength(2);
    expect(last()[0]).toEqual(['to alpha.example', 'to beta.example']);
  });

  it('sees a chip whose address changes in place', async () => {
    openPage('gmail/windows');
    start(GMAIL);
    one('#first [data-name="Ada"]').setAttribute('data-hovercard-id', 'ada@omega.example');
    await pass(120);
    expect(last()[0]?.[0]).toBe('to omega.example');
  });

  it('does not read for changes of the message text', async () => {
    openPage('gmail/windows');
    start(GMAIL);
    one('#first [g_editable]').append('more', document.createElement('br'));
    await pass(200);
    expect(readings).toHaveLength(1);
  });

  it('reads typed text after the pause, not before', async () => {
    openPage('gmail/windows');
    start(GMAIL);
    const input = fill('#second input[role=combobox]', 'dee@delta.example');
    input.focus();
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await pass(120);
    expect(last()[1]).toEqual([]);
    expect(readings.at(-1)?.[1]?.typing).toBe(true);
    await pass(900);
    expect(last()[1]).toEqual(['to delta.example']);
  });

  it('notices a list written without any event, by its slow look', async () => {
    openPage('roundcube/larry', COMPOSING);
    start(ROUNDCUBE);
    fill('#_bcc', 'eve@hidden.example');
    await pass(1600);
    expect(last()[0]).toContain('bcc hidden.example');
  });

  it('looks slowly only while a compose window is open', async () => {
    openPage('gmail/windows');
    start(GMAIL);
    document.body.replaceChildren();
    await pass(200);
    const before = readings.length;
    expect(last()).toEqual([]);
    await pass(10_000);
    expect(readings).toHaveLength(before);
  });

  it('finds a window that opens later', async () => {
    document.body.replaceChildren();
    start(GMAIL);
    openPage('gmail/inline-reply');
    await pass(120);
    expect(last()).toEqual([['to alpha.example']]);
  });

  it('reads a page that never rests', async () => {
    openPage('gmail/windows');
    start(GMAIL);
    for (let step = 0; step < 20; step += 1) {
      document.body.append(document.createElement('i'));
      await pass(50);
    }
    expect(readings.length).toBeGreaterThan(1);
  });

  it('is silent once stopped', async () => {
    openPage('gmail/windows');
    start(GMAIL);
    watch?.stop();
    one('#first [data-name="Ada"]').remove();
    await pass(5000);
    expect(readings).toHaveLength(1);
  });
});
