import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { round } from '../../bench/statistics.ts';
import { parseReference } from '../../libs/ddm/src/read/pdf/references/parse-reference.ts';
import { labelledFiles } from '../../scripts/reference-tagger/labelled-files.ts';
import { sampleOf } from './documents/pairs.ts';
import { labelledReferences } from './documents/strings/labelled-references.ts';
import { scoreStrings } from './documents/strings/score-strings.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport } from './main.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * The parser's tagger has learned from AnyStyle's core set and GROBID's training files (`scripts/train-reference-tagger.ts`):
 * on those the figures are too good; see `unseen-references`. They are fair on references it has not seen.
 */
export const evaluation: Evaluation = {
  describe: 'Labelled reference strings, parsed one by one: F1 of each field.',
  run: evaluate,
};

async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  if (options.data === undefined) throw new Error('--data DIR: a folder with labelled references (XML)');
  const all = labelledFiles(options.gold ?? options.data).flatMap(labelledReferences);
  const references = sampleOf(all, options.sample);
  const start = performance.now();
  const parsed = references.map(({ text }) => parseReference(text));
  const seconds = (performance.now() - start) / 1000;
  const file = options.predictions ?? join(root, 'data', 'eval', 'reference-strings.jsonl');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, parsed.map((each, i) => `${JSON.stringify({ id: i, ...each })}\n`).join(''));

  const { figures, faults } = scoreStrings(references, parsed);
  const speed = { name: 'speed', value: round(references.length / seconds, 0), unit: 'references a second' };
  return { figures: [...figures, speed], details: { faults: faults.slice(0, 400) } };
}
