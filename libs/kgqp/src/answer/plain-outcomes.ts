import type { Evidence } from '../evidence/evidence.ts';
import { quote as quoteOf } from '../evidence/quote.ts';
import type { FactAnswer } from '../facts.ts';
import { KgqpError } from '../kgqp-error.ts';
import type { AnalysedQuestion } from '../question/question.ts';
import type { Assessment } from './assess.ts';
import type { Outcome } from './outcome.ts';
import { verbatim } from './support.ts';
import { verbaliseNothing } from './verbalise-facts.ts';

const mostNearest = 3;

/** Nothing was found that answers; the nearest units are shown instead. @param denial a query that shows it */
export function notInCorpus(evidence: Evidence, denial?: FactAnswer): Outcome {
  const text = denial ? verbaliseNothing(denial) : 'The papers of this corpus do not answer this question.';
  return { verdict: 'not-in-corpus', claims: [], text, nearest: nearestOf(evidence), degraded: [] };
}

/** The graph alone was asked, and gave no rows. */
export function noRows(answer: FactAnswer | undefined): Outcome {
  const text = answer === undefined ? 'No query to the graph means this question.' : verbaliseNothing(answer);
  return { verdict: 'not-in-corpus', claims: [], text, nearest: [], degraded: [] };
}

/**
 * Text alone was asked for: the units of evidence, each standing for itself, and no answer written from them. Where they do
 * not seem to answer they are no more than the nearest.
 */
export function quotesOnly(evidence: Evidence, { confidence, threshold }: Assessment): Outcome {
  const nearest = evidence.units.map(({ quote }) => quote);
  if (confidence < threshold) return { verdict: 'not-in-corpus', claims: [], text: '', nearest, degraded: [] };
  const claims = evidence.units.map(({ placed, same = [] }) => ({
    separator: '',
    parts: [{ text: placed.unit.text, quotes: [quoteOf(placed), ...same] }],
    support: verbatim,
    rows: [],
  }));
  return { verdict: 'supported', claims, text: '', nearest: [], degraded: [] };
}

/** An answer from papers that are not of the years asked for: it is no more than a part of what was wanted. */
export function ofOtherYears(outcome: Outcome): Outcome {
  const used = 'passages of all years';
  const note = { step: 'passages', wanted: 'passages of the years asked for', used, reason: 'There are none.' };
  const verdict = outcome.verdict === 'supported' ? 'partly-supported' : outcome.verdict;
  return { ...outcome, verdict, degraded: [...outcome.degraded, note] };
}

/** A question in a language that nothing here reads. */
export function foreign(question: AnalysedQuestion, evidence: Evidence): Outcome {
  const { language } = question;
  const name = language === undefined ? undefined : new Intl.DisplayNames('en', { type: 'language' }).of(language);
  const error = new KgqpError(
    'kgqp/unsupported-language',
    `It seems to be in ${name ?? 'another language'}; the papers are read in English.`,
  );
  return {
    verdict: 'no-answer',
    claims: [],
    text: '',
    nearest: nearestOf(evidence),
    degraded: [],
    problem: error.toProblem(),
  };
}

function nearestOf({ units }: Evidence): Outcome['nearest'] {
  return units.slice(0, mostNearest).map(({ quote }) => quote);
}
