import { pipeline } from 'node:stream/promises';
import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Corpus } from '@askg/corpus';
import { GraphError, type GraphStore } from '@askg/graph';
import { ApiError } from '../api-error.ts';
import { closeSignal } from '../http/close-signal.ts';
import { prefersPage } from '../http/media-types.ts';
import { queryParameters } from '../http/parameters.ts';
import { readBody } from '../http/read-body.ts';
import { send, sendText, setCaching } from '../http/send.ts';
import { StatusError } from '../problems/status-error.ts';
import { toProblem } from '../problems/to-problem.ts';
import { traceOf } from '../security/admission.ts';
import { answerQuery, type Answer } from './answer-query.ts';
import { ExampleQueries } from './example-queries.ts';
import { graphStoreToken } from './graph-store-token.ts';
import { bodyKind, protocolRequest, UpdateRequested, type ProtocolRequest } from './protocol-request.ts';
import { queryPage, type QueryPageView } from './query-page.ts';
import { readResultView } from './result-view.ts';

/** Most bytes of a posted body. */
const bodyLimit = 200_000;

/** The SPARQL 1.1 query endpoint, and its page for people. */
@Controller('sparql')
export class SparqlController {
  readonly #store: GraphStore;
  readonly #corpus: Corpus;
  readonly #examples: ExampleQueries;

  constructor(
    @Inject(graphStoreToken) store: GraphStore,
    @Inject(Corpus) corpus: Corpus,
    @Inject(ExampleQueries) examples: ExampleQueries,
  ) {
    this.#store = store;
    this.#corpus = corpus;
    this.#examples = examples;
  }

  @Get()
  async get(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.#answer(request, response, () => protocolRequest(queryParameters(request.originalUrl)));
  }

  @Post()
  @HttpCode(200)
  async post(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.#answer(request, response, async () => {
      const kind = bodyKind(request.headers['content-type']);
      const text = await readBody(request, bodyLimit);
      return protocolRequest(queryParameters(request.originalUrl), { kind, text });
    });
  }

  async #answer(
    request: Request,
    response: Response,
    read: () => ProtocolRequest | Promise<ProtocolRequest>,
  ): Promise<void> {
    let protocol: ProtocolRequest;
    try {
      protocol = await read();
    } catch (error) {
      throw error instanceof UpdateRequested ? refusedUpdate(error) : error;
    }
    const isPage = protocol.format === undefined && prefersPage(request.headers.accept);
    if (protocol.query === undefined) {
      if (!isPage) throw new ApiError('api/missing-query', 'Neither the address nor the body holds a query.');
      await send(request, response, { mediaType: 'text/html', body: this.#page({ query: '' }) });
    } else if (isPage) await this.#answerPage(request, response, protocol);
    else await this.#answerData(request, response, protocol);
  }

  async #answerData(request: Request, response: Response, protocol: ProtocolRequest): Promise<void> {
    const answer = await answerQuery(this.#store, protocol, {
      accept: request.headers.accept,
      ifNoneMatch: request.headers['if-none-match'],
      signal: closeSignal(response),
    });
    setHeaders(response, answer);
    if (answer.result === undefined) response.status(304).end();
    else if (typeof answer.result.body === 'string') {
      sendText(request, response, answer.contentType, answer.result.body);
    } else {
      response.setHeader('Content-Type', answer.contentType);
      response.setHeader('Content-Length', answer.result.bytes);
      if (request.method === 'HEAD') response.end();
      else await pipeline(answer.result.body, response);
    }
  }

  #page(view: Pick<QueryPageView, 'query' | 'result' | 'problem'>): string {
    return queryPage({ ...view, examples: this.#examples.all, baseIri: this.#corpus.baseIri });
  }

  /** The same for people: the query stays on the page, with its result or with what is wrong with it. */
  async #answerPage(request: Request, response: Response, protocol: ProtocolRequest): Promise<void> {
    const { query = '' } = protocol;
    try {
      const result = await readResultView(this.#store, protocol, closeSignal(response));
      response.setHeader('askg-commit', result.commit);
      await send(request, response, { mediaType: 'text/html', body: this.#page({ query, result }) });
    } catch (error) {
      const problem = toProblem(error, traceOf(response));
      if (problem.status === 500) throw error;
      response.status(problem.status);
      await send(request, response, { mediaType: 'text/html', body: this.#page({ query, problem }) });
    }
  }
}

function refusedUpdate({ status }: UpdateRequested): StatusError {
  return new StatusError(status, new GraphError('graph/update-refused', 'This endpoint takes queries only.'));
}

function setHeaders(response: Response, { commit, etag }: Answer): void {
  setCaching(response, etag);
  response.setHeader('askg-commit', commit);
}
