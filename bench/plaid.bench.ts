import type { Bench, Measure } from './main.ts';
import { clusteredVectors } from './plaid/clustered-vectors.ts';
import { fastPlaid, fastPlaidLacks } from './plaid/fast-plaid.ts';
import { maxSimSpeed } from './plaid/max-sim-speed.ts';
import { ourPlaid } from './plaid/our-plaid.ts';
import { exactTops, measuresOf } from './plaid/outcome.ts';

const [large, small] = [10_000, 2000];
const tokens = 100;
const dimensions = 128;

/**
 * Late interaction over random vectors, without a model. fast-plaid is asked for in an interpreter named by
 * `ASKG_BENCH_PYTHON`, at 2,000 documents, as more take it many minutes.
 */
export const bench: Bench = {
  describe: `MaxSim, and PLAID over documents of ${tokens} clustered random vectors of ${dimensions} dimensions, with 30 queries of 32 tokens: ${large} documents by the residual codec of two bits and by the refined one; ${small} documents beside fast-plaid, the same vectors in the same run. Each uses one thread. Overlap is with exact MaxSim over the vectors as they were before any codec.`,
  async run(): Promise<Measure[]> {
    const measures = [maxSimSpeed(128), maxSimSpeed(384)];
    const bars = { tokensPerS: 5000, p50: 60 };
    const add = (added: Measure[]): void => {
      for (const { name, value, unit } of added) process.stderr.write(`${name}: ${value} ${unit}\n`);
      measures.push(...added);
    };
    const few = clusteredVectors(small, tokens, dimensions);
    const fewExact = exactTops(few.documents, few.queries);
    add(measuresOf(`${small} documents, refined`, await ourPlaid(few, true), small * tokens, fewExact, bars));
    const python = process.env['ASKG_BENCH_PYTHON'];
    const lacking = fastPlaidLacks(python);
    if (python === undefined || lacking !== undefined) process.stderr.write(`Without fast-plaid: ${lacking}.\n`);
    else add(measuresOf(`${small} documents, fast-plaid`, fastPlaid(python, few), small * tokens, fewExact));

    const many = clusteredVectors(large, tokens, dimensions);
    const exact = exactTops(many.documents, many.queries);
    const [refined, coarse] = [await ourPlaid(many, true), await ourPlaid(many, false)];
    add(measuresOf(`${large} documents, 2 bits`, coarse, large * tokens, exact, { ...bars, bytes: 40 }));
    add(
      measuresOf(`${large} documents, refined`, refined, large * tokens, exact, { ...bars, bytes: 85, overlap: 0.95 }),
    );
    return measures;
  },
};
