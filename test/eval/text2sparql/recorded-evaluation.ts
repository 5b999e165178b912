import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, round } from '../../../bench/statistics.ts';
import type { EvaluationReport } from '../main.ts';
import { foreignReader } from './foreign-answerer.ts';
import { openGraph } from './graph-folder.ts';
import { meanFigure, seed } from './intervals.ts';
import { type Predicted, predictAll } from './predict.ts';
import { isSameShape, shapeOf } from './query-shape.ts';
import { setF1, structureOf, termsOf } from './query-terms.ts';
import type { RecordedSet } from './recorded-set.ts';
import { standInGraph } from './stand-in-graph.ts';
import { versions } from './versions.ts';

/**
 * SciQA and DBLP-QuAD: their graphs are not there, so queries are compared instead of results. The planner reads the schema
 * from a graph made of the training queries, and must do without the things that the questions name.
 */
export async function evaluateRecorded(
  set: RecordedSet,
  sample: number | undefined,
  write: (name: string, predicted: readonly Predicted[]) => void,
): Promise<EvaluationReport> {
  const { name, inputs, known } = set;
  const folder = mkdtempSync(join(tmpdir(), 'askg-stand-in-'));
  const file = join(folder, 'stand-in.nt');
  writeFileSync(file, standInGraph(known));
  const { store, close } = await openGraph([file]);
  try {
    const answer = await foreignReader(store);
    const predicted = await predictAll({ answer, inputs }, undefined, sample);
    write(name, predicted);
    const gold = set.gold();
    const pairs = predicted.map(({ id, sparql, ms }) => ({ own: sparql, right: gold.get(id) ?? '', ms }));
    const read = pairs.flatMap(({ own, right }) => {
      const structure = structureOf(right);
      return structure === undefined ? [] : [{ own: structureOf(own), right: termsOf(structure) }];
    });
    const linked = (kind: 'properties' | 'classes') =>
      read.map(({ own, right }) => (own === undefined ? 0 : setF1(termsOf(own)[kind], right[kind])));
    const times = pairs.map(({ ms }) => ms);
    return {
      name,
      figures: [
        {
          name: `${name}, questions (the graph is not there: queries are compared, not results)`,
          value: pairs.length,
          unit: '',
        },
        meanFigure(
          `${name}, a query was found`,
          pairs.map(({ own }) => Number(own !== '')),
        ),
        meanFigure(
          `${name}, parsed`,
          pairs.map(({ own }) => Number(structureOf(own) !== undefined)),
        ),
        meanFigure(
          `${name}, shape as in the gold query`,
          pairs.map(({ own, right }) => Number(own !== '' && isSameShape(shapeOf(own), shapeOf(right)))),
        ),
        { name: `${name}, gold queries that can be read`, value: read.length, unit: `of ${pairs.length}` },
        meanFigure(`${name}, properties as in the gold query, F1`, linked('properties')),
        meanFigure(`${name}, classes as in the gold query, F1`, linked('classes')),
        { name: `${name}, time, median`, value: round(median(times), 0), unit: 'ms', bar: '150' },
        { name: `${name}, time, longest`, value: round(Math.max(...times), 0), unit: 'ms', bar: '1000' },
      ],
      details: { versions: versions(), seed, trainingQueries: known.length },
    };
  } finally {
    await close();
    rmSync(folder, { recursive: true });
  }
}
