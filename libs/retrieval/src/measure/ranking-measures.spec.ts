import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { measureQuery, measureRun } from './ranking-measures.ts';
import { formatRun, parseJudgements, parseRun } from './trec-files.ts';

const folder = join(import.meta.dirname, 'trec-eval');
const unzip = (name: string) => gunzipSync(readFileSync(join(folder, name))).toString();
const run = parseRun(unzip('run.gz'));
const judgements = parseJudgements(unzip('qrels.gz'));
const names: Record<string, string> = {
  map: 'averagePrecision',
  recip_rank: 'reciprocalRank',
  recall_10: 'recallAt10',
  recall_100: 'recallAt100',
  ndcg: 'ndcg',
  ndcg_cut_10: 'ndcgAt10',
};
const expected = readFileSync(join(folder, 'expected.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/))
  .flatMap(([measure = '', query = '', value = '']) =>
    names[measure] === undefined ? [] : [[query, names[measure], value] as const],
  );

describe('the measures of a run', () => {
  it.each(expected)('are those of trec_eval: query %s, %s is %s', (query, name, value) => {
    const measures =
      query === 'all'
        ? measureRun(run, judgements)
        : measureQuery(run.get(query) ?? [], judgements.get(query) ?? new Map());
    expect((measures as unknown as Record<string, number>)[name]?.toFixed(4)).toBe(value);
  });

  it('count grades in the gain and leave them out of recall', () => {
    const judged = new Map([
      ['a', 3],
      ['b', 1],
      ['c', 0],
      ['d', -1],
    ]);
    const found = ['d', 'b', 'a', 'c'].map((id, i) => ({ id, score: 10 - i }));
    const best = 3 + 1 / Math.log2(3);
    expect(measureQuery(found, judged)).toMatchObject({
      ndcgAt10: (1 / Math.log2(3) + 3 / 2) / best,
      recallAt10: 1,
      reciprocalRank: 1 / 2,
      averagePrecision: (1 / 2 + 2 / 3) / 2,
    });
  });

  it('leave out queries without a relevant document', () => {
    expect(measureQuery([{ id: 'a', score: 1 }], new Map([['a', 0]]))).toBeUndefined();
    expect(measureRun(new Map([['q', [{ id: 'a', score: 1 }]]]), new Map()).queries).toBe(0);
  });

  it('come out the same for a run that was written and read again', () => {
    expect(measureRun(parseRun(formatRun(run, 'askg')), judgements)).toEqual(measureRun(run, judgements));
  });
});
