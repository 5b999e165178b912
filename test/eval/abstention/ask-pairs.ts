import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Corpus } from '@askg/corpus';
import type { Embedder } from '@askg/inference';
import { QuestionAnswering } from '@askg/kgqp';
import { openPassageIndex, type PassageIndex, Retriever } from '@askg/retrieval';
import { keyOfPaper } from '../retrieval/collection.ts';
import { indexCollection } from '../retrieval/index-collection.ts';
import { withoutGraph } from '../textual-nodes/without-graph.ts';
import type { Pair } from './pair.ts';
import type { Source } from './sources/sourced-paper.ts';

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

/** On a machine with other work a question may take long; it is to be judged by its evidence all the same. */
const patience = 600_000;

export type AskOptions = { embedder: Embedder; cache: string; wordsOnly: boolean };

/** Asks each question of the one paper of its pair, among the papers of all pairs of the data set. */
export async function askPairs(source: Source, pairs: readonly Pair[], options: AskOptions): Promise<AskedPair[]> {
  const { embedder } = options;
  const wanted = new Set(pairs.map(({ paper }) => paper));
  const papers = source.papers.filter(({ id }) => wanted.has(id));
  const keys = new Map(papers.map(({ id, document }) => [id, keyOfPaper(document)]));
  const texts = new Map(source.questions.map(({ id, text }) => [id, text]));
  const collection = {
    name: `${source.name}-${pairs[0]?.split}`,
    finds: 'paper' as const,
    papers: papers.map(({ document }) => document),
    questions: [],
    judgements: () => new Map(),
  };
  const folder = await indexCollection(collection, join(options.cache, 'abstention'), embedder);
  const corpus = Corpus.open(folder);
  const passages = await openPassageIndex(folder);
  const qa = new QuestionAnswering({
    corpus,
    passages,
    retriever: new Retriever({
      index: passages,
      ...(options.wordsOnly ? { withoutEmbedder: 'words only' } : { embedder }),
    }),
    facts: withoutGraph,
    now: () => performance.now(),
    newId: randomUUID,
    deadlines: { passages: patience, sentences: patience },
  });
  try {
    const asked: AskedPair[] = [];
    for (const { id, set, question, paper, asked: of } of pairs) {
      const text = texts.get(question);
      const key = keys.get(paper);
      if (text === undefined || key === undefined) throw new Error(`The data lack the question or paper of ${id}.`);
      const assessment = await qa.assess(text, { papers: [key] });
      const baselines = await bestPassages(text, key, passages, embedder);
      asked.push({ id, set, question, asked: of, ...assessment, ...baselines });
    }
    return asked;
  } finally {
    await passages.close();
    corpus.close();
  }
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
