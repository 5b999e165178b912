import type { CodedError } from '@askg/contract';

/** 0 done, 1 done with failures, 2 wrong use, 3 could not run. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Errors that the caller mends by giving another command; any other error means that it could not run. */
const wrongUse: ReadonlySet<string> = new Set([
  'cli/wrong-use',
  'cli/bad-configuration',
  'cli/unreadable',
  'ingest/not-found',
  'ingest/no-chat-model',
  'corpus/unknown-paper',
  'corpus/removed',
  'corpus/unknown-person',
  'corpus/unknown-entity',
  'corpus/unknown-decision',
  'corpus/unknown-collection',
  'corpus/invalid-collection',
  'corpus/unknown-answer',
  'corpus/unknown-claim',
  'corpus/invalid-status',
  'corpus/unknown-status',
  'corpus/unknown-feed',
  'corpus/unknown-key',
  'corpus/nothing-to-decide',
  'inference/unknown-model',
  'inference/bad-manifest',
  'inference/noncommercial',
  'api/bad-configuration',
  'api/bad-request',
  'api/unknown-model',
  'kgqp/empty-question',
  'kgqp/unknown-graph',
  'kgqp/graph-exists',
  'kgqp/invalid-graph',
  'kgqp/is-sparql',
  'kgqp/read-only',
  'corpus/invalid-base',
  'ddm/invalid-base',
  'graph/invalid-query',
  'graph/update-refused',
  'graph/service-refused',
  'graph/unknown-graph',
  'graph/query-too-large',
  'graph/query-too-complex',
  'graph/not-acceptable',
]);

export function exitCodeOf(error: Pick<CodedError, 'code'>): ExitCode {
  return wrongUse.has(error.code) ? 2 : 3;
}
