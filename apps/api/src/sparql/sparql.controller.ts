import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Corpus } from '@askg/corpus';
import { GraphError, type GraphStore } from '@askg/graph';
import { Access } from '../access/access.service.ts';
import type { Reader } from '../access/reader.ts';
import { ApiError } from '../api-error.ts';
import { closeSignal } from '../http/close-signal.ts';
import { chooseOffer, prefersPage } from '../http/media-types.ts';
import { ownOrigin } from '../http/own-origin.ts';
import { queryParameters } from '../http/parameters.ts';
import { readBody } from '../http/read-body.ts';
import { send } from '../http/send.ts';
import { retryAfter } from '../problems/retry-after.ts';
import { StatusError } from '../problems/status-error.ts';
import { toProblem } from '../problems/to-problem.ts';
import { traceOf } from '../security/admission.ts';
import { answerQuery } from './answer-query.ts';
import { pathOf } from './dataset-view.ts';
import { descriptionOffers } from './description-forms.ts';
import { DescriptionService } from './description.service.ts';
import { ExampleQueries } from './example-queries.ts';
import { graphStoreToken } from './graph-store-token.ts';
import { bodyKind, protocolRequest, UpdateRequested, type ProtocolRequest } from './protocol-request.ts';
import { queryPage, type QueryPageView } from './query-page.ts';
import { readResultView } from './result-view.ts';
import { sendAnswer } from './send-answer.ts';
import { setCommit } from './set-commit.ts';

/** Most bytes of a posted body. */
const bodyLimit = 200_000;

/** The SPARQL 1.1 query endpoint, and its page for people. */
@Controller('sparql')
export class SparqlController {
  readonly #store: GraphStore;
  readonly #corpus: Corpus;
  readonly #examples: ExampleQueries;
  readonly #access: Access;
  readonly #descriptions: DescriptionService;

  constructor(
    @Inject(graphStoreToken) store: GraphStore,
    @Inject(Corpus) corpus: Corpus,
    @Inject(ExampleQueries) examples: ExampleQueries,
    @Inject(Access) access: Access,
    @Inject(DescriptionService) descriptions: DescriptionService,
  ) {
    this.#store = store;
    this.#corpus = corpus;
    this.#examples = examples;
    this.#access = access;
    this.#descriptions = descriptions;
  }

  @Get(['', ':collection'])
  async get(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.#answer(request, response, () => protocolRequest(queryParameters(request.originalUrl)));
  }

  @Post(['', ':collection'])
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
    const reader = this.#access.readerOf(request, collectionOf(request));
    let protocol: ProtocolRequest;
    try {
      protocol = { ...(await read()), base: this.#addressOf(request) };
    } catch (error) {
      throw error instanceof UpdateRequested ? refusedUpdate(error) : error;
    }
    const isPage = protocol.format === undefined && prefersPage(request.headers.accept);
    if (protocol.query === undefined) {
      if (isPage) await send(request, response, { mediaType: 'text/html', body: this.#page(request, { query: '' }) });
      else await this.#describe(request, response, protocol.format);
    } else if (isPage) await this.#answerPage(request, response, protocol, reader);
    else await this.#answerData(request, response, protocol, reader);
  }

  /** Who asks nothing wants to know what can be asked, if that can be told in a form that is taken. */
  async #describe(request: Request, response: Response, format: string | undefined): Promise<void> {
    const isQuery = request.method === 'POST' || queryParameters(request.originalUrl).has('query');
    const { accept } = request.headers;
    if (isQuery || !acceptsDescription(accept, format)) {
      throw new ApiError('api/missing-query', 'Neither the address nor the body holds a query.');
    }
    const { mediaType } = chooseOffer(descriptionOffers, { accept, format });
    const { representation, commit } = await this.#descriptions.ofEndpoint(request, mediaType, collectionOf(request));
    setCommit(response, commit);
    await send(request, response, representation);
  }

  async #answerData(request: Request, response: Response, protocol: ProtocolRequest, reader: Reader): Promise<void> {
    const answer = await answerQuery(this.#store, protocol, {
      accept: request.headers.accept,
      // RFC 9110, 13.1.2: only who gets a copy can be told that it still holds.
      ifNoneMatch: request.method === 'POST' ? undefined : request.headers['if-none-match'],
      signal: closeSignal(response),
      reader,
    });
    await sendAnswer(request, response, answer);
  }

  #addressOf(request: Request): string {
    return ownOrigin(request, this.#corpus.baseIri) + pathOf(collectionOf(request));
  }

  #page(request: Request, view: Pick<QueryPageView, 'query' | 'result' | 'problem'>): string {
    const path = pathOf(collectionOf(request));
    return queryPage({ ...view, path, examples: this.#examples.all, baseIri: this.#corpus.baseIri });
  }

  /** The same for people: the query stays on the page, with its result or with what is wrong with it. */
  async #answerPage(request: Request, response: Response, protocol: ProtocolRequest, reader: Reader): Promise<void> {
    const { query = '' } = protocol;
    try {
      const result = await readResultView(this.#store, protocol, reader, closeSignal(response));
      setCommit(response, result.commit);
      await send(request, response, { mediaType: 'text/html', body: this.#page(request, { query, result }) });
    } catch (error) {
      const problem = toProblem(error, traceOf(response));
      if (problem.status === 500) throw error;
      response.status(problem.status);
      const seconds = retryAfter(error, problem.status);
      if (seconds !== undefined) response.setHeader('Retry-After', seconds);
      await send(request, response, { mediaType: 'text/html', body: this.#page(request, { query, problem }) });
    }
  }
}

/** Each collection is a dataset with an address of its own: `/sparql/NAME`. */
function collectionOf({ params }: Request): string | undefined {
  const name = params['collection'];
  return name === undefined ? undefined : String(name);
}

/** With a format given it is taken or refused by name; the Accept header of who forgot the query asks for results. */
function acceptsDescription(accept: string | undefined, format: string | undefined): boolean {
  if (format !== undefined) return true;
  try {
    chooseOffer(descriptionOffers, { accept });
    return true;
  } catch {
    return false;
  }
}

function refusedUpdate({ status }: UpdateRequested): StatusError {
  return new StatusError(status, new GraphError('graph/update-refused', 'This endpoint takes queries only.'));
}
