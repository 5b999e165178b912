import { plainOf, wordsOf } from '../linking/words.ts';
import { commonWords, scripts } from './language-words.ts';

/**
 * The language of a short text as a BCP 47 tag, by its script and its most common words; undefined where nothing stands out.
 * A text without any such word that is in Latin letters counts as English when all its letters are plain, as titles and
 * keywords typed alone do.
 */
export function detectLanguage(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return undefined;
  for (const [tag, pattern] of scripts) {
    if ((text.match(pattern)?.length ?? 0) > letters * 0.3) return tag;
  }
  const words = wordsOf(text.replace(/["“«][^"”»]*["”»]/gu, ' ')).map(({ text: word }) => plainOf(word));
  const scores = commonWords.map(([tag, common]) => ({ tag, score: words.filter((word) => common.has(word)).length }));
  const [best, next] = scores.toSorted((a, b) => b.score - a.score);
  if (best === undefined || best.score === 0) return /^[\p{ASCII}\p{P}\p{S}]*$/u.test(text) ? 'en' : undefined;
  const english = scores.find(({ tag }) => tag === 'en')?.score ?? 0;
  // A few words are shared; English is what most questions are in.
  if (english === best.score) return 'en';
  return best.score > (next?.score ?? 0) || english === 0 ? best.tag : 'en';
}
