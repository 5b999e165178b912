import { Corpus } from '@askg/corpus';
import { GraphError, Neo4jProjection } from '@askg/graph';
import { count } from '../shell/quantities.ts';
import { withCorpus } from '../shell/with-corpus.ts';
import type { Check } from './check.ts';

/** Whether the Neo4j that is set up answers and holds what the corpus holds. */
export const checkNeo4j: Check = async (shell) => {
  const { data, neo4j } = shell.config;
  if (neo4j === undefined || !Corpus.exists(data)) return [];
  const what = 'Neo4j';
  const projection = new Neo4jProjection(neo4j);
  try {
    const behind = await withCorpus(shell, { readOnly: true }, (corpus) => projection.behind(corpus));
    if (behind === 0) return [{ what, state: 'ok', detail: `${neo4j.url} holds what the corpus holds` }];
    const detail = `${neo4j.url} is ${count(behind, 'graph')} behind the corpus.`;
    return [
      { what, state: 'warning', detail, advice: 'askg serve brings it in step; askg rebuild neo4j writes it anew.' },
    ];
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return [
      { what, state: 'failure', detail: error.message, advice: 'Start it, or correct NEO4J_URL and NEO4J_PASSWORD.' },
    ];
  } finally {
    await projection.close();
  }
};
