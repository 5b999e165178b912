import { types } from 'node:util';
import type { APIError } from 'openai';
import { InferenceError, type InferenceErrorCode } from '../inference-error.ts';
import { innermostMessage, isSystemError } from '../system-error.ts';

/**
 * What a call of the client threw, as a coded error; an error that speaks of neither server nor network comes back as it is.
 * @param clientError the class of the client's own errors, which is loaded with the client
 */
export function serverError(error: unknown, clientError: typeof APIError, apiKey: string | undefined): unknown {
  if (error instanceof clientError) {
    const { status } = error as APIError;
    const said = status === undefined ? innermostMessage(error) : error.message;
    // Some servers repeat the key they refuse, and details are shown and logged.
    const detail = apiKey === undefined || apiKey === '' ? said : said.replaceAll(apiKey, '…');
    return new InferenceError(codeOf(status), detail, { cause: error });
  }
  if (!types.isNativeError(error)) return error;
  if (error.name === 'SyntaxError') {
    return new InferenceError('inference/unusable-reply', `The reply is no JSON: ${error.message}.`, { cause: error });
  }
  // The address is none, or the connection broke in the middle of the reply.
  if (error.name === 'TypeError' && (isSystemError(error) || error.cause !== undefined)) {
    return new InferenceError('inference/server-unreachable', innermostMessage(error), { cause: error });
  }
  return error;
}

/** Whether the server refused the request as such and says why in words that `pattern` matches. */
export function refusesFor(error: unknown, pattern: RegExp): boolean {
  return error instanceof InferenceError && error.code === 'inference/request-refused' && pattern.test(error.message);
}

function codeOf(status: number | undefined): InferenceErrorCode {
  if (status === undefined) return 'inference/server-unreachable';
  if (status === 401 || status === 403) return 'inference/key-refused';
  if (status === 429) return 'inference/rate-limited';
  return status >= 500 ? 'inference/server-failed' : 'inference/request-refused';
}
