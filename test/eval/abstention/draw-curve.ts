/**
 * `node --conditions=source test/eval/abstention/draw-curve.ts [development|test]`: writes the risk-coverage curve of a saved
 * evaluation (`results/eval/abstention-SPLIT.json`) beside it, as a table and as a drawing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { drawCurve } from './curve-drawing.ts';

const Saved = z.object({
  details: z.object({
    threshold: z.number(),
    judged: z.array(z.tuple([z.string(), z.boolean(), z.number()])),
    curve: z.array(z.tuple([z.number(), z.number(), z.number()])),
  }),
});

const split = process.argv[2] === 'test' ? 'test' : 'development';
const folder = join(import.meta.dirname, '..', '..', '..', 'results', 'eval');
const { details } = Saved.parse(JSON.parse(readFileSync(join(folder, `abstention-${split}.json`), 'utf8')));
const points = details.curve.map(([threshold, coverage, risk]) => ({ threshold, coverage, risk }));
const rows = points.map(({ threshold, coverage, risk }) => `${coverage},${risk},${threshold}`);
const name = join(folder, `abstention-curve-${split}`);
writeFileSync(`${name}.csv`, `coverage,risk,threshold\n${rows.join('\n')}\n`);
writeFileSync(`${name}.svg`, drawCurve(points, details.threshold, split));
