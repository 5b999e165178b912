import type { ServerDescription } from '@askg/retrieval';
import { count } from '../shell/quantities.ts';
import type { Check, Finding } from './check.ts';

const what = 'OpenSearch';
/** The first whose vectors by Lucene may be filtered and be as long as models make them. */
const leastVersion = [2, 9] as const;

/** Whether the OpenSearch that is set up answers, can hold vectors, and has all parts of the index. */
export const checkOpenSearch: Check = async ({ config }) => {
  if (config.openSearch === undefined) return [];
  // Loaded here only: no other check needs its engines.
  const { RetrievalError, describeServer, readOpenSearchSettings } = await import('@askg/retrieval');
  const settings = readOpenSearchSettings(config.openSearch);
  if (settings === undefined) return [];
  try {
    return [findingOf(await describeServer(settings), settings.nodes.join(' '))];
  } catch (error) {
    if (!(error instanceof RetrievalError)) throw error;
    const advice = 'Start it, or correct OPENSEARCH_URL, OPENSEARCH_USER and OPENSEARCH_PASSWORD.';
    return [{ what, state: 'failure', detail: error.message, advice }];
  }
};

/** What is worst comes first. */
export function findingOf({ version, nodes, withoutVectors, health }: ServerDescription, address: string): Finding {
  const failure = (detail: string, advice: string): Finding => ({ what, state: 'failure', detail, advice });
  if (isOlder(version)) return failure(`${address} is version ${version}.`, `Use ${leastVersion.join('.')} or later.`);
  if (withoutVectors.length > 0) {
    return failure(`There is no k-NN plugin on ${withoutVectors.join(', ')}.`, 'Install opensearch-knn on every node.');
  }
  const detail = `${address}, version ${version}, ${count(nodes, 'node')} with k-NN`;
  if (health === 'red') return failure(`${detail}; a part of the index is lost.`, 'Start the node that held it.');
  if (health === 'yellow') {
    const advice = 'Start another node, or set OPENSEARCH_REPLICAS=0 and run askg rebuild passages.';
    return { what, state: 'warning', detail: `${detail}; copies of the index are missing.`, advice };
  }
  return { what, state: 'ok', detail };
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < leastVersion[0] || (major === leastVersion[0] && minor < leastVersion[1]);
}
