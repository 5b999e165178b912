import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Answer, AskEvent } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import type { ChatModel } from '@askg/inference';
import type { AskRequest } from '@askg/kgqp';
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

export type StartedRun = { id: string; events: AsyncGenerator<AskEvent> };

/** Takes questions, lets the engine answer them, and keeps the answers. */
@Injectable()
export class AskService {
  readonly #corpus: Corpus;
  readonly #questions: Questions;
  readonly #log: Log;
  readonly #listenHost: string;
  readonly #access: Access;
  readonly #runs = new Runs(mostRuns);

  constructor(
    @Inject(Corpus) corpus: Corpus,
    @Inject(questionsToken) questions: Questions,
    @Inject(logToken) log: Log,
    @Inject(listenHostToken) listenHost: string,
    @Inject(Access) access: Access,
  ) {
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
   * @throws ApiError `api/not-ready`, `api/busy`, `api/unknown-model`, `api/model-refused`; corpus/unknown-paper,
   *   corpus/unknown-collection
   */
  start(body: AskBody, asker: Asker): StartedRun {
    const { question, mode, paper, collection, model, links } = body;
    const reader = this.#access.readerOf(asker.request, collection);
    const papers = paper === undefined ? reader.papers : [requirePaper(this.#corpus, paper, reader)];
    const chat = this.#chat(model, asker.request);
    const request: AskRequest = {
      question,
      mode,
      ...(papers === undefined ? {} : { papers: [...papers] }),
      ...(collection === undefined ? {} : { collection }),
      ...(links === undefined ? {} : { choices: links.map(({ phrase, chosen: iri }) => ({ phrase, iri })) }),
      ...(reader.readsAll ? {} : { isConfined: true }),
      ...(chat === undefined ? {} : { chat }),
    };
    if (!this.#questions.state().ready) throw new ApiError('api/not-ready', 'Questions cannot be asked yet.');
    const id = randomUUID();
    const run = this.#runs.begin(id, { client: clientOf(asker.request), signal: asker.signal });
    return { id, events: this.#events(request, run, { reader, trace: asker.trace }) };
  }

  /** @throws ApiError `api/unknown-run` */
  cancel(run: string): void {
    this.#runs.cancel(run);
  }

  async *#events(
    request: AskRequest,
    { id: run, signal, end }: ReturnType<Runs['begin']>,
    { reader, trace }: { reader: Reader; trace: string },
  ): AsyncGenerator<AskEvent> {
    const startedAt = performance.now();
    const ms = () => performance.now() - startedAt;
    try {
      const source = this.#questions.ask(request, { run, signal });
      for await (const event of promptEnd(source, { run, signal, ms })) yield this.#told(event, reader, trace);
    } catch (error) {
      this.#log({ level: 'error', trace, error });
      yield { event: 'failed', run, ms: ms(), problem: toProblem(error, trace) };
    } finally {
      end();
    }
  }

  #told(event: AskEvent, reader: Reader, trace: string): AskEvent {
    if (event.event === 'done') return { ...event, answer: this.#kept(event.answer, reader, trace) };
    if (event.event !== 'failed') return event;
    const problem = shownProblem(event.problem, trace);
    if (problem.status === 500) {
      this.#log({ level: 'error', trace, code: problem.code, message: event.problem.detail });
    }
    return { ...event, problem };
  }

  /** An answer is kept before it is sent, and sent as it was kept. One that cannot be kept says so. */
  #kept(answer: Answer, reader: Reader, trace: string): Answer {
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
