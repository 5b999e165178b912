import type { Embedder } from '@askg/inference';
import { type QueryMeasures, Retriever, type Run, measureRun, openPassageIndex } from '@askg/retrieval';
import type { Measure } from '../main.ts';
import { quantile, round } from '../statistics.ts';
import { abstractOf, indexedCorpus, keyOf } from './bench-library.ts';
import type { Collection } from './collections.ts';

/** What each leg found, both fused, and the final order: late interaction over the first 50 of the fused. */
const stages = ['bm25', 'dense', 'fused', 'reranked'] as const;
const figures: [keyof QueryMeasures, string][] = [
  ['ndcgAt10', 'nDCG@10'],
  ['recallAt100', 'recall@100'],
  ['reciprocalRank', 'MRR'],
];

/** Each stage of the retrieval on a test collection, measured as trec_eval does. */
export async function measureQuality(collection: Collection, embedder: Embedder): Promise<Measure[]> {
  const papers = collection.documents.map(({ id, title, text }) => abstractOf(id, title, text === '' ? [] : [text]));
  const name = `${collection.name}-${embedder.model.digest.slice(0, 12)}`;
  const { folder } = await indexedCorpus(name, papers, embedder);
  return measureStages(collection, folder, embedder);
}

async function measureStages(
  { name, questions, judgements }: Collection,
  folder: string,
  embedder: Embedder,
): Promise<Measure[]> {
  const index = await openPassageIndex(folder);
  const retriever = new Retriever({ index, embedder });
  const runs = new Map<string, Run>(stages.map((stage) => [stage, new Map()]));
  const times: number[] = [];
  const reranking: number[] = [];
  for (const { id, text } of questions.filter((question) => judgements.has(question.id))) {
    const start = performance.now();
    const { passages, timings } = await retriever.retrieve(text, { limit: 1000 });
    times.push(performance.now() - start);
    reranking.push(timings['rerank'] ?? 0);
    for (const stage of stages) {
      const found = passages.flatMap(({ paper, methods }, i) => {
        const rank = stage === 'reranked' ? i + 1 : methods.find(({ name: method }) => method === stage)?.rank;
        return rank === undefined ? [] : [{ id: paper, score: 1 / rank }];
      });
      runs.get(stage)?.set(id, found);
    }
  }
  await index.close();
  const byKey = new Map(
    [...judgements].map(([id, judged]) => [
      id,
      new Map([...judged].map(([document, grade]) => [keyOf(document), grade])),
    ]),
  );
  return [
    ...stages.flatMap((stage) => {
      const measures = measureRun(runs.get(stage) ?? new Map(), byKey);
      return figures.map(([figure, label]): Measure => ({
        name: `${name}, ${stage}, ${label}`,
        value: round(measures[figure], 4),
        unit: '',
        details: { questions: measures.queries },
      }));
    }),
    {
      name: `${name}, a question, median`,
      value: round(quantile(times, 0.5), 1),
      unit: 'ms',
      details: { p95: round(quantile(times, 0.95), 1) },
    },
    {
      name: `${name}, MaxSim of a question, median`,
      value: round(quantile(reranking, 0.5), 1),
      unit: 'ms',
      details: { p95: round(quantile(reranking, 0.95), 1) },
    },
  ];
}
