/**
 * The life of one content script: until the extension is updated or removed under the page, or a newer
 * script starts in it. Stands in for WXT's class of the same name (wxt.config.ts), of which only this much
 * is needed; the rest, and the polyfill it pulls in, would double what every page has to load.
 */
import { extensionRuntime } from './runtime';

/** Milliseconds between looks at whether the extension is still there. */
const LOOK = 5000;

export class ContentScriptContext {
  private readonly life = new AbortController();

  /** Ends the script of the same name that was here before, be it orphaned or a twin. */
  constructor(name: string) {
    const started = `${extensionRuntime()?.id ?? ''}:${name}:started`;
    document.dispatchEvent(new CustomEvent(started));
    const end = (): void => {
      this.notifyInvalidated();
    };
    document.addEventListener(started, end, { signal: this.signal });
    const timer = setInterval(() => {
      if (extensionRuntime()?.id === undefined) end();
    }, LOOK);
    this.onInvalidated(() => {
      clearInterval(timer);
    });
  }

  /** Aborted at the end. */
  get signal(): AbortSignal {
    return this.life.signal;
  }

  /** `end` is called once, when everything has to stop and be taken out of the page. */
  onInvalidated(end: () => void): void {
    this.signal.addEventListener('abort', end);
  }

  /** Ends the script. */
  notifyInvalidated(): void {
    this.life.abort();
  }
}
