import type { EntityType, Mention } from '@askg/contract';

/** A mention in the literal of those in passing: its number in the sentence, from 1, and what a mention says. */
export type PassingMention = [
  number: number,
  start: number,
  end: number,
  type: EntityType,
  label: string,
  /** A text for the one number that JSON cannot write, the negative zero. */
  score: number | string,
];

export function passingMention(number: number, { start, end, type, label, score }: Mention): PassingMention {
  return [number, start, end, type, label, Object.is(score, -0) ? '-0' : score];
}

/** The inverse of `passingMention`. */
export function mentionOf([, start, end, type, label, score]: PassingMention): Mention {
  return { start, end, type, label, score: Number(score) };
}
