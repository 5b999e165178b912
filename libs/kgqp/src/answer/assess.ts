import type { Evidence } from '../evidence/evidence.ts';
import type { WordRarity } from '../evidence/word-rarity.ts';
import { confidence } from './confidence.ts';
import { confidenceModel } from './confidence-models.ts';
import { type Features, featuresOf } from './features.ts';

/** Whether the evidence answers a question, and by what that is judged. */
export type Assessment = {
  /** What scored the evidence. */
  method: string;
  features: Features;
  /** Probability that the evidence answers the question, 0 to 1. */
  confidence: number;
  /** From this confidence on the question is answered. */
  threshold: number;
};

export function assess(question: string, evidence: Evidence, rarity: WordRarity): Assessment {
  const model = confidenceModel(evidence.method);
  const features = featuresOf(question, evidence, rarity);
  return { method: evidence.method, features, confidence: confidence(features, model), threshold: model.threshold };
}
