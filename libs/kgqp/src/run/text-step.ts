import { asksForRows, deniesByRows } from '../answer/answer-from-facts.ts';
import { answerFromText } from '../answer/answer-from-text.ts';
import { assess } from '../answer/assess.ts';
import type { Outcome } from '../answer/outcome.ts';
import { foreign, notInCorpus, ofOtherYears, quotesOnly } from '../answer/plain-outcomes.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { FactAnswer } from '../facts.ts';
import type { AnalysedQuestion } from '../question/question.ts';
import type { DraftEvent } from './draft-event.ts';
import { chooseEvidence } from './evidence-step.ts';
import type { FactOutcome } from './fact-step.ts';
import { nearnessBy, similarityBy } from './nearness.ts';
import { nothingLeft } from './nothing-left.ts';
import { withDeadline } from './race.ts';
import type { PassageOutcome } from './retrieval-step.ts';
import type { RunContext } from './run-context.ts';
import { degradedBy } from './step-failure.ts';

/** What the searches beside the text's own gave. */
export type Found = { facts: FactOutcome; passages: PassageOutcome };

/** The outcome of a question without rows: from text, or why there is none. */
export async function* answerWithoutRows(
  context: RunContext,
  question: AnalysedQuestion,
  { facts, passages }: Found,
): AsyncGenerator<DraftEvent, Outcome> {
  const { parts, view, signal, request } = context;
  const evidence = await parts.watch.time('sentences', () =>
    chooseEvidence(parts, question, passages, facts.nodes, view, signal),
  );
  // What could not be searched cannot be said not to be there.
  if (passages.failure && evidence.units.length === 0) {
    const failures = [facts.failure, passages.failure].filter((failure) => failure !== undefined);
    return degradedBefore(nothingLeft(failures), evidence);
  }
  const assessment = assess(question.text, evidence, passages.rarity);
  if (request.mode === 'retrieve') return degradedBefore(quotesOnly(evidence, assessment), evidence);
  if (deniesByRows(question, facts.answer, assessment)) {
    return degradedBefore(notInCorpus(evidence, facts.answer), evidence);
  }
  // Who asks for the papers of a year is not answered by what papers of other years say.
  if (passages.isOfOtherYears && asksForRows(question)) {
    return degradedBefore(notInCorpus(evidence, emptyOf(facts.answer)), evidence);
  }
  const { chat } = context;
  if (!question.isEnglish && chat === undefined) return degradedBefore(foreign(question, evidence), evidence);
  if (chat) yield { event: 'evidence', evidence: evidence.units.map(({ quote }) => quote) };
  const outcome = await parts.watch.time('writing', () =>
    answerFromText(question.text, evidence, assessment, {
      ...(chat ? { chat } : {}),
      nearness: (step) => nearnessBy(parts, step),
      similarity: similarityBy(parts, signal),
      inTime: (work) => withDeadline(work, parts.deadlines.writing, signal),
      modelFailed: (error) =>
        degradedBy(error, { step: 'claims', wanted: `claims by ${chat?.name}`, used: 'the answer made without it' }),
    }),
  );
  return degradedBefore(passages.isOfOtherYears ? ofOtherYears(outcome) : outcome, evidence);
}

function emptyOf(answer: FactAnswer | undefined): FactAnswer | undefined {
  return answer?.rows.length === 0 ? answer : undefined;
}

/** An outcome with what the choice of its evidence did without. */
function degradedBefore(outcome: Outcome, { degraded }: Evidence & { degraded: Outcome['degraded'] }): Outcome {
  return { ...outcome, degraded: [...degraded, ...outcome.degraded] };
}
