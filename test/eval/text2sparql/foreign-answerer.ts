import type { Answer } from '@askg/contract';
import type { GraphStore } from '@askg/graph';
import { KgqpError, openForeign, type Vocabulary } from '@askg/kgqp';
import { observedVocabulary } from './observed-vocabulary.ts';
import type { Answerer, Produced } from './question-set.ts';
import { selectRows } from './select-rows.ts';

const nothing: Produced = { sparql: '', values: [], runs: [], confidence: 0 };

/**
 * What answers questions on a graph that the product knows nothing of beforehand. Things are shown by IRI, as the gold
 * queries of graphs do.
 */
export async function foreignAnswerer(store: GraphStore): Promise<{ answer: Answerer; vocabulary: Vocabulary }> {
  const vocabulary = await observedVocabulary(store);
  const now = () => performance.now();
  const graph = await openForeign('graph', store, { source: 'files', described: '1970-01-01T00:00:00Z', now });
  const answer: Answerer = async (question, chat) => {
    try {
      const model = chat === undefined ? {} : { chat, deadlineMs: 600_000 };
      return await producedBy(store, await graph.ask(question, { id: 'evaluation', shownAs: 'iri', ...model }));
    } catch (error) {
      if (error instanceof KgqpError) return nothing;
      throw error;
    }
  };
  return { vocabulary, answer };
}

/** An answer names some of its rows; the query that it rests on gives all of them. */
async function producedBy(store: GraphStore, { sparql: runs, claims }: Answer): Promise<Produced> {
  const [claim] = claims;
  const chosen = claim === undefined ? runs.find(({ state }) => state === 'empty') : runs[claim.rows[0]?.query ?? 0];
  if (chosen === undefined) return { ...nothing, runs };
  const values = claim === undefined ? [] : (await selectRows(store, chosen.text)).flatMap((row) => Object.values(row));
  return { sparql: chosen.text, values, runs, confidence: claim?.support.score ?? 0 };
}

/**
 * The best query that the planner has for a question, without running it: where the graph is not there, that it holds nothing of
 * the name is no reason to refuse.
 */
export async function foreignReader(store: GraphStore): Promise<Answerer> {
  const now = () => performance.now();
  const graph = await openForeign('graph', store, { source: 'files', described: '1970-01-01T00:00:00Z', now });
  return async (question) => ({
    ...nothing,
    sparql: graph.plan(question, { shownAs: 'iri' }).candidates[0]?.text ?? '',
  });
}
