/** Hands the words and their language to every view below. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from './format';

const WordsContext = createContext<Words>({ t: (key) => key, language: 'en' });

/** Wraps a page; `value` holds the translation and the BCP 47 tag of its language. */
export const WordsProvider = WordsContext.Provider;

/** The words of the page. Outside a `WordsProvider` every message is its own key. */
export function useWords(): Words {
  return useContext(WordsContext);
}
