import { GraphError, type GraphErrorCode } from '../graph-error.ts';

/** What a request was for: the same answer of a server means different things. */
export type Purpose = 'query' | 'update' | 'put';

/** Says in our codes what a server answered in place of a result. */
export function refusal(url: string, purpose: Purpose, status: number, complaint: string): GraphError {
  const words = complaint === '' ? '' : ` (${complaint.replace(/[.\s]+$/, '')})`;
  return new GraphError(codeOf(purpose, status, complaint), `The SPARQL server at ${url} answers ${status}${words}.`);
}

function codeOf(purpose: Purpose, status: number, complaint: string): GraphErrorCode {
  const isLate = status === 408 || status === 504 || (status >= 500 && /time[d-]?[ -]?out/i.test(complaint));
  if (isLate) return 'graph/timeout';
  if (status === 400 && purpose !== 'update') {
    return purpose === 'query' ? 'graph/invalid-query' : 'graph/unloadable-graph';
  }
  if (status === 429 || status === 502 || status === 503) return 'graph/unreachable';
  return status >= 500 && purpose === 'query' ? 'graph/query-failed' : 'graph/server-refused';
}

/** Says in our codes why a server could not be asked at all, or broke off. */
export function failure(url: string, error: unknown): GraphError {
  if (error instanceof GraphError) return error;
  return new GraphError('graph/unreachable', `The SPARQL server at ${url} cannot be reached: ${reasonOf(error)}.`, {
    cause: error,
  });
}

/** Whether a connection that was kept open had been closed by the server: the same request on a new one may pass. */
export function isStaleConnection(error: unknown): boolean {
  const code = systemCode(error);
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET';
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no machine of that name',
  EAI_AGAIN: 'the name of the machine cannot be looked up now',
  ECONNRESET: 'it closed the connection',
  UND_ERR_SOCKET: 'it closed the connection',
  ETIMEDOUT: 'it does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
};

function reasonOf(error: unknown): string {
  const code = systemCode(error);
  if (code !== undefined) return `${reasons[code] ?? 'the connection failed'} (${code})`;
  const { cause, message } = linkOf(error);
  return linkOf(cause).message ?? message ?? String(error);
}

/** The code of the system stands at some depth under what fetch throws. */
function systemCode(error: unknown): string | undefined {
  let at = linkOf(error);
  for (let depth = 0; depth < 4; depth += 1) {
    if (typeof at.code === 'string') return at.code;
    at = linkOf(at.errors?.[0] ?? at.cause);
  }
  return undefined;
}

type Link = { code?: unknown; message?: string; cause?: unknown; errors?: unknown[] };

function linkOf(error: unknown): Link {
  return typeof error === 'object' && error !== null ? error : {};
}
