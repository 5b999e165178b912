import type { FactAnswer } from '../../facts.ts';
import type { DraftClaim } from '../draft-answer.ts';
import type { Outcome } from '../outcome.ts';
import type { Reading } from './reading.ts';

/** What a row for yes or no comes to, by the papers that it rests on. */
export function polarityOfFacts(
  { shape, confidence, columns: [column = ''], rows: [row] }: FactAnswer,
  [claim]: readonly DraftClaim[],
): Outcome['polarity'] {
  if (shape !== 'yes-no' || row === undefined) return undefined;
  const reading: Reading = row.bindings[column]?.value === 'true' ? 'yes' : 'no';
  const quotes = claim?.parts.flatMap((part) => part.quotes) ?? [];
  const titles = new Map(quotes.map(({ paper, title }) => [paper, title]));
  const papers = [...titles].map(([paper, title]) => ({
    paper,
    title,
    reading,
    probability: confidence,
    claims: [0],
  }));
  return { reading, probability: confidence, told: true, papers };
}
