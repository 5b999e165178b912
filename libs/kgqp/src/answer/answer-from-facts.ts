import type { FactAnswer } from '../facts.ts';
import type { AnalysedQuestion } from '../question/question.ts';
import type { Assessment } from './assess.ts';
import type { QuotedRow } from './draft-answer.ts';
import type { Outcome } from './outcome.ts';
import { polarityOfFacts } from './polarity/polarity-of-facts.ts';
import { verbaliseFacts } from './verbalise-facts.ts';

/** From this confidence on a query is taken to mean the question. Chosen on the development questions. */
const trusted = 0.6;
/** A question that is less surely one for rows is not denied by their absence. */
const structured = 0.5;
/** That the graph does not say something is a “no” only when both names and what ties them were surely understood. */
const trustedForNo = 0.8;
/** From this confidence on text that answers is believed against a query without rows. */
const textOverrules = 0.6;

/** Whether the rows answer the question better than text could. */
export function answersByRows(facts: FactAnswer | undefined, question: string): facts is FactAnswer {
  if (facts === undefined || facts.rows.length === 0 || facts.shape === 'text') return false;
  if (onlyIsThere(facts) && !asksWhetherThere.test(question)) return false;
  const denies = isNo(facts) || isNone(facts);
  if (denies && isOfMentions(facts)) return false;
  return facts.confidence >= (isNo(facts) ? trustedForNo : trusted);
}

/** Whether a question is one for rows rather than for what texts say. */
export function asksForRows(question: AnalysedQuestion): boolean {
  return question.structured >= structured;
}

/** Whether the query shows that the corpus holds no answer. @param text what the text of the corpus offers instead */
export function deniesByRows(
  question: AnalysedQuestion,
  facts: FactAnswer | undefined,
  text: Assessment,
): facts is FactAnswer {
  return (
    facts !== undefined &&
    facts.rows.length === 0 &&
    facts.confidence >= trusted &&
    asksForRows(question) &&
    facts.shape !== 'text' &&
    text.confidence < textOverrules
  );
}

/** @param rows those of the facts with their quotes; at least one */
export function answerFromFacts(facts: FactAnswer, rows: readonly QuotedRow[]): Outcome {
  const claims = verbaliseFacts(facts, rows);
  const polarity = polarityOfFacts(facts, claims);
  return { verdict: 'supported', claims, nearest: [], degraded: [], ...(polarity ? { polarity } : {}) };
}

function isNo({ shape, columns: [column = ''], rows: [row] }: FactAnswer): boolean {
  return shape === 'yes-no' && row?.bindings[column]?.value === 'false';
}

/** Who asks whether something is so is not answered by there being a paper of that name, or no thing of a kind. */
const asksWhetherThere =
  /\bthere\b|\b(?:have|has|contains?|includes?|holds?|exists?|available|in (?:the|this) corpus)\b/i;

function onlyIsThere({ shape, reading }: FactAnswer): boolean {
  return shape === 'yes-no' && /^there is (?:the|an?) /.test(reading);
}

function isNone({ shape, columns: [column = ''], rows }: FactAnswer): boolean {
  return shape === 'count' && rows.length === 1 && rows[0]?.bindings[column]?.value === '0';
}

/** The graph holds what a paper names with weight: that a name is not among it does not mean that no sentence says it. */
function isOfMentions({ run }: FactAnswer): boolean {
  return /\bddm:mentions\b/.test(run.text);
}
