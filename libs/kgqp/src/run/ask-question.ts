import { answerFromFacts, answersByRows } from '../answer/answer-from-facts.ts';
import type { Outcome } from '../answer/outcome.ts';
import { noRows } from '../answer/plain-outcomes.ts';
import { quoteRows } from '../answer/quote-rows.ts';
import { isToldInText } from '../evidence/aspects.ts';
import type { Choice } from '../facts.ts';
import type { AnalysedQuestion } from '../question/question.ts';
import { namePassages } from './bundle.ts';
import type { DraftEvent } from './draft-event.ts';
import { askFacts, type FactOutcome, noFacts } from './fact-step.ts';
import type { Gathered } from './gathered.ts';
import { nothingLeft } from './nothing-left.ts';
import { addPassing } from './passing-step.ts';
import { orAborted } from './race.ts';
import { findPassages, noPassages, type PassageOutcome } from './retrieval-step.ts';
import type { RunContext } from './run-context.ts';
import { answerWithoutRows } from './text-step.ts';

/** A question that is less surely one for rows costs no call of a model to write its query; the planner still tries. */
const worthWriting = 0.25;

/** What one question came to, before its quotes are numbered. */
export type Asked = {
  question: string;
  outcome: Outcome;
  gathered: Gathered;
  /** Position among `gathered.queries` of the one whose rows are claimed; 0 where there is none. */
  query: number;
};

export type AskQuestionOptions = {
  /** Name of this question among the run's others, before the names of its steps in the timings. */
  part?: string;
  /** What phrases of this question mean; those of the request without it. */
  choices?: readonly Choice[];
  /** Leaves the queries to the planner, so that the model's calls are left for the claims. */
  isPlanned?: boolean;
};

/**
 * Asks one question within a run, whatever else the run asks: of the graph and the passages at the same time, then of the text.
 * Yields what happens and returns what came of it.
 * @throws RunCancelled, and faults of ours
 */
export async function* askQuestion(
  run: RunContext,
  question: AnalysedQuestion,
  options: AskQuestionOptions = {},
): AsyncGenerator<DraftEvent, Asked> {
  const context = contextOf(run, options);
  const { parts, view, signal, request } = context;
  const { papers } = request;
  const searching = search(context, question);
  const facts = yield* askGraph(context, question, options);
  const isOfGraph = request.mode === 'sparql';
  const isForRows = isOfGraph || !isToldInText(question.text);
  const rows = isForRows && answersByRows(facts.answer, question.text) ? await quoteRows(facts.answer, view) : [];
  const query = facts.answer ? Math.max(0, facts.queries.indexOf(facts.answer.run)) : 0;
  if (rows.length > 0) yield { event: 'rows', rows, query };

  const passages = await orAborted(searching, signal);
  parts.watch.note('passages', passages.timings);
  if (passages.passages.length > 0) yield { event: 'passages', passages: namePassages(passages.passages) };

  let outcome: Outcome;
  if (facts.answer && rows.length > 0) {
    const stated = answerFromFacts(facts.answer, rows);
    outcome = isOfGraph ? stated : await addPassing(stated, facts.answer, context, papers);
  } else if (isOfGraph) outcome = facts.failure ? nothingLeft([facts.failure]) : noRows(facts.answer);
  else outcome = yield* answerWithoutRows(context, question, { facts, passages });

  const degraded = [...facts.degraded, ...passages.degraded, ...view.unreadable, ...outcome.degraded];
  const { links, queries } = facts;
  const { models = [] } = passages;
  return {
    question: question.text,
    outcome,
    gathered: { links, queries, passages: passages.passages, models, degraded },
    query,
  };
}

/** The run as this question sees it: its times stand under its name. */
function contextOf(run: RunContext, { part }: AskQuestionOptions): RunContext {
  const { parts } = run;
  return part === undefined ? run : { ...run, parts: { ...parts, watch: parts.watch.within(part) } };
}

/** Starts the search of the passages, beside the questions to the graph. */
function search({ parts, signal, request }: RunContext, question: AnalysedQuestion): Promise<PassageOutcome> {
  const { papers } = request;
  if (request.mode === 'sparql') return Promise.resolve(noPassages());
  const deadlineMs = parts.deadlines.passages;
  const searching = parts.watch.time('passages', () =>
    findPassages(parts, question, { signal, deadlineMs, ...(papers ? { papers } : {}) }),
  );
  // It is awaited later; until then its failure, which only cancelling brings about, must not end the process.
  searching.catch(() => {});
  return searching;
}

async function* askGraph(
  { parts, signal, request, chat }: RunContext,
  question: AnalysedQuestion,
  { choices = request.choices, isPlanned = false }: AskQuestionOptions,
): AsyncGenerator<DraftEvent, FactOutcome> {
  const { mode, papers, isConfined } = request;
  if (request.ways === 'text') return noFacts();
  const end = parts.watch.start('facts');
  // Rows are no evidence to quote: the graph is only asked for the units that satisfy the constraints.
  const asked = mode === 'retrieve' ? { ...question, structured: 0 } : question;
  const outcome = yield* askFacts(parts.facts, asked, {
    signal,
    deadlines: parts.deadlines,
    nodes: mode !== 'sparql',
    ...(papers ? { papers } : {}),
    ...(isConfined ? { isConfined } : {}),
    ...(choices ? { choices } : {}),
    ...(chat && !isPlanned && asked.structured >= worthWriting ? { chat } : {}),
  });
  end();
  return outcome;
}
