import type { AnswerPart, AnswerPolarity, Verdict } from '@askg/contract';
import type { Outcome } from '../answer/outcome.ts';
import type { Asked } from '../run/ask-question.ts';
import type { Conclusion, Stretch } from '../run/conclusion.ts';
import { gatherAll } from '../run/gathered.ts';

/** What several parts of a question come to together: each under its own words, in order, those without an answer as well. */
export function joinParts(parts: readonly Asked[]): Conclusion {
  const verdict = jointVerdict(parts.map(({ outcome }) => outcome.verdict));
  const [problem] = parts.flatMap(({ outcome }) => outcome.problem ?? []);
  return {
    verdict,
    stretches: stretchesOf(parts),
    nearest: parts.flatMap(({ outcome }) => outcome.nearest),
    gathered: gatherAll(parts.map((part) => part.gathered)),
    ...(verdict === 'no-answer' && problem ? { problem } : {}),
    extras: { parts: placed(parts) },
  };
}

/** All parts for `supported`, one for `partly-supported`. Where a part could not be tried, the others' silence proves nothing. */
function jointVerdict(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.every((verdict) => verdict === 'supported')) return 'supported';
  if (verdicts.some((verdict) => verdict === 'supported' || verdict === 'partly-supported')) return 'partly-supported';
  return verdicts.includes('no-answer') ? 'no-answer' : 'not-in-corpus';
}

/** The parts with the places of their claims in the answer. */
function placed(parts: readonly Asked[]): AnswerPart[] {
  let from = 0;
  return parts.map(({ question, outcome: { verdict, claims, polarity } }) => {
    const before = from;
    from += claims.length;
    const places = claims.map((_, i) => before + i);
    return { question, verdict, claims: places, ...(polarity ? { polarity: placedAfter(before, polarity) } : {}) };
  });
}

/** A reading whose places count the claims before its part too. */
function placedAfter(before: number, polarity: AnswerPolarity): AnswerPolarity {
  const papers = polarity.papers.map((paper) => ({ ...paper, claims: paper.claims.map((at) => before + at) }));
  return { ...polarity, papers };
}

function stretchesOf(parts: readonly Asked[]): Stretch[] {
  let queries = 0;
  return parts.map(({ question, outcome, gathered, query }, i) => {
    const before = queries;
    queries += gathered.queries.length;
    const text = wordsOf(outcome);
    return {
      lead: `${i === 0 ? '' : '\n\n'}${question}\n\n`,
      claims: outcome.claims,
      query: before + query,
      ...(text === undefined ? {} : { text }),
    };
  });
}

/** The words of a part that claims nothing: why it is not answered. */
function wordsOf({ claims, text, problem, verdict }: Outcome): string | undefined {
  if (claims.length > 0) return text;
  if (text !== undefined && text !== '') return text;
  if (problem) return `This part could not be answered: ${problem.title}.`;
  return verdict === 'not-in-corpus' ? 'The papers of this corpus do not answer this part.' : text;
}
