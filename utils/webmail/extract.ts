/** Taking the address out of a recipient element. */
import type { Extractor } from './contract';

/** Longer texts are no name and no address. */
const LONGEST = 400;

/** The first extracted text with an "@", else what the element shows: it then has no readable address. */
export function extractAddress(element: Element, extractors: readonly Extractor[]): string {
  return findAddress(element, extractors) || element.textContent.trim().slice(0, LONGEST);
}

/** The first extracted text with an "@"; empty if there is none. */
export function findAddress(element: Element, extractors: readonly Extractor[]): string {
  for (const extractor of extractors) {
    const text = extractOne(element, extractor).trim();
    if (text.includes('@')) return text.slice(0, LONGEST);
  }
  return '';
}

/** The value of an input or textarea; empty for other elements. */
export function valueOf(element: Element | null): string {
  return element && 'value' in element && typeof element.value === 'string' ? element.value : '';
}

function extractOne(element: Element, extractor: Extractor): string {
  if ('attribute' in extractor) return attributeText(element, extractor.attribute, extractor.on);
  if ('value' in extractor) return valueOf(within(element, extractor.value));
  const text = textOf(extractor.text === '' ? element : within(element, extractor.text));
  return extractor.pick ? (new RegExp(extractor.pick).exec(text)?.[1] ?? '') : text;
}

/** A list shows only what is chosen in it. */
function textOf(element: (Element & Partial<Pick<HTMLSelectElement, 'selectedOptions'>>) | null): string {
  return element?.selectedOptions?.[0]?.text ?? element?.textContent ?? '';
}

function attributeText(element: Element, name: string, on?: string): string {
  const holder = on ? within(element, on) : element;
  return holder?.getAttribute(name) ?? '';
}

function within(element: Element, selector: string): Element | null {
  return element.matches(selector) ? element : element.querySelector(selector);
}
