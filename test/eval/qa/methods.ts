import type { QuestionAnswering } from '@askg/kgqp';
import { keyOfPaper } from '../retrieval/collection.ts';
import type { OpenSet } from './open-set.ts';
import { allSentences } from './paper-of-parts.ts';
import { predictionOf, type Prediction } from './prediction.ts';
import type { SetPaper, SetQuestion } from './qa-set.ts';

export const methods = ['askg', 'BM25, same composer', 'whole abstract', 'sentences at equal words'] as const;
export type Method = (typeof methods)[number];

/** The answers of every method to one question. */
export async function answerBy(
  { qa, byWords, embedder }: OpenSet,
  papers: ReadonlyMap<string, SetPaper>,
  question: SetQuestion,
): Promise<Record<Method, Prediction>> {
  const asked = question.papers?.flatMap((id) => papers.get(id) ?? []) ?? [...papers.values()];
  const keys = question.papers && asked.map(({ document }) => keyOfPaper(document));
  const askg = await ask(qa, question, keys);
  const words = askg.evidence.reduce((sum, text) => sum + wordsIn(text), 0);
  return {
    askg,
    'BM25, same composer': await ask(byWords, question, keys),
    'whole abstract': quoted(question.id, question.papers ? asked.flatMap(({ opening }) => opening) : []),
    'sentences at equal words': quoted(question.id, await nearest(embedder, question.text, asked, words)),
  };
}

async function ask(qa: QuestionAnswering, { id, text }: SetQuestion, papers?: readonly string[]): Promise<Prediction> {
  const start = performance.now();
  for await (const event of qa.ask({ question: text, ...(papers ? { papers } : {}) })) {
    if (event.event === 'done') return predictionOf(id, event.answer, Math.round(performance.now() - start));
  }
  throw new Error(`"${text}" has no end.`);
}

/** The sentences nearest to a question in meaning, up to a number of words, in the order of nearness. */
async function nearest(
  embedder: OpenSet['embedder'],
  question: string,
  papers: readonly SetPaper[],
  words: number,
): Promise<string[]> {
  const sentences = papers.flatMap(allSentences);
  const scores = await nearnessBy(embedder)(question, sentences);
  const ranked = sentences.map((text, i) => ({ text, score: scores[i] ?? 0 })).toSorted((a, b) => b.score - a.score);
  let left = words;
  const chosen = ranked.filter(({ text }) => {
    const fits = left > 0;
    left -= wordsIn(text);
    return fits;
  });
  return chosen.map(({ text }) => text);
}

/** Cosine of texts and a question. */
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

function quoted(id: string, evidence: readonly string[]): Prediction {
  const isThere = evidence.length > 0;
  return {
    id,
    answer: evidence.join(' '),
    verdict: isThere ? 'supported' : 'not-in-corpus',
    evidence: [...evidence],
    confidence: isThere ? 1 : 0,
    ms: 0,
    calls: 0,
    tokens: 0,
  };
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).length;
}
