import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openModelStore, openSequenceScorer } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import { probability } from './probability.ts';
import { monoT5Template } from './template.ts';

const name = 'inranker-small';
// oxlint-disable-next-line node/no-process-env -- Only a test looks for the weights by itself.
const models = process.env['ASKG_MODELS'] ?? join(import.meta.dirname, '..', '..', '..', '..', '..', 'data', 'models');
const isHere = existsSync(join(models, name, 'tokenizer.json'));

// The model's card gives these scores; they look as if they were computed with 16 bits.
(isHere ? describe : describe.skip)('InRanker-small', () => {
  it(`gives the published scores (skipped where the models folder has no ${name}: scripts/models/export_monot5.py makes it)`, async () => {
    const scorer = await openSequenceScorer(openModelStore(models), name, { template: monoT5Template });
    const [relevant = NaN, other = NaN] = await scorer.score('What is the best way to learn deep learning?', [
      'Learn deep learning with InRanker and transformers',
      'The capital of France is Paris',
    ]);
    await scorer.close();
    expect(probability(relevant)).toBeCloseTo(0.4844, 2);
    expect(Math.log10(probability(other))).toBeCloseTo(Math.log10(7.83e-6), 1);
  });
});
