import { searchableText, type TextScores } from '@askg/retrieval';
import { onlyAnnounces } from './only-announces.ts';
import type { Candidate } from './candidate.ts';
import { isStatement, tellsFinding } from './claim-put.ts';
import { expectedValue, holdsValue } from './expected-value.ts';
import { coverage, type WordRarity } from './word-rarity.ts';
import { union } from './word-sets.ts';
import { stemsOf, wordsOf } from './words.ts';

export type ScoredCandidate = Candidate & {
  /** The scorer's own score of the text in its context, comparable between questions of one method. */
  similarity: number;
  /** Share of the question's rare words in the text with its title and section: 0 to 1. */
  coverage: number;
  /** What orders the candidates of one question: about 0 to 1. */
  score: number;
};

/** Scores short texts for a question. */
export type ScoreTexts = (texts: readonly string[]) => Promise<TextScores>;

/** Texts that go to the scorer: each costs an embedder several milliseconds. */
const mostScored = 48;

/**
 * Weights of the parts of a score. Found on the development questions, where the first expected sentence had a mean
 * reciprocal rank of 0.80 (similarity alone: 0.56, similarity without title and section: 0.43).
 */
const weights = {
  similarity: 0.4,
  particular: 0.4,
  passage: 0.2,
  heading: 0.1,
  node: 0.1,
  value: 0.1,
  aspect: 0.3,
  short: 0.2,
  thanks: 0.2,
  announces: 0.1,
  finding: 0.2,
};

/** Below so many words a unit is hardly ever a sentence that answers something. */
const fewWords = 5;

/** Who is thanked and who paid stands in sections that answer little else. */
const asksForThanks =
  /\b(?:acknowledg\w*|thank\w*|fund\w*|financ\w*|grants?|pa(?:id|ys?)|sponsor\w*|support\w*|help\w*)\b/i;

/** Scores the candidates, best first; equal scores keep the order in which they were given. */
export async function scoreCandidates(
  candidates: readonly Candidate[],
  question: string,
  rarity: WordRarity,
  scoreTexts: ScoreTexts,
): Promise<{ scored: ScoredCandidate[]; method: string }> {
  const expected = expectedValue(question);
  const covered = candidates
    .map((candidate) => ({
      candidate,
      ...coverages(candidate, rarity),
      value: expected ? holdsValue(expected, candidate.text) : 0,
    }))
    .toSorted((a, b) => cheapScore(b) - cheapScore(a))
    .slice(0, mostScored);
  const { scores, method } = await scoreTexts(covered.map(({ candidate }) => searchableText(candidate)));
  const ofValue = expected?.form === 'aspect' ? weights.aspect : weights.value;
  const isClaim = isStatement(question);
  const relative = spread(scores);
  const passage = spread(covered.map(({ candidate }) => candidate.passage));
  const scored = covered.map(({ candidate, particular, heading, whole, value }, i) => {
    const isShort = wordsOf(candidate.text).length < fewWords;
    const score =
      weights.similarity * (relative[i] ?? 0) +
      weights.particular * particular +
      weights.passage * (passage[i] ?? 0) +
      weights.heading * heading +
      weights.node * candidate.node +
      ofValue * value +
      (isClaim ? bearingOf(candidate.text, question) : 0) -
      (isShort ? weights.short : 0) -
      (candidate.role === 'acknowledgement' && !asksForThanks.test(question) ? weights.thanks : 0) -
      (!isClaim && onlyAnnounces(candidate.text, question) ? weights.announces : 0);
    return { ...candidate, similarity: scores[i] ?? 0, coverage: whole, score };
  });
  return { scored: scored.toSorted((a, b) => b.score - a.score), method };
}

/** What a sentence is worth for a claim by its kind: a finding bears it out or refutes it, an announcement only says it again. */
function bearingOf(text: string, claim: string): number {
  return weights.finding * (Number(tellsFinding(text)) - Number(onlyAnnounces(text, claim)));
}

/**
 * Coverage of the question by a text. Words that stand in the paper's title say which paper is meant, and every sentence of
 * it would do for them; `particular` leaves them out, and so does `heading`, which is that of the headings above the text.
 */
function coverages(
  { text, title, section }: Candidate,
  rarity: WordRarity,
): { particular: number; heading: number; whole: number } {
  const own = stemsOf(text);
  const ofTitle = stemsOf(title);
  const ofHeadings = stemsOf(section ?? '');
  const others = new Map([...rarity].filter(([stem]) => !ofTitle.has(stem)));
  return {
    particular: coverage(others, own),
    heading: coverage(others, ofHeadings),
    whole: coverage(rarity, union([own, ofTitle, ofHeadings])),
  };
}

function cheapScore({
  candidate,
  particular,
  value,
}: {
  candidate: Candidate;
  particular: number;
  value: number;
}): number {
  return candidate.passage + particular + candidate.node + value;
}

/** Numbers moved to 0 to 1; all 1 when they are equal. */
function spread(values: readonly number[]): number[] {
  const lowest = Math.min(...values);
  const range = Math.max(...values) - lowest;
  return values.map((value) => (range > 0 ? (value - lowest) / range : 1));
}
