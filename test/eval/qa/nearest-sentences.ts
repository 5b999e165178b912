import type { OpenSet } from './open-set.ts';
import { allSentences } from './paper-of-parts.ts';
import type { SetPaper } from './qa-set.ts';

/** Sentences nearest to a question in meaning, best first, that come as near to a number of words as they can; at least one. */
export async function nearestSentences(
  embedder: OpenSet['embedder'],
  question: string,
  papers: readonly SetPaper[],
  words: number,
): Promise<string[]> {
  const sentences = papers.flatMap(allSentences);
  const scores = await nearnessBy(embedder)(question, sentences);
  const ranked = sentences.map((text, i) => ({ text, score: scores[i] ?? 0 })).toSorted((a, b) => b.score - a.score);
  return withWords(
    ranked.map(({ text }) => text),
    words,
  );
}

/** The first texts, up to the one whose words bring the sum no nearer to `words`; at least one. */
export function withWords(texts: readonly string[], words: number): string[] {
  let sum = 0;
  const end = texts.findIndex((text, i) => {
    const more = sum + text.split(/\s+/u).length;
    if (i > 0 && Math.abs(more - words) > Math.abs(sum - words)) return true;
    sum = more;
    return false;
  });
  return texts.slice(0, end < 0 ? texts.length : end);
}

/** Cosine of texts and a question, in the order of the texts. */
export function nearnessBy(
  embedder: OpenSet['embedder'],
): (question: string, texts: readonly string[]) => Promise<number[]> {
  return async (question, texts) => {
    if (texts.length === 0) return [];
    const [query] = await embedder.embed('query', [question]);
    const vectors = await embedder.embed('passage', texts);
    return vectors.map((vector) => vector.reduce((sum, value, i) => sum + value * (query?.[i] ?? 0), 0));
  };
}
