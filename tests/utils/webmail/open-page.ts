import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeComposeReader, type ComposeReading } from '@/utils/webmail/read-compose';
import type { Webmail } from '@/utils/webmail/contract';
import { findComposes } from '@/utils/webmail/find-composes';

/** Where the saved pages are. */
export const FIXTURES = join(import.meta.dirname, '../../fixtures/webmail');

/** Puts a saved page, "gmail/windows", into the document. */
export function openPage(name: string, bodyClass = ''): void {
  document.body.className = bodyClass;
  document.body.innerHTML = readFileSync(join(FIXTURES, `${name}.html`), 'utf8');
}

/** Roundcube marks its compose page on the body. */
export const COMPOSING = 'task-mail action-compose';

/** A first reading of every compose window in the document. */
export function readAll(webmail: Webmail, now: () => number = () => 0): ComposeReading[] {
  return findComposes(document, webmail).map(makeComposeReader(webmail, now));
}

/** "to ada@alpha.example" for every recipient: its field and the domain that would be asked, or "?". */
export function listed(reading: ComposeReading | undefined): string[] {
  return (reading?.recipients ?? []).map(({ field, domain }) => `${field} ${domain ?? '?'}`);
}

/** The first element for a selector. */
export function one(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`Nothing in the page for ${selector}`);
  return found;
}

/** The input or textarea for a selector, with this value put in by a script of the page: without any event. */
export function fill(selector: string, value: string): HTMLInputElement {
  const field = one(selector) as HTMLInputElement;
  field.value = value;
  return field;
}
