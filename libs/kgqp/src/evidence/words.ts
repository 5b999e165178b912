import { stemOf } from '../linking/stem.ts';
import { plainOf } from '../linking/words.ts';

/** Words that ask or join, and so name nothing that an answer must hold. */
const functionWords = new Set(
  `a about above across after again against all along also although am among an and any are as at be because been before being below between both but by can
  could did do does doing done down during each either else ever every few for from further get give given gives had has
  have having he her here hers him his how i if in into is it its itself just kind kinds less let like list made main make
  makes many may me might mine more most much must my name named names neither no nor not of off on once one only onto or other
  our out over own paper papers part per please put rather said same say says she should show shown so some such tell than
  that the their them then there these they this those through to too two under until up upon us use used uses using very
  was we were what when where whether which while who whom whose why will with within without would yes yet you your
  according article articles author authors call called describe described different does explain following found mean
  means mention mentioned reported study type types work works`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const wordPattern = /[\p{L}\p{N}]+(?:[.'’+#-][\p{L}\p{N}]+)*[+#]*/gu;

/** The words of a text as they stand, in order: letters and digits, with inner points and hyphens (`Evo-2.1`, `C++`). */
export function wordsOf(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

/** What the inflections of a word share: see `stemOf`. */
export function stem(word: string): string {
  return stemOf(plainOf(word).replace(/'s$/, ''));
}

/** The stems of a text, each once. Compound words give their parts too, so that `open-source` meets `source`. */
export function stemsOf(text: string): Set<string> {
  const stems = new Set<string>();
  for (const word of wordsOf(text)) {
    stems.add(stem(word));
    for (const part of word.split(/[.'’-]/)) if (part !== '') stems.add(stem(part));
  }
  return stems;
}

/** The content words of a question, first spelling first, no stem twice. */
export function contentWords(question: string): string[] {
  const seen = new Set<string>();
  return wordsOf(question).filter((word) => {
    const key = stem(word);
    if (functionWords.has(word.toLowerCase()) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Words written like names: a capital within a sentence or inside a word, or letters with digits. */
export function namesOf(text: string): string[] {
  return wordsOf(text).filter((word, i) => {
    const isPlainOpening = i === 0 && /^\p{Lu}\p{Ll}*$/u.test(word);
    return !isPlainOpening && word !== 'I' && (/\p{Lu}/u.test(word) || /\p{L}\d|\d\p{L}/u.test(word));
  });
}
