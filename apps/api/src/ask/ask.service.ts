import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Answer, AskEvent } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import type { ChatModel } from '@askg/inference';
import { type AskRequest, type ForeignGraphs, KgqpError } from '@askg/kgqp';
import { Access } from '../access/access.service.ts';
import { clientOf } from '../access/client-of.ts';
import { principalOf } from '../access/principal.ts';
import type { Reader } from '../access/reader.ts';
import { ApiError } from '../api-error.ts';
import { closeSignal } from '../http/close-signal.ts';
import { requirePaper } from '../papers/require-paper.ts';
import { logToken, type Log } from '../problems/log.ts';
import { shownProblem, toProblem } from '../problems/to-problem.ts';
import { traceOf } from '../security/admission.ts';
import type { AskBody } from './ask-body.ts';
import { askGraph, foreignGraphsToken } from './ask-graph.ts';
import { mayUseChat } from './chat-permission.ts';
import { promptEnd } from './prompt-end.ts';
import { questionsToken, type Questions } from './questions.ts';
import { Runs } from './runs.ts';

/** Runs at the same time; the machine answers one question after the other anyway. */
const mostRuns = { ofAll: 16, ofClient: 8 };

/** Names the address that the server listens on. */
export const listenHostToken = Symbol('listenHost');

/** Who asks: `signal` aborts when they leave. */
export type Asker = { request: Request; signal: AbortSignal; trace: string };

export function askerOf(request: Request, response: Response): Asker {
  return { request, signal: closeSignal(response), trace: traceOf(response) };
}

/** What a run is kept with: who may read what, and the answer whose question is asked again. */
type Asking = { reader: Reader; rerunOf: string | undefined; trace: string };

export type StartedRun = { id: string; events: AsyncGenerator<AskEvent> };

/** Takes questions, lets the engine answer them, and keeps the answers. */
@Injectable()
export class AskService {
  readonly #corpus: Corpus;
  readonly #questions: Questions;
  readonly #log: Log;
  readonly #listenHost: string;
  readonly #access: Access;
  readonly #graphs: ForeignGraphs | undefined;
  readonly #runs = new Runs(mostRuns);

  constructor(
    @Inject(Corpus) corpus: Corpus,
    @Inject(questionsToken) questions: Questions,
    @Inject(logToken) log: Log,
    @Inject(listenHostToken) listenHost: string,
    @Inject(Access) access: Access,
    @Inject(foreignGraphsToken) graphs: { added?: ForeignGraphs },
  ) {
    this.#graphs = graphs.added;
    this.#corpus = corpus;
    this.#questions = questions;
    this.#log = log;
    this.#listenHost = listenHost;
    this.#access = access;
  }

