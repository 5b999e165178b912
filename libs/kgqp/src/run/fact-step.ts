import type { Degraded, Link, SparqlRun } from '@askg/contract';
import type { ChatModel } from '@askg/inference';
import type { Choice, FactAnswer, Facts, TextualNode } from '../facts.ts';
import type { AnalysedQuestion } from '../question/question.ts';
import type { Deadlines } from './ask-request.ts';
import type { DraftEvent } from './draft-event.ts';
import { deadlineSignal, orAborted } from './race.ts';
import { degradedBy, failureOf, type StepFailure } from './step-failure.ts';

export type FactStepOptions = {
  signal: AbortSignal;
  deadlines: Pick<Deadlines, 'facts' | 'factsWithModel' | 'textualNodes'>;
  papers?: readonly string[];
  isConfined?: boolean;
  choices?: readonly Choice[];
  chat?: ChatModel;
  /** Whether the units that satisfy the question's constraints are wanted. */
  nodes: boolean;
};

/** What the graph gave, as far as it came. */
export type FactOutcome = {
  links: Link[];
  queries: SparqlRun[];
  answer?: FactAnswer;
  nodes: TextualNode[];
  degraded: Degraded[];
  /** Why the graph could not be asked. */
  failure?: StepFailure;
};

/** Milliseconds beyond its deadline in which the search may still hand over what it has. */
const grace = 500;

/** What comes of a graph that is not asked. */
export function noFacts(): FactOutcome {
  return { links: [], queries: [], nodes: [], degraded: [] };
}

/**
 * Asks the graph: yields what happens and returns what came of it. The search for textual nodes starts as soon as the
 * links are known, beside the fact queries; its queries are told after theirs. A failure is part of the outcome.
 */
export async function* askFacts(
  facts: Facts,
  question: AnalysedQuestion,
  options: FactStepOptions,
): AsyncGenerator<Extract<DraftEvent, { event: 'links' | 'query' }>, FactOutcome> {
  const outcome = noFacts();
  let nodes: Promise<NodeOutcome> | undefined;
  const deadlineMs = options.chat ? options.deadlines.factsWithModel : options.deadlines.facts;
  const step = deadlineSignal(deadlineMs + grace, options.signal);
  const events = facts.find(question, {
    signal: step.signal,
    deadlineMs,
    ...(options.papers ? { papers: options.papers } : {}),
    ...(options.isConfined ? { isConfined: true } : {}),
    ...(options.choices ? { choices: options.choices } : {}),
    ...(options.chat ? { chat: options.chat } : {}),
  });
  try {
    for (;;) {
      const next = await orAborted(events.next(), step.signal);
      if (next.done) break;
      const event = next.value;
      if (event.type === 'links') {
        outcome.links.push(...event.links);
        yield { event: 'links', links: event.links };
        if (options.nodes) nodes ??= startNodes(facts, question, event.links, options);
      } else if (event.type === 'query') {
        outcome.queries.push(event.run);
        yield { event: 'query', query: event.run };
      } else if (event.type === 'degraded') outcome.degraded.push(event.degraded);
      else outcome.answer = event.answer;
    }
  } catch (error) {
    outcome.failure = failureOf(error);
    outcome.degraded.push(degradedBy(error, { step: 'facts', wanted: 'rows from the graph', used: 'passages only' }));
  } finally {
    step.end();
    // Not awaited: a generator that waits for an engine ends in its own time, and its signal is aborted.
    void events.return().catch(() => {});
  }
  if (nodes) {
    const found = await orAborted(nodes, options.signal);
    outcome.nodes = found.nodes;
    outcome.degraded.push(...found.degraded);
    for (const run of found.queries) {
      outcome.queries.push(run);
      yield { event: 'query', query: run };
    }
  }
  return outcome;
}

type NodeOutcome = Pick<FactOutcome, 'nodes' | 'queries' | 'degraded'>;

/** A search that nobody waits for any more must not end the process when it is cancelled. */
function startNodes(...search: Parameters<typeof findNodes>): Promise<NodeOutcome> {
  const nodes = findNodes(...search);
  nodes.catch(() => {});
  return nodes;
}

async function findNodes(
  facts: Facts,
  question: AnalysedQuestion,
  links: readonly Link[],
  options: FactStepOptions,
): Promise<NodeOutcome> {
  const outcome: NodeOutcome = { nodes: [], queries: [], degraded: [] };
  const step = deadlineSignal(options.deadlines.textualNodes, options.signal);
  const events = facts.textualNodes(question, links, {
    signal: step.signal,
    deadlineMs: options.deadlines.textualNodes,
    ...(options.papers ? { papers: options.papers } : {}),
    ...(options.isConfined ? { isConfined: true } : {}),
  });
  try {
    for (;;) {
      const next = await orAborted(events.next(), step.signal);
      if (next.done) return outcome;
      if (next.value.type === 'query') outcome.queries.push(next.value.run);
      else outcome.nodes = next.value.nodes;
    }
  } catch (error) {
    const names = { step: 'textual nodes', wanted: 'units that satisfy the constraints', used: 'passages only' };
    outcome.degraded.push(degradedBy(error, names));
    return outcome;
  } finally {
    step.end();
    void events.return().catch(() => {});
  }
}
