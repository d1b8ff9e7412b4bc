/** Puts a page of the extension on screen in the language of its words. */
import { render, type ComponentChildren } from 'preact';
import type { Words } from '@/components/words/format';
import { WordsProvider } from '@/components/words/words-context';

/** Language, reading direction and title of a document (WCAG 2.2, 2.4.2, 3.1.1). */
export function labelDocument(page: Document, w: Words & { direction: 'ltr' | 'rtl' }, title: string): void {
  page.documentElement.lang = w.language;
  page.documentElement.dir = w.direction;
  page.title = title;
}

/** Renders `children` into `root`; called again, it updates what is there. */
export function showPage(root: Element, words: Words, children: ComponentChildren): void {
  render(<WordsProvider value={words}>{children}</WordsProvider>, root);
}
