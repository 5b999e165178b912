import type { AskedStatement } from './asked-statement.ts';
import type { Reading, Stance, StanceModel } from './reading.ts';
import { stanceFeatures } from './stance-features.ts';
import { stanceModels } from './stance-models.ts';
import type { ToldSentence } from './told-sentence.ts';

/** Reads whether sentences of one paper say yes or no; undefined when there are none. It sees cues, not the sense. */
export function readStance(asked: AskedStatement, sentences: readonly ToldSentence[]): Stance | undefined {
  const features = stanceFeatures(asked, sentences);
  if (features === undefined) return undefined;
  const leans = sentences.every(({ lean }) => lean !== undefined);
  const { readings, sureFrom = Infinity }: StanceModel = stanceModels[asked.kind][leans ? 'byMeaning' : 'byWords'];
  const grown = Object.entries(readings).map(([reading, { weights, bias }]) => ({
    reading: reading as Reading,
    weight: Math.exp(weights.reduce((sum, weight, i) => sum + weight * (features[i] ?? 0), bias)),
  }));
  const whole = grown.reduce((sum, { weight }) => sum + weight, 0);
  const best = grown.reduce((a, b) => (b.weight > a.weight ? b : a));
  const probability = best.weight / whole;
  return { reading: best.reading, probability, isSure: probability >= sureFrom };
}
