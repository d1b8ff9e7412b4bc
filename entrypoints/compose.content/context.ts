/**
 * The life of one content script: until the extension is updated or removed under the page, or a newer
 * script starts in it. Stands in for WXT's class of the same name (wxt.config.ts), of which only this much
 * is needed; the rest, and the polyfill it pulls in, would double what every page has to load.
 */
import { extensionRuntime } from './runtime';

/** Milliseconds between looks at whether the extension is still there. */
const LOOK = 5000;

/** Its signal is aborted when everything has to stop and be taken out of the page. */
export class ContentScriptContext extends AbortController {
  /** Ends the script of the same name that was here before, be it orphaned or a twin. */
  constructor(name: string) {
    super();
    const { signal } = this;
    const started = `${extensionRuntime()?.id ?? ''}:${name}:started`;
    const end = (): void => {
      this.abort();
    };
    document.dispatchEvent(new CustomEvent(started));
    document.addEventListener(started, end, { signal });
    const timer = setInterval(() => {
      if (extensionRuntime()?.id === undefined) end();
    }, LOOK);
    signal.addEventListener('abort', () => {
      clearInterval(timer);
    });
  }
}
