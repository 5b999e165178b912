import { stemRules } from './stem-exceptions.ts';
import { stopWords } from './stop-words.ts';

const tokenizer = { type: 'pattern', pattern: '[^\\p{IsAlphabetic}\\p{N}]+' };
const filters = {
  /** What is longer is no word. */
  askg_length: { type: 'length', max: 39 },
  /** Biologist and biology are one term. */
  askg_scholars: { type: 'pattern_replace', pattern: '^(.+olog)ists?$', replacement: '$1' },
  askg_stems: { type: 'stemmer_override', rules: stemRules },
  askg_stem: { type: 'stemmer', language: 'porter2' },
  askg_stop: { type: 'stop', stopwords: stopWords },
};
const [length, ...english] = Object.keys(filters);

/**
 * How words become terms, in the index and in questions alike: as near as Lucene comes to the embedded index, whose terms
 * are runs of letters and digits, in lower case, stemmed, without stop words, without accents.
 */
export const wordAnalysis = {
  analyzer: {
    askg_words: {
      type: 'custom',
      tokenizer: 'askg_words',
      filter: [length, 'lowercase', ...english, 'asciifolding'],
    },
  },
  tokenizer: { askg_words: tokenizer },
  filter: filters,
};

/** The same for a request that names no index. */
export const analysisByItself = {
  tokenizer,
  filter: [
    filters.askg_length,
    'lowercase',
    filters.askg_scholars,
    filters.askg_stems,
    filters.askg_stem,
    filters.askg_stop,
    'asciifolding',
  ],
};

/** Words of a question that are searched for; the server's own limit is 1,024 conditions. */
const mostWords = 1000;

/**
 * The words of a question, as often as it says them: what is said twice counts twice. They stay as they are written; the server
 * makes terms of them.
 */
export function searchedWords(words: string): string {
  const found = words.toLowerCase().match(/[\p{Alphabetic}\p{N}]+/gu) ?? [];
  return found.slice(0, mostWords).join(' ');
}
