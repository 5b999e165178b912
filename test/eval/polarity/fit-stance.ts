import { createHash } from 'node:crypto';
import type { AskedStatement } from '../../../libs/kgqp/src/answer/polarity/asked-statement.ts';
import type { Reading, StanceModel } from '../../../libs/kgqp/src/answer/polarity/reading.ts';
import { stanceFeatures } from '../../../libs/kgqp/src/answer/polarity/stance-features.ts';
import type { ToldSentence } from '../../../libs/kgqp/src/answer/polarity/told-sentence.ts';
import { fitMultinomial, type MultinomialFit, probabilities } from './fit-multinomial.ts';

/** Sentences that say something on what is asked, and which side they are on. */
export type StanceExample = {
  /** The same for all that go together: they are never learnt from and scored at once. */
  id: string;
  part: string;
  asked: AskedStatement;
  sentences: readonly ToldSentence[];
  due: Reading;
};
export type Scored = Pick<StanceExample, 'due' | 'part'> & { reading: Reading; probability: number };

/** Pull of the weights to zero; chosen by cross-validation among .01, .02 and .06. */
const ridge = 0.02;
const folds = 5;
const thresholds = [0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9];
/**
 * Share of the readings that must be right where one is told. Claims need more: of the evidence that is found for them, some does
 * not answer at all, which these examples do not have.
 */
const precise = { question: 0.85, claim: 0.88 };
/** The same of those that say `yes` or `no` each. */
const preciseEach = 0.8;
/** Fewer readings of one kind say nothing about how often they are right. */
const fewest = 10;

export function fitStance(examples: readonly StanceExample[], readings: readonly Reading[]): MultinomialFit {
  const seen = examples.flatMap(({ asked, sentences, due }) => {
    const features = stanceFeatures(asked, sentences);
    return features ? [{ features, outcome: readings.indexOf(due) }] : [];
  });
  return fitMultinomial(seen, readings.length, ridge);
}

export function scoreStance(
  examples: readonly StanceExample[],
  readings: readonly Reading[],
  fit: MultinomialFit,
): Scored[] {
  return examples.flatMap(({ asked, sentences, due, part }) => {
    const features = stanceFeatures(asked, sentences);
    if (!features) return [];
    const all = probabilities(features, fit);
    const probability = Math.max(...all);
    return [{ due, part, reading: readings[all.indexOf(probability)] ?? 'maybe', probability }];
  });
}

/** For each example what a fit to the other four fifths says. What goes together is in one fifth. */
export function crossValidate(examples: readonly StanceExample[], readings: readonly Reading[]): Scored[] {
  return Array.from({ length: folds }, (_, fold) => {
    const held = examples.filter(({ id }) => foldOf(id) === fold);
    return scoreStance(
      held,
      readings,
      fitStance(
        examples.filter((each) => !held.includes(each)),
        readings,
      ),
    );
  }).flat();
}

/** The model of all examples, with the least probability from which on readings are precise in cross-validation. */
export function learnStance(examples: readonly StanceExample[], readings: readonly Reading[]): StanceModel {
  const kind = examples[0]?.asked.kind ?? 'question';
  const fit = fitStance(examples, readings);
  const scored = crossValidate(examples, readings);
  const sureFrom = thresholds.find((threshold) => {
    const told = scored.filter(({ probability }) => probability >= threshold);
    return (
      precisionOf(told) >= precise[kind] &&
      (['yes', 'no'] as const).every((reading) => {
        const each = told.filter((one) => one.reading === reading);
        return each.length >= fewest && precisionOf(each) >= preciseEach;
      })
    );
  });
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  const models = readings.map((reading, i) => {
    const { weights = [], bias = 0 } = fit[i] ?? {};
    return [reading, { weights: weights.map(rounded), bias: rounded(bias) }];
  });
  return { readings: Object.fromEntries(models), ...(sureFrom === undefined ? {} : { sureFrom }) };
}

function precisionOf(told: readonly Scored[]): number {
  return told.filter(({ due, reading }) => due === reading).length / Math.max(1, told.length);
}

function foldOf(id: string): number {
  return (createHash('sha256').update(`fold ${id}`).digest()[0] ?? 0) % folds;
}
