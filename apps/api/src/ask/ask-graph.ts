import type { AskEvent } from '@askg/contract';
import type { ChatModel } from '@askg/inference';
import type { ForeignGraphs } from '@askg/kgqp';
import type { AskBody } from './ask-body.ts';

/** Names the graphs that were added beside the corpus; undefined where there is no place for any. */
export const foreignGraphsToken = Symbol('foreignGraphs');

export type GraphRun = { run: string; signal: AbortSignal; ms: () => number; chat?: ChatModel | undefined };

/**
 * Answers a question from a graph that was added beside the corpus, in the events of a run. Nothing of the corpus takes
 * part.
 * @throws KgqpError `kgqp/unknown-graph`, `kgqp/damaged-graph`, and for what is no question; GraphError
 */
export async function* askGraph(
  graphs: ForeignGraphs,
  name: string,
  { question, links = [] }: Pick<AskBody, 'question' | 'links'>,
  { run, signal, ms, chat }: GraphRun,
): AsyncGenerator<AskEvent> {
  yield { event: 'started', run, ms: ms(), question };
  const graph = await graphs.graph(name);
  const choices = links.map(({ phrase, chosen: iri }) => ({ phrase, iri }));
  const answer = await graph.ask(question, { id: run, signal, choices, ...(chat ? { chat } : {}) });
  if (signal.aborted) {
    yield { event: 'cancelled', run, ms: ms() };
    return;
  }
  if (answer.links.length > 0) yield { event: 'links', run, ms: ms(), links: answer.links };
  for (const query of answer.sparql) yield { event: 'query', run, ms: ms(), query };
  for (const claim of answer.claims) {
    yield { event: 'rows', run, ms: ms(), rows: claim.rows };
    yield { event: 'claim', run, ms: ms(), claim };
  }
  yield { event: 'done', run, ms: ms(), answer };
}
