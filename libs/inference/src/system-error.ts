import { types } from 'node:util';

/** Whether something is an error with a code such as `ENOENT`, also one that another context of this process made. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return types.isNativeError(error) && 'code' in error && typeof error.code === 'string';
}

/** What the innermost cause of an error says: `fetch` and the clients on top of it only say that something failed. */
export function innermostMessage(error: unknown): string {
  let deepest = error;
  while (types.isNativeError(deepest) && types.isNativeError(deepest.cause)) deepest = deepest.cause;
  return types.isNativeError(deepest) && deepest.message !== '' ? deepest.message : String(deepest);
}
