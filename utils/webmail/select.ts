/** Picking elements by alternatives of selectors. */
import type { Selectors } from './contract';

/** What the first alternative that matches anything finds: `scope` itself, or under it in document order. */
export function select(scope: Element, alternatives: Selectors): Element[] {
  for (const selector of alternatives) {
    const found = [...scope.querySelectorAll(selector)];
    if (scope.matches(selector)) found.unshift(scope);
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether `element` stands in anything that one of the selectors matches. */
export function standsIn(element: Element, selectors: Selectors): boolean {
  return selectors.some((selector) => element.closest(selector) !== null);
}

/** Text that people edit, where nothing foreign may be put. */
export const EDITABLE: Selectors = [
  '[contenteditable]:not([contenteditable="false"])',
  '[g_editable="true"]',
  'textarea',
];
