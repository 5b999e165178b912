import type { CorpusErrorCode } from '@askg/corpus';
import type { DdmErrorCode } from '@askg/ddm';
import type { GraphErrorCode } from '@askg/graph';
import type { ErrorCode } from '@askg/contract';
import type { InferenceErrorCode } from '@askg/inference';
import type { KgqpErrorCode } from '@askg/kgqp';
import type { RetrievalErrorCode } from '@askg/retrieval';
import type { ApiErrorCode } from '../api-error.ts';

/** Every code that can reach this server. */
export type KnownCode =
  | DdmErrorCode
  | CorpusErrorCode
  | GraphErrorCode
  | InferenceErrorCode
  | RetrievalErrorCode
  | KgqpErrorCode
  | ApiErrorCode;

/**
 * The HTTP status of each code; a code without one does not compile. 500 says that the fault is the server's, and
 * hides the detail from the client. 499 is what proxies write for a client that went away.
 */
const statuses: Record<KnownCode, number> = {
  'api/bad-configuration': 500,
  'api/port-in-use': 500,
  'api/cannot-listen': 500,
  'api/not-found': 404,
  'api/removed': 410,
  'api/bad-path': 400,
  'api/bad-key': 401,
  'api/key-needed': 401,
  'api/not-allowed': 403,
  'api/host-refused': 421,
  'api/origin-refused': 403,
  'api/method-not-allowed': 405,
  'api/not-acceptable': 406,
  'api/unknown-format': 400,
  'api/missing-query': 400,
  'api/repeated-parameter': 400,
  'api/unsupported-media-type': 415,
  'api/body-too-large': 413,
  'api/bad-body': 400,
  'api/bad-request': 400,
  'api/unknown-model': 400,
  'api/model-refused': 403,
  'api/busy': 503,
  'api/too-much-feedback': 429,
  'api/unknown-run': 404,
  'api/cancelled': 409,
  'api/not-ready': 503,
  'api/internal': 500,

  'kgqp/empty-question': 400,
  'kgqp/question-too-long': 413,
  'kgqp/not-a-question': 422,
  'kgqp/is-sparql': 422,
  'kgqp/read-only': 422,
  'kgqp/unsupported-language': 422,
  'kgqp/empty-corpus': 422,
  'kgqp/no-evidence': 503,
  'kgqp/no-query': 422,
  'kgqp/unknown-graph': 404,
  'kgqp/graph-exists': 409,
  'kgqp/invalid-graph': 422,
  'kgqp/damaged-graph': 500,
  'kgqp/timeout': 504,
  'kgqp/invalid-prompt': 500,
  'kgqp/model-failed': 502,
  'kgqp/chat-budget': 429,
  'kgqp/unexpected': 500,

  'retrieval/cancelled': 499,
  'retrieval/closed': 503,
  'retrieval/wrong-vector': 500,
  'retrieval/damaged-index': 500,
  'retrieval/not-writable': 500,
  'retrieval/unreachable': 503,
  'retrieval/server-refused': 502,

  'inference/unknown-model': 500,
  'inference/wrong-kind': 500,
  'inference/bad-manifest': 500,
  'inference/noncommercial': 500,
  'inference/model-not-here': 503,
  'inference/fetch-failed': 503,
  'inference/digest-mismatch': 500,
  'inference/offline': 503,
  'inference/folder-not-writable': 500,
  'inference/damaged-model': 500,
  'inference/worker-lost': 503,
  'inference/model-failed': 500,
  'inference/cancelled': 499,
  'inference/deadline': 504,
  'inference/closed': 503,
  'inference/no-token-vectors': 500,
  'inference/unknown-token': 500,
  'inference/too-long': 500,
  'inference/engine-missing': 503,
  'inference/adds-tokens': 502,
  'inference/wrong-pooling': 502,
  'inference/mixes-inputs': 502,
  'inference/server-unreachable': 502,
  'inference/key-refused': 502,
  'inference/rate-limited': 503,
  'inference/request-refused': 502,
  'inference/server-failed': 502,
  'inference/no-logprobs': 502,
  'inference/no-answer-words': 502,
  'inference/not-json': 502,
  'inference/unusable-reply': 502,

  'graph/invalid-query': 400,
  'graph/update-refused': 400,
  'graph/service-refused': 403,
  'graph/service-failed': 502,
  'graph/unknown-graph': 400,
  'graph/query-too-large': 413,
  'graph/query-too-complex': 422,
  'graph/too-many-rows': 422,
  'graph/result-too-large': 422,
  'graph/not-acceptable': 406,
  'graph/query-failed': 400,
  'graph/timeout': 504,
  'graph/cancelled': 499,
  'graph/busy': 503,
  'graph/client-busy': 429,
  'graph/client-budget': 429,
  'graph/engine-lost': 503,
  'graph/not-ready': 503,
  'graph/unknown-commit': 400,
  'graph/unloadable-graph': 500,
  'graph/unreachable': 503,
  'graph/server-refused': 502,
  'graph/foreign-server': 503,
  'graph/closed': 503,

  // What concerns the files of the corpus is no fault of a request, except to ask for what is not there.
  'corpus/not-found': 500,
  'corpus/exists': 500,
  'corpus/invalid-base': 500,
  'corpus/older-catalog': 500,
  'corpus/newer-catalog': 500,
  'corpus/damaged-catalog': 500,
  'corpus/damaged-graph': 500,
  'corpus/missing-graph': 500,
  'corpus/damaged-source': 500,
  'corpus/locked': 503,
  'corpus/disk-full': 507,
  'corpus/read-only': 500,
  'corpus/unknown-paper': 404,
  'corpus/unknown-person': 404,
  'corpus/unknown-entity': 404,
  'corpus/unknown-collection': 404,
  'corpus/invalid-collection': 400,
  'corpus/unknown-answer': 404,
  'corpus/unknown-claim': 400,
  'corpus/unknown-key': 404,
  'corpus/unknown-decision': 404,
  'corpus/nothing-to-decide': 400,
  'corpus/invalid-status': 400,
  'corpus/unknown-status': 404,
  'corpus/unknown-feed': 422,
  'corpus/removed': 410,
  'corpus/key-moved': 409,
  'corpus/unknown-commit': 404,
  'corpus/worker-lost': 500,
  'corpus/damaged-backup': 500,
  'corpus/not-empty': 500,

  'ddm/empty-file': 422,
  'ddm/unknown-format': 422,
  'ddm/unsupported-format': 422,
  'ddm/unsupported-encoding': 422,
  'ddm/encrypted': 422,
  'ddm/malformed-pdf': 422,
  'ddm/too-many-pages': 422,
  'ddm/recognition-failed': 422,
  'ddm/engine-not-loaded': 500,
  'ddm/malformed-xml': 422,
  'ddm/forbidden-entity': 422,
  'ddm/too-large': 422,
  'ddm/too-many-elements': 422,
  'ddm/too-deep': 422,
  'ddm/not-jats': 422,
  'ddm/not-tei': 422,
  'ddm/not-html': 422,
  'ddm/not-latex': 422,
  'ddm/malformed-archive': 422,
  'ddm/malformed-text': 422,
  'ddm/not-ddm-json': 422,
  'ddm/malformed-json': 422,
  'ddm/malformed-gzip': 422,
  'ddm/no-paper': 422,
  'ddm/several-papers': 422,
  'ddm/invalid-base': 500,
  'ddm/invalid-text': 500,
  'ddm/malformed-graph': 500,
  'ddm/malformed-rdf': 500,
};

/** The status of a code; a code from elsewhere is a fault of the server. */
export function statusOf(code: ErrorCode): number {
  return isKnown(code) ? statuses[code] : 500;
}

function isKnown(code: string): code is KnownCode {
  return Object.hasOwn(statuses, code);
}
