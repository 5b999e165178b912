import type { Judgements, Run } from './trec-files.ts';

/** Figures of one query, each 0 to 1. */
export type QueryMeasures = {
  /** `Σ grade / log2(rank + 1)` over that of the best possible order; whole list and cut at 10. */
  ndcg: number;
  ndcgAt10: number;
  /** Share of the relevant documents among the first 10, and the first 100. */
  recallAt10: number;
  recallAt100: number;
  /** 1 over the rank of the first relevant document; 0 without one. */
  reciprocalRank: number;
  averagePrecision: number;
};

/**
 * Measures one query as trec_eval 10 does (sources `m_ndcg_cut.c`, `m_recall.c`, `m_recip_rank.c`, `m_map.c`): documents are
 * ordered by score, equal scores by id from the end of the alphabet; documents without a judgement count as not relevant.
 * @returns undefined when the query has no relevant document
 */
export function measureQuery(
  found: readonly { id: string; score: number }[],
  judged: ReadonlyMap<string, number>,
): QueryMeasures | undefined {
  const ideal = [...judged.values()].filter((grade) => grade > 0).toSorted((a, b) => b - a);
  if (ideal.length === 0) return undefined;
  const grades = found
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1))
    .map(({ id }) => Math.max(0, judged.get(id) ?? 0));
  const first = grades.findIndex((grade) => grade > 0);
  return {
    ndcg: gain(grades) / gain(ideal),
    ndcgAt10: gain(grades.slice(0, 10)) / gain(ideal.slice(0, 10)),
    recallAt10: relevant(grades.slice(0, 10)) / ideal.length,
    recallAt100: relevant(grades.slice(0, 100)) / ideal.length,
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
    averagePrecision: precisionSum(grades) / ideal.length,
  };
}

/** Means over the queries that are in both the run and the judgements, as trec_eval gives them without `-c`. */
export function measureRun(run: Run, judgements: Judgements): QueryMeasures & { queries: number } {
  const sums = { ndcg: 0, ndcgAt10: 0, recallAt10: 0, recallAt100: 0, reciprocalRank: 0, averagePrecision: 0 };
  let queries = 0;
  for (const [query, found] of run) {
    const measures = measureQuery(found, judgements.get(query) ?? new Map());
    if (!measures) continue;
    queries++;
    for (const name of Object.keys(sums) as (keyof QueryMeasures)[]) sums[name] += measures[name];
  }
  for (const name of Object.keys(sums) as (keyof QueryMeasures)[]) sums[name] /= Math.max(1, queries);
  return { queries, ...sums };
}

function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, i) => sum + grade / Math.log2(i + 2), 0);
}

function relevant(grades: readonly number[]): number {
  return grades.filter((grade) => grade > 0).length;
}

function precisionSum(grades: readonly number[]): number {
  let seen = 0;
  return grades.reduce((sum, grade, i) => (grade > 0 ? sum + ++seen / (i + 1) : sum), 0);
}