  /** Whether there is a chat model that whoever makes this request may not use. */
  isChatClosedTo(request: Request): boolean {
    if (this.#questions.chat === undefined) return false;
    const { isAnonymous, scopes } = principalOf(request);
    return isAnonymous ? !mayUseChat(request, this.#listenHost) : !scopes.has('ask-model');
  }

  /**
   * Begins a run. Its events have to be read to the end, or left early, which ends the run.
   * @param rerunOf id of the answer whose question is asked again
   * @throws ApiError `api/not-ready`, `api/busy`, `api/unknown-model`, `api/model-refused`; corpus/unknown-paper,
   *   corpus/unknown-collection
   */
  start(body: AskBody, asker: Asker, rerunOf?: string): StartedRun {
    const { question, mode, ways, paper, collection, model, links } = body;
    if (ways === 'text' && (mode === 'sparql' || body.graph !== undefined)) {
      throw new ApiError('api/bad-request', 'Without the graph there is only the text to ask: leave out "ways".');
    }
    const reader = this.#access.readerOf(asker.request, collection);
    if (body.graph !== undefined) return this.#startGraph(body, body.graph, { asker, reader, rerunOf });
    const papers = paper === undefined ? reader.papers : [requirePaper(this.#corpus, paper, reader)];
    const chat = this.#chat(model, asker.request);
    const request: AskRequest = {
      question,
      mode,
      ...(ways === undefined ? {} : { ways }),
      ...(papers === undefined ? {} : { papers: [...papers] }),
      ...(collection === undefined ? {} : { collection }),
      ...(links === undefined ? {} : { choices: links.map(({ phrase, chosen: iri }) => ({ phrase, iri })) }),
      ...(reader.readsAll ? {} : { isConfined: true }),
      ...(chat === undefined ? {} : { chat }),
    };
    if (!this.#questions.state().ready) throw new ApiError('api/not-ready', 'Questions cannot be asked yet.');
    const id = randomUUID();
    const run = this.#runs.begin(id, { client: clientOf(asker.request), signal: asker.signal });
    return { id, events: this.#events(request, run, { reader, rerunOf, trace: asker.trace }) };
  }

  /** Whoever may not read all of the corpus may not ask what was added beside it either. */
  #startGraph(
    body: AskBody,
    name: string,
    { asker, reader, rerunOf }: { asker: Asker; reader: Reader; rerunOf: string | undefined },
  ): StartedRun {
    if (body.paper !== undefined || body.collection !== undefined) {
      throw new ApiError(
        'api/bad-request',
        'A graph is asked as a whole, without papers and collections of the corpus.',
      );
    }
    const graphs = this.#graphs;
    if (graphs === undefined || !reader.readsAll) throw new KgqpError('kgqp/unknown-graph', 'There is no such graph.');
    const chat = this.#chat(body.model, asker.request);
    const id = randomUUID();
    const run = this.#runs.begin(id, { client: clientOf(asker.request), signal: asker.signal });
    const source = (ms: () => number) => askGraph(graphs, name, body, { run: id, signal: run.signal, ms, chat });
    return { id, events: this.#eventsOf(source, run, { reader, rerunOf, trace: asker.trace }) };
  }

  /** @throws ApiError `api/unknown-run` */
  cancel(run: string): void {
    this.#runs.cancel(run);
  }

  #events(request: AskRequest, run: ReturnType<Runs['begin']>, asking: Asking): AsyncGenerator<AskEvent> {
    const { id, signal } = run;
    return this.#eventsOf(() => this.#questions.ask(request, { run: id, signal }), run, asking);
  }

  async *#eventsOf(
    begin: (ms: () => number) => AsyncIterable<AskEvent>,
    { id: run, signal, end }: ReturnType<Runs['begin']>,
    asking: Asking,
  ): AsyncGenerator<AskEvent> {
    const startedAt = performance.now();
    const ms = () => performance.now() - startedAt;
    try {
      for await (const event of promptEnd(begin(ms), { run, signal, ms })) yield this.#told(event, asking);
    } catch (error) {
      const { trace } = asking;
      this.#log({ level: 'error', trace, error });
      yield { event: 'failed', run, ms: ms(), problem: toProblem(error, trace) };
    } finally {
      end();
    }
  }

  #told(event: AskEvent, asking: Asking): AskEvent {
    if (event.event === 'done') return { ...event, answer: this.#kept(event.answer, asking) };
    if (event.event !== 'failed') return event;
    const { trace } = asking;
    const problem = shownProblem(event.problem, trace);
    if (problem.status === 500) {
      this.#log({ level: 'error', trace, code: problem.code, message: event.problem.detail });
    }
    return { ...event, problem };
  }

  /** An answer is kept before it is sent, and sent as it was kept. One that cannot be kept says so. */
  #kept(made: Answer, { reader, rerunOf, trace }: Asking): Answer {
    const answer = rerunOf === undefined ? made : { ...made, rerunOf };
    try {
      return this.#corpus.answers.put(answer, reader.collections);
    } catch (error) {
      this.#log({ level: 'error', trace, error });
      const reason = `${toProblem(error, trace).title}.`;
      const lost = { step: 'keep', wanted: 'a permanent address', used: 'nothing', reason };
      return { ...answer, degraded: [...answer.degraded, lost] };
    }
  }

  #chat(model: string | undefined, request: Request): ChatModel | undefined {
    const { chat } = this.#questions;
    if (model === 'none') return undefined;
    if (model !== undefined && model !== chat?.name) {
      throw new ApiError('api/unknown-model', chat ? `The model here is "${chat.name}".` : 'No chat model is set up.');
    }
    if (this.isChatClosedTo(request)) {
      throw new ApiError(
        'api/model-refused',
        'This request comes from another machine or through a proxy, or its key does not allow it.',
      );
    }
    return chat;
  }
}
