import type { Response } from 'express';

/** Tells which commit of the corpus a response is true for. */
export function setCommit(response: Response, commit: number | undefined): void {
  if (commit !== undefined) response.setHeader('askg-commit', commit);
}
