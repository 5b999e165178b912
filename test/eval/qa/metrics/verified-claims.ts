import type { Overlap } from './set-f1.ts';

/** What is said of a claim by one abstract. No evidence: neither label nor sentences. */
export type ClaimedLabel = { label: string | undefined; sentences: readonly number[] };

/** What should have been said; each rationale is a set of sentences that only together bear the label out. */
export type DueLabel = { label: string | undefined; rationales: readonly (readonly number[])[] };

export type VerifiedClaims = {
  /** Sentences chosen, whatever the label. */
  sentenceSelection: Overlap;
  /** Sentences chosen under the right label. */
  sentenceLabel: Overlap;
  /** Abstracts with the right label. */
  abstractLabel: Overlap;
  /** Abstracts with the right label and a whole rationale among the first sentences. */
  abstractRationale: Overlap;
};

/** Sentences of an abstract that count for its rationale. */
const mostSentences = 3;

/**
 * The four figures of SciFact, each over all abstracts together. A sentence counts when its whole rationale was chosen; what
 * is said of an abstract without a label counts for nothing. Source: Wadden et al., Fact or Fiction, EMNLP 2020, section 4.
 */
export function verifyClaims(given: readonly ClaimedLabel[], due: readonly DueLabel[]): VerifiedClaims {
  const relevant = { abstracts: 0, sentences: 0 };
  const retrieved = { abstracts: 0, sentences: 0 };
  const right = { sentenceSelection: 0, sentenceLabel: 0, abstractLabel: 0, abstractRationale: 0 };
  for (const [i, { label, rationales }] of due.entries()) {
    relevant.abstracts += Number(label !== undefined);
    relevant.sentences += rationales.flat().length;
    const said = given[i];
    if (said?.label === undefined) continue;
    retrieved.abstracts++;
    retrieved.sentences += said.sentences.length;
    const whole = wholeIn(rationales, said.sentences).flat().length;
    right.sentenceSelection += whole;
    if (said.label !== label) continue;
    right.sentenceLabel += whole;
    right.abstractLabel++;
    right.abstractRationale += Number(wholeIn(rationales, said.sentences.slice(0, mostSentences)).length > 0);
  }
  const of = (unit: 'abstracts' | 'sentences', count: number) => overlapOf(count, retrieved[unit], relevant[unit]);
  return {
    sentenceSelection: of('sentences', right.sentenceSelection),
    sentenceLabel: of('sentences', right.sentenceLabel),
    abstractLabel: of('abstracts', right.abstractLabel),
    abstractRationale: of('abstracts', right.abstractRationale),
  };
}

/** The rationales all of whose sentences were chosen. */
function wholeIn(rationales: DueLabel['rationales'], sentences: readonly number[]): (readonly number[])[] {
  return rationales.filter((rationale) => rationale.every((each) => sentences.includes(each)));
}

function overlapOf(right: number, retrieved: number, relevant: number): Overlap {
  const precision = right / Math.max(1, retrieved);
  const recall = right / Math.max(1, relevant);
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
