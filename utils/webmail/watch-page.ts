/**
 * Watching a webmail's page: one observer for all compose windows, answered after a short rest.
 * Input events tell of typing; a slow look catches what changes without any event, and only while a
 * compose window is open.
 */
import type { Webmail } from './contract';
import { findComposes } from './find-composes';
import { makeComposeReader, type ComposeReading } from './read-compose';
import { EDITABLE, standsIn } from './select';
import { TYPING_PAUSE } from './typed-text';

/** Milliseconds: chips are taken out and put back when they are dragged or pasted. */
const REST = 100;
/** Milliseconds: a page that never rests is read nevertheless. */
const LONGEST_REST = 500;
/** Milliseconds between slow looks. */
const SLOW_LOOK = 1500;

export interface PageWatch {
  /** Reads at once and reports. */
  look(): void;
  stop(): void;
}

/** Reports all compose windows of the page after each change, until stopped. */
export function watchPage(
  document: Document,
  webmail: Webmail,
  onReading: (composes: readonly ComposeReading[]) => void,
): PageWatch {
  const read = makeComposeReader(webmail, () => Date.now());
  const rest = makeRest(look);
  let poll: ReturnType<typeof setInterval> | undefined;

  function look(): void {
    rest.cancel();
    const composes = findComposes(document, webmail).map(read);
    pollWhile(composes.length > 0);
    if (composes.some(({ typing }) => typing)) rest.after(TYPING_PAUSE);
    onReading(composes);
  }

  function pollWhile(open: boolean): void {
    if (open && poll !== undefined) return;
    clearInterval(poll);
    poll = open ? setInterval(look, SLOW_LOOK) : undefined;
  }

  const unlisten = listen(document, webmail, () => {
    rest.after(REST);
  });
  look();
  return {
    look,
    stop: () => {
      unlisten();
      rest.cancel();
      pollWhile(false);
    },
  };
}

function listen(document: Document, webmail: Webmail, onChange: () => void): () => void {
  const observer = new MutationObserver((records) => {
    if (records.some(({ target }) => !isBodyText(target, webmail))) onChange();
  });
  const attributeFilter = watchedAttributes(webmail);
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter });
  // Where pages switch between light and dark, each by attributes of its own.
  for (const themed of [document.documentElement, document.body])
    observer.observe(themed, { attributes: true });
  const listening = new AbortController();
  const options = { capture: true, passive: true, signal: listening.signal };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', onChange, options);
  for (const event of ['input', 'change', 'focusin', 'focusout']) {
    document.addEventListener(event, onChange, options);
  }
  return () => {
    observer.disconnect();
    listening.abort();
  };
}

/** The message text changes with every key and holds no recipients; a field may be editable text itself. */
function isBodyText(node: Node, { fields }: Webmail): boolean {
  const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  if (!element || !standsIn(element, EDITABLE)) return false;
  return !standsIn(element, Object.values(fields).flat());
}

function watchedAttributes({ address, summary }: Webmail): string[] {
  const extractors = [...address, ...(summary?.address ?? [])];
  const names = extractors.flatMap((extractor) => ('attribute' in extractor ? extractor.attribute : []));
  return [...new Set(['hidden', ...names])];
}

/** One pending call; put off by later wishes, but not for ever. */
function makeRest(call: () => void): { after(pause: number): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const cancel = (): void => {
    clearTimeout(timer);
    since = 0;
  };
  const after = (pause: number): void => {
    since ||= Date.now();
    if (Date.now() - since > LONGEST_REST) return;
    clearTimeout(timer);
    timer = setTimeout(call, pause);
  };
  return { after, cancel };
}
