/**
 * Trains the classifier of citing sentences and writes `libs/ddm/data/citation-function.txt`:
 * `node --conditions=source scripts/train-citation-function.ts FILE PAPERS [--cross-validate]`. FILE is SciCite's training
 * split as JSON lines `{text, label}`, plain or with gzip. PAPERS are folders of JATS files, apart by the sign that parts paths:
 * from their citing sentences it is learnt, without labels, how often each class is met in which kind of section. With
 * `--cross-validate` nothing is written. The biases that balance the classes are chosen on sentences that the model of their
 * fold has not seen.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { citationClasses } from '../libs/ddm/src/enrich/citation-function/classes.ts';
import { featuresOf } from '../libs/ddm/src/enrich/citation-function/features.ts';
import { classWeightsFile } from '../libs/ddm/src/enrich/citation-function/load-weights.ts';
import { maskCitations } from '../libs/ddm/src/enrich/linear-text/mask-citations.ts';
import { expectedInPlace } from '../libs/ddm/src/enrich/linear-text/expected-in-place.ts';
import { bestOf, scoreLabels, softmax } from '../libs/ddm/src/enrich/linear-text/linear-weights.ts';
import { type LabelledFeatures, trainLinear } from '../libs/ddm/src/enrich/linear-text/train-linear.ts';
import { formatLinearWeights, parseLinearWeights } from '../libs/ddm/src/enrich/linear-text/weights-text.ts';
import { citingSentences } from './citation-function/citing-sentences.ts';
import { readLabelledCitations } from '../test/eval/citations/labelled-citations.ts';
import { macroF1 } from '../test/eval/enrichment/macro-f1.ts';

const options = { rounds: 16, fewest: 5, rate: 0.5, penalty: 2 };
const folds = 5;
/** A role that fewer citing sentences have says nothing. */
const fewestInRole = 50;
const shifts = Array.from({ length: 21 }, (_, i) => (i - 10) / 10);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'cross-validate': { type: 'boolean', default: false } },
});
const examples = shuffled(positionals[0] ?? '');
const judged = Array.from({ length: folds }, (_, fold) => judgeFold(fold)).flat();
const plain = macroF1(
  judged.map(({ scores, label }) => ({ expected: label, predicted: citationClasses[bestOf(scores)] ?? '' })),
);
const best = shifts
  .flatMap((use) => shifts.map((comparison) => [0, use, comparison]))
  .map((shift) => ({ shift, f1: shiftedF1(shift) }))
  .reduce((a, b) => (b.f1 > a.f1 ? b : a));
process.stdout.write(
  `macro-F1 over ${folds} folds: ${plain.toFixed(4)}; ${best.f1.toFixed(4)} with biases of ${best.shift.join(', ')}\n`,
);
if (!values['cross-validate']) {
  const trained = trainLinear(examples, citationClasses, options);
  const balanced = { ...trained, bias: trained.bias.map((start, k) => start + (best.shift[k] ?? 0)) };
  const prior = citationClasses.map((name) => examples.filter(({ label }) => label === name).length / examples.length);
  const places = new Map<string, number[]>();
  for (const [role, sentences] of await citingSentences(positionals[1] ?? '')) {
    if (sentences.length < fewestInRole) continue;
    const probabilities = sentences.map((masked) => softmax(scoreLabels(featuresOf(masked), balanced)));
    places.set(role, expectedInPlace(probabilities, prior));
  }
  writeFileSync(classWeightsFile, formatLinearWeights({ ...balanced, places }));
}

/** An order that has nothing to do with that of the file, the same each time. A sentence that stands there twice is kept once. */
function shuffled(file: string): LabelledFeatures[] {
  const byDigest = new Map(
    readLabelledCitations(file).map(({ text, label }) => [
      createHash('sha256').update(text).digest('hex'),
      { features: featuresOf(maskCitations(text)), label },
    ]),
  );
  return [...byDigest].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, example]) => example);
}

function judgeFold(fold: number): { scores: number[]; label: string }[] {
  const others = trainLinear(
    examples.filter((_, i) => i % folds !== fold),
    citationClasses,
    options,
  );
  const weights = parseLinearWeights(formatLinearWeights(others));
  return examples
    .filter((_, i) => i % folds === fold)
    .map(({ features, label }) => ({ scores: scoreLabels(features, weights), label }));
}

function shiftedF1(shift: readonly number[]): number {
  const pairs = judged.map(({ scores, label }) => ({
    expected: label,
    predicted: citationClasses[bestOf(scores.map((score, k) => score + (shift[k] ?? 0)))] ?? '',
  }));
  return macroF1(pairs);
}
