// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ContentScriptContext } from '@/entrypoints/compose.content/context';

let runtime: { id?: string } = {};

beforeEach(() => {
  vi.useFakeTimers();
  runtime = { id: 'waxseal' };
  vi.stubGlobal('chrome', { runtime });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the life of a content script', () => {
  it('ends when a newer one starts, which goes on', () => {
    const ended: string[] = [];
    for (const script of ['older', 'newer']) {
      const { signal } = new ContentScriptContext('compose');
      signal.addEventListener('abort', () => ended.push(script));
    }
    expect(ended).toEqual(['older']);
  });

  it('ends soon after the extension is gone', () => {
    const context = new ContentScriptContext('compose');
    vi.advanceTimersByTime(60_000);
    expect(context.signal.aborted).toBe(false);
    delete runtime.id;
    vi.advanceTimersByTime(10_000);
    expect(context.signal.aborted).toBe(true);
  });

  it('ends but once, and then looks no more', () => {
    const end = vi.fn();
    const context = new ContentScriptContext('compose');
    context.signal.addEventListener('abort', end);
    context.abort();
    context.abort();
    expect(end).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
