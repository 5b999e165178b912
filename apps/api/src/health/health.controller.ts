import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { GraphStore } from '@askg/graph';
import { Access } from '../access/access.service.ts';
import { questionsToken, type Questions } from '../ask/questions.ts';
import { sendText } from '../http/send.ts';
import { graphStoreToken } from '../sparql/graph-store-token.ts';
import type { Liveness, Readiness } from './health-shapes.ts';

/** For whoever watches the server: whether the process answers, and whether questions can be asked. */
@Controller('health')
export class HealthController {
  readonly #store: GraphStore;
  readonly #questions: Questions;

  readonly #access: Access;

  constructor(
    @Inject(graphStoreToken) store: GraphStore,
    @Inject(questionsToken) questions: Questions,
    @Inject(Access) access: Access,
  ) {
    this.#store = store;
    this.#questions = questions;
    this.#access = access;
  }

  @Get('live')
  live(@Req() request: Request, @Res() response: Response): void {
    const state: z.infer<typeof Liveness> = { status: 'live' };
    sendState(request, response, state);
  }

  /** 200 once questions can be asked, also while a graph could not be loaded: `problems` names those. */
  @Get('ready')
  ready(@Req() request: Request, @Res() response: Response): void {
    const store = this.#store.status();
    const questions = this.#questions.state();
    const { graphs: readable } = this.#access.readerOf(request);
    const isReady = store.ready && questions.ready;
    const state: Readiness = {
      status: isReady ? 'ready' : 'not-ready',
      commit: store.commit,
      waiting: store.waiting,
      engines: store.engines.map(({ state: engine, commit, quads, graphs, rss, crashes, loading }) => ({
        state: engine,
        commit,
        // How much there is tells of papers that not everybody may know of.
        ...(readable === undefined ? { quads, graphs } : {}),
        rss,
        crashes,
        ...(loading ? { loading } : {}),
      })),
      // A probe may come without any key, and the name of a graph is that of its paper.
      problems: store.problems
        .filter(({ graph }) => readable?.has(graph) ?? true)
        .map(({ graph, code }) => ({ graph, code })),
      questions: { ...questions, chat: this.#questions.chat?.name ?? null },
    };
    response.status(isReady ? 200 : 503);
    sendState(request, response, state);
  }
}

function sendState(request: Request, response: Response, state: object): void {
  response.setHeader('Cache-Control', 'no-store');
  sendText(request, response, 'application/json', JSON.stringify(state));
}
