import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { sendText, setCaching } from '../http/send.ts';
import { whileTaken } from '../http/while-taken.ts';
import type { Answer } from './answer-query.ts';
import { setCommit } from './set-commit.ts';

/**
 * Sends the result of a query with its length, or 304 when the client has it. A result whose end does not come breaks
 * the connection: what arrived is shorter than it was told to be.
 */
export async function sendAnswer(request: Request, response: Response, answer: Answer): Promise<void> {
  const { contentType, commit, etag, result } = answer;
  setCaching(response, etag);
  setCommit(response, commit);
  if (result === undefined) response.status(304).end();
  else if (typeof result.body === 'string') sendText(request, response, contentType, result.body);
  else {
    response.setHeader('Content-Type', contentType);
    response.setHeader('Content-Length', result.bytes);
    if (request.method === 'HEAD') response.end();
    else await pipeline(result.body, whileTaken(response));
  }
}
