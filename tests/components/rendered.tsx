/** Renders a view into an empty document in English, and judges it with axe. */
import axe from 'axe-core';
import type { ComponentChildren } from 'preact';
import { act } from 'preact/test-utils';
import { labelDocument, showPage } from '@/components/parts/show-page';
import { catalogueTranslate } from '@/utils/i18n/catalogue-translate';
import en from '@/utils/i18n/locales/en.json';

export const WORDS = { t: catalogueTranslate(en), language: 'en' };

/** The root the view was rendered into. */
export function rendered(view: ComponentChildren): HTMLElement {
  document.body.replaceChildren();
  const root = document.createElement('div');
  document.body.append(root);
  labelDocument(document, { ...WORDS, direction: 'ltr' }, 'Waxseal');
  void act(() => {
    showPage(root, WORDS, view);
  });
  return root;
}

/** Rules of axe that are broken. Contrast needs real pixels and is judged in a real browser. */
export async function accessibilityFaults(): Promise<string[]> {
  const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Text of the first element that matches, blanks collapsed. */
export function textOf(root: ParentNode, selector: string): string {
  return (root.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Clicks the first element that matches; throws where there is none. */
export function click(root: ParentNode, selector: string): void {
  const target = root.querySelector<HTMLElement>(selector);
  if (target === null) throw new Error(`nothing to click at ${selector}`);
  void act(() => {
    target.click();
  });
}
