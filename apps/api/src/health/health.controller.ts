import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { GraphStore } from '@askg/graph';
import { sendText } from '../http/send.ts';
import { graphStoreToken } from '../sparql/graph-store-token.ts';

/** For whoever watches the server: whether the process answers, and whether questions can be asked. */
@Controller('health')
export class HealthController {
  readonly #store: GraphStore;

  constructor(@Inject(graphStoreToken) store: GraphStore) {
    this.#store = store;
  }

  @Get('live')
  live(@Req() request: Request, @Res() response: Response): void {
    sendState(request, response, { status: 'live' });
  }

  /** 200 once a query can be answered, also while a graph could not be loaded: `problems` names those. */
  @Get('ready')
  ready(@Req() request: Request, @Res() response: Response): void {
    const { ready, commit, engines, waiting, problems } = this.#store.status();
    response.status(ready ? 200 : 503);
    sendState(request, response, {
      status: ready ? 'ready' : 'not-ready',
      commit,
      waiting,
      engines: engines.map(({ state, commit: loaded, quads, graphs, rss, crashes }) => ({
        state,
        commit: loaded,
        quads,
        graphs,
        rss,
        crashes,
      })),
      problems: problems.map(({ graph, code }) => ({ graph, code })),
    });
  }
}

function sendState(request: Request, response: Response, state: object): void {
  response.setHeader('Cache-Control', 'no-store');
  sendText(request, response, 'application/json', JSON.stringify(state));
}
