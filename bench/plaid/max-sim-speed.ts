import type { TokenVectors } from '@askg/inference';
import { maxSimScorer } from '@askg/retrieval';
import type { Measure } from '../main.ts';
import { median, round } from '../statistics.ts';
import { clusteredVectors } from './clustered-vectors.ts';

const candidates = 200;
const tokens = 180;
const runs = 15;

/** MaxSim of 200 candidates of 180 tokens with 32 query tokens, beside loops over typed arrays. */
export function maxSimSpeed(dimensions: number): Measure {
  const { documents, queries } = clusteredVectors(candidates, tokens, dimensions);
  const query = queries[0] as TokenVectors;
  const score = maxSimScorer(query);
  const timed = (work: (document: TokenVectors) => unknown, times: number): number =>
    median(
      Array.from({ length: times }, () => {
        const start = performance.now();
        for (const document of documents) work(document);
        return performance.now() - start;
      }),
    );
  timed(score, 3);
  const before = process.cpuUsage();
  const value = round(timed(score, runs), 1);
  const { user, system } = process.cpuUsage(before);
  return {
    name: `MaxSim of ${candidates} candidates of ${tokens} tokens with ${query.count} query tokens, ${dimensions} dimensions`,
    value,
    unit: 'ms',
    bar: 40,
    details: {
      processorMs: round((user + system) / 1000 / runs, 1),
      typedArraysMs: round(
        timed((document) => plainMaxSim(query, document), 3),
        1,
      ),
    },
  };
}

function plainMaxSim(query: TokenVectors, document: TokenVectors): number {
  const { dimensions } = query;
  let sum = 0;
  for (let i = 0; i < query.count * dimensions; i += dimensions) {
    let best = -Infinity;
    for (let j = 0; j < document.count * dimensions; j += dimensions) {
      let dot = 0;
      for (let k = 0; k < dimensions; k++) dot += (query.data[i + k] as number) * (document.data[j + k] as number);
      if (dot > best) best = dot;
    }
    sum += best;
  }
  return sum / query.count;
}
