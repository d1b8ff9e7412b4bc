/** Translation from a loaded catalogue: for the terminal and for tests, where there is no browser to ask. */
import { substitute, type MessageKey, type Translate } from './translate';

/** A message file as parsed from JSON: texts, nested at will. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

/** Translates from `catalogue`; a key it lacks comes from `fallback`, else is the empty text. */
export function catalogueTranslate(catalogue: Catalogue, fallback?: Catalogue): Translate {
  return (key, substitutions) => {
    const message = find(catalogue, key) ?? (fallback && find(fallback, key)) ?? '';
    return substitute(message, substitutions);
  };
}

/** All keys of a catalogue, dotted, in file order. */
export function catalogueKeys(catalogue: Catalogue, prefix = ''): string[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : catalogueKeys(value, `${prefix}${key}.`),
  );
}

function find(catalogue: Catalogue, key: MessageKey): string | undefined {
  let node: string | Catalogue | undefined = catalogue;
  for (const step of key.split('.')) {
    if (typeof node !== 'object' || !Object.hasOwn(node, step)) return undefined;
    node = node[step];
  }
  return typeof node === 'string' ? node : undefined;
}
