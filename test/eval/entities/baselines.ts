import { codePointOffsets } from '../../../libs/ddm/src/document/code-points.ts';
import { stopWords } from '../../../libs/ddm/src/enrich/keywords/stop-words.ts';
import { type Word, wordsOf } from '../../../libs/ddm/src/enrich/entities/model/words.ts';
import type { LabelledDocument } from './labelled/labelled.ts';
import type { Span } from './spans.ts';

/**
 * Spans of the training part, longest first, from left to right, each with the type that it has most often there; those that
 * are left unmarked more often than they are marked are not taken.
 */
export function dictionarySpans(
  training: readonly LabelledDocument[],
  documents: readonly LabelledDocument[],
  typeOf: (type: string) => string,
): Span[] {
  const types = new Map<string, Map<string, number>>();
  let longest = 1;
  const all = training.flatMap(({ sentences }) => sentences);
  for (const { text, spans } of all) {
    for (const { start, end, type } of spans) {
      const words = wordsOf(text.slice(start, end));
      longest = Math.max(longest, words.length);
      const counts = types.get(keyOf(words)) ?? new Map<string, number>();
      counts.set(type, (counts.get(type) ?? 0) + 1);
      types.set(keyOf(words), counts);
    }
  }
  const met = new Map<string, number>();
  for (const { text } of all) {
    const words = wordsOf(text);
    for (let from = 0; from < words.length; from++) {
      for (let to = from + 1; to <= Math.min(words.length, from + longest); to++) {
        const key = keyOf(words.slice(from, to));
        if (types.has(key)) met.set(key, (met.get(key) ?? 0) + 1);
      }
    }
  }
  const best = new Map<string, string>();
  for (const [key, counts] of types) {
    const type = [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
    const marked = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (2 * marked > (met.get(key) ?? 0)) best.set(key, type);
  }
  return inSentences(documents, (words) => {
    const found: [from: number, to: number, type: string][] = [];
    for (let from = 0; from < words.length; from++) {
      let to = Math.min(words.length, from + longest);
      while (to > from && !best.has(keyOf(words.slice(from, to)))) to--;
      if (to === from) continue;
      found.push([from, to, typeOf(best.get(keyOf(words.slice(from, to))) ?? '')]);
      from = to - 1;
    }
    return found;
  });
}

/** Runs of words between function words and signs, all of one type: rules without any training. */
export function phraseSpans(documents: readonly LabelledDocument[], type: string): Span[] {
  return inSentences(documents, (words) => {
    const found: [from: number, to: number, type: string][] = [];
    let from = 0;
    for (let i = 0; i <= words.length; i++) {
      const word = words[i]?.text ?? '';
      if (/^\p{L}/u.test(word) && !stopWords.has(word.toLowerCase())) continue;
      if (i > from) found.push([from, i, type]);
      from = i + 1;
    }
    return found;
  });
}

function keyOf(words: readonly Word[]): string {
  return words.map(({ text }) => text.toLowerCase()).join(' ');
}

function inSentences(
  documents: readonly LabelledDocument[],
  find: (words: readonly Word[]) => [from: number, to: number, type: string][],
): Span[] {
  return documents.flatMap(({ id, sentences }) =>
    sentences.flatMap(({ text }, i) => {
      const words = wordsOf(text);
      const toCodePoints = codePointOffsets(text);
      return find(words).map(([from, to, type]) => ({
        id: `${id}#${i + 1}`,
        start: toCodePoints(words[from]?.start ?? 0),
        end: toCodePoints(words[to - 1]?.end ?? 0),
        type,
      }));
    }),
  );
}
