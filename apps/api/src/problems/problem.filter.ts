import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { prefersPage } from '../http/media-types.ts';
import { traceOf } from '../security/admission.ts';
import { sendText } from '../http/send.ts';
import type { Log } from './log.ts';
import { problemPage } from './problem-page.ts';
import { retryAfter } from './retry-after.ts';
import { toProblem } from './to-problem.ts';

/** The one place where an error becomes a response: problem details, or a page for a browser. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const problem = toProblem(error, traceOf(response));
    // Being busy or too slow for a query is no fault, but worth a line.
    const level = problem.status === 500 ? 'error' : 'info';
    if (problem.status >= 500) this.#log({ level, trace: traceOf(response), code: problem.code, error });
    // A body that has begun cannot turn into a problem: it is broken off, so that nobody takes it for whole.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const seconds = retryAfter(error, problem.status);
    if (seconds !== undefined) response.setHeader('Retry-After', seconds);
    // What was not read of a body must not be taken for the next request.
    if (request.method === 'POST' && !request.complete) response.setHeader('Connection', 'close');
    response.setHeader('Cache-Control', 'no-store');
    response.vary('Accept');
    response.status(problem.status);
    const isData = /^\/(api|health|assets)\//.test(request.path);
    const isPage = !isData && prefersPage(request.headers.accept);
    const mediaType = isPage ? 'text/html' : 'application/problem+json';
    sendText(request, response, mediaType, isPage ? problemPage(problem) : JSON.stringify(problem));
  }
}
