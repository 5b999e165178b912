import { gap, letters, pieces } from './letters.ts';
import { inversions, longestRise } from './ordered.ts';
import type { Tally } from './tally.ts';

/** Shorter sentences are no evidence: they stand in a text by chance. */
const shortest = 25;
/** Shorter pieces around a gap say nothing of where they come from. */
const shortestPiece = 12;

export type RunningTextScore = {
  /** Sentences of the truth that stand unbroken and in order in the predicted text. */
  recall: Tally;
  /** Sentences of the truth that stand unbroken anywhere in the predicted text. */
  anywhere: Tally;
  /** Predicted sentences that stand unbroken in the true text. */
  precision: Tally;
  /** Found sentences that stand before the one found before. */
  inversions: number;
  missing: string[];
  wrong: string[];
};

/** A part of a text: sentences that count, and parts that only keep the text whole (headings, code). */
export type TextPart = { sentences: readonly string[]; counts: boolean };

/**
 * Compares running texts sentence by sentence. A sentence with a gap is not counted, nor is a predicted one that holds a
 * piece of one.
 */
export function scoreRunningText(predicted: readonly TextPart[], expected: readonly TextPart[]): RunningTextScore {
  const predictedText = joined(predicted);
  const counted = sentencesOf(expected).filter((sentence) => !sentence.includes(gap) && isLong(sentence));
  const positions: number[] = [];
  const missing: string[] = [];
  let from = 0;
  for (const sentence of counted) {
    const text = letters(sentence);
    const next = predictedText.indexOf(text, from);
    const at = next < 0 ? predictedText.indexOf(text) : next;
    if (at < 0) missing.push(sentence);
    else {
      positions.push(at);
      from = at;
    }
  }
  const { precision, wrong } = scorePrecision(predicted, expected);
  const tally = (matched: number): Tally => ({ matched, predicted: counted.length, expected: counted.length });
  return {
    recall: tally(longestRise(positions)),
    anywhere: tally(positions.length),
    precision,
    inversions: inversions(positions),
    missing,
    wrong,
  };
}

function scorePrecision(
  predicted: readonly TextPart[],
  expected: readonly TextPart[],
): Pick<RunningTextScore, 'precision' | 'wrong'> {
  const expectedText = joined(expected);
  const unsure = sentencesOf(expected, true)
    .filter((sentence) => sentence.includes(gap))
    .flatMap((sentence) => pieces(sentence).filter((piece) => piece.length >= shortestPiece));
  const wrong: string[] = [];
  let matched = 0;
  for (const sentence of sentencesOf(predicted).filter(isLong)) {
    const text = letters(sentence);
    if (expectedText.includes(text)) matched++;
    else if (!unsure.some((piece) => text.includes(piece))) wrong.push(sentence);
  }
  const total = matched + wrong.length;
  return { precision: { matched, predicted: total, expected: total }, wrong };
}

function sentencesOf(parts: readonly TextPart[], all = false): string[] {
  return parts.flatMap(({ sentences, counts }) => (counts || all ? sentences : []));
}

function joined(parts: readonly TextPart[]): string {
  // A gap keeps what stands on its two sides apart.
  return sentencesOf(parts, true)
    .map((sentence) => pieces(sentence).join(gap))
    .join('');
}

function isLong(sentence: string): boolean {
  return letters(sentence).length >= shortest;
}
