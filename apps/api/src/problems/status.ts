import type { CorpusErrorCode } from '@askg/corpus';
import type { DdmErrorCode } from '@askg/ddm';
import type { GraphErrorCode } from '@askg/graph';
import type { ErrorCode } from '@askg/contract';
import type { ApiErrorCode } from '../api-error.ts';

/** Every code that can reach this server. */
export type KnownCode = DdmErrorCode | CorpusErrorCode | GraphErrorCode | ApiErrorCode;

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
  'api/not-ready': 503,
  'api/internal': 500,

  'graph/invalid-query': 400,
  'graph/update-refused': 400,
  'graph/service-refused': 403,
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
  'graph/engine-lost': 503,
  'graph/not-ready': 503,
  'graph/unknown-commit': 400,
  'graph/unloadable-graph': 500,
  'graph/closed': 503,

  'ddm/empty-file': 422,
  'ddm/unknown-format': 422,
  'ddm/unsupported-format': 422,
  'ddm/unsupported-encoding': 422,
  'ddm/malformed-xml': 422,
  'ddm/forbidden-entity': 422,
  'ddm/too-large': 422,
  'ddm/too-many-elements': 422,
  'ddm/too-deep': 422,
  'ddm/not-jats': 422,
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
