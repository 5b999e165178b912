import { join } from 'node:path';
import type { Embedder } from '@askg/inference';
import type { PassageIndex } from '@askg/retrieval';
import { keyOfPaper } from '../retrieval/collection.ts';
import { openPapers } from './open-papers.ts';
import type { Pair } from './pair.ts';
import type { Source, SourcedPaper } from './sources/sourced-paper.ts';

/** How a pair looked before it was known what it should have been. */
export type AskedPair = Pick<Pair, 'id' | 'set' | 'question' | 'asked'> & {
  confidence: number;
  threshold: number;
  method: string;
  features: Record<string, number>;
  /** Score of the paper's best passage by its words, and by its vector. */
  bm25: number;
  cosine: number;
};

export type AskOptions = { embedder: Embedder; cache: string; wordsOnly: boolean };

/** Asks each question of the one paper of its pair, among the papers of all pairs of the data set. */
export async function askPairs(source: Source, pairs: readonly Pair[], options: AskOptions): Promise<AskedPair[]> {
  const { embedder, wordsOnly } = options;
  const papers = papersOf(source, pairs);
  const { qa, passages, close } = await openPapers(
    `${source.name}-${pairs[0]?.split}`,
    papers.map(({ document }) => document),
    { embedder, folder: join(options.cache, 'abstention'), wordsOnly },
  );
  try {
    const asked: AskedPair[] = [];
    for (const pair of pairs) {
      const { text, key } = whatToAsk(source, papers, pair);
      const assessment = await qa.assess(text, { papers: [key] });
      const baselines = await bestPassages(text, key, passages, embedder);
      asked.push({
        id: pair.id,
        set: pair.set,
        question: pair.question,
        asked: pair.asked,
        ...assessment,
        ...baselines,
      });
    }
    return asked;
  } finally {
    await close();
  }
}

/** The papers of a set that some pairs ask. */
export function papersOf(source: Source, pairs: readonly Pick<Pair, 'paper'>[]): SourcedPaper[] {
  const wanted = new Set(pairs.map(({ paper }) => paper));
  return source.papers.filter(({ id }) => wanted.has(id));
}

/** The text of a pair's question and the key of its paper. @throws when the data lack one of them */
export function whatToAsk(
  { questions }: Source,
  papers: readonly SourcedPaper[],
  { id, question, paper }: Pair,
): { text: string; key: string } {
  const text = questions.find((each) => each.id === question)?.text;
  const asked = papers.find((each) => each.id === paper);
  if (text === undefined || asked === undefined) throw new Error(`The data lack the question or paper of ${id}.`);
  return { text, key: keyOfPaper(asked.document) };
}

async function bestPassages(
  text: string,
  paper: string,
  passages: PassageIndex,
  embedder: Embedder,
): Promise<Pick<AskedPair, 'bm25' | 'cosine'>> {
  const only = { limit: 1, filter: { papers: new Set([paper]) } };
  const [byWords] = await passages.searchWords(text, only);
  const [vector] = await embedder.embed('query', [text]);
  const [byVector] = vector ? await passages.searchVector(embedder.model, vector, only) : [];
  return { bm25: byWords?.score ?? 0, cosine: byVector?.score ?? 0 };
}
