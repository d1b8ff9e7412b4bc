/** Finding the compose windows of a page. */
import type { ComposeFinder, Webmail } from './contract';
import { select } from './select';

/** The roots of all compose windows, none within another. */
export function findComposes(document: Document, webmail: Webmail): Element[] {
  const roots: Element[] = [];
  for (const finder of webmail.compose) {
    for (const root of candidates(document, finder, webmail)) {
      const known = roots.some((other) => other.contains(root) || root.contains(other));
      if (!known) roots.push(root);
    }
  }
  return roots;
}

function candidates(document: Document, finder: ComposeFinder, webmail: Webmail): Element[] {
  if ('root' in finder) {
    return [...document.querySelectorAll(finder.root)].filter((root) => hasField(root, webmail));
  }
  return [...document.querySelectorAll(finder.anchor)].flatMap((anchor) => climb(anchor, finder) ?? []);
}

/** Stops where another compose window begins to be held too. */
function climb(anchor: Element, finder: Extract<ComposeFinder, { anchor: string }>): Element | null {
  for (let element = anchor.parentElement; element; element = element.parentElement) {
    if (element.querySelectorAll(finder.anchor).length > 1) return null;
    const root = element;
    if (finder.holding.every((selector) => root.querySelector(selector))) return root;
  }
  return null;
}

function hasField(root: Element, webmail: Webmail): boolean {
  return Object.values(webmail.fields).some((alternatives) => select(root, alternatives).length > 0);
}
