import { Role } from '@askg/contract';
import { bestOf, type LinearWeights, scoreLabels, softmax } from '../linear-text/linear-weights.ts';
import { paragraphFeatures } from './paragraph-features.ts';

/** Roles that cue words and place can tell. */
export const guessableRoles = [
  'introduction',
  'related-work',
  'method',
  'experiment',
  'result',
  'discussion',
  'conclusion',
] as const satisfies readonly Role[];

/** More paragraphs of one section say the same. */
const mostParagraphs = 12;
/** What the paragraphs say together, against what the place says; see `scripts/train-section-roles.ts`. */
const weightOfText = 2;

export type RoleGuess = { role: Role; probability: number };

/**
 * The role that the words of a section and its place suggest; undefined for a section without text.
 * @param texts masked paragraphs (see `sectionTexts`)
 * @param place see `placesInBody`
 */
export function guessRole(texts: readonly string[], place: string, weights: LinearWeights): RoleGuess | undefined {
  if (texts.length === 0) return undefined;
  const read = texts.slice(0, mostParagraphs).map((text) => scoreLabels(paragraphFeatures(text), weights));
  const expected = weights.places.get(place);
  const scores = weights.labels.map((_, k) => {
    const mean = read.reduce((sum, each) => sum + (each[k] ?? 0), 0) / read.length;
    return weightOfText * mean + (expected?.[k] ?? 0);
  });
  const best = bestOf(scores);
  return { role: Role.parse(weights.labels[best]), probability: softmax(scores)[best] ?? 0 };
}
