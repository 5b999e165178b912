import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { HomeService } from '../home/home.service.ts';
import { queryParameters, single } from '../http/parameters.ts';
import { send } from '../http/send.ts';
import { problemNotice } from '../problems/problem-page.ts';
import { toProblem } from '../problems/to-problem.ts';
import { html, type Html } from '../pages/html.ts';
import { type AskBody, TakenLink, mostLinks } from './ask-body.ts';
import { AskService, askerOf, type Asker } from './ask.service.ts';
import { answerOf } from './last-event.ts';

type Asked = Pick<AskBody, 'question' | 'paper' | 'collection' | 'links'>;

/** The question form without its script: the answer is made here, then shown at its own address. */
@Controller('ask')
export class AskPageController {
  readonly #ask: AskService;
  readonly #home: HomeService;

  constructor(@Inject(AskService) ask: AskService, @Inject(HomeService) home: HomeService) {
    this.#ask = ask;
    this.#home = home;
  }

  @Get()
  async ask(@Req() request: Request, @Res() response: Response): Promise<void> {
    const parameters = queryParameters(request.originalUrl);
    const question = single(parameters, 'q')?.trim() ?? '';
    const paper = single(parameters, 'paper');
    const collection = single(parameters, 'collection');
    const links = takenLinks(parameters.getAll('take'));
    const asked = {
      question,
      ...(paper === undefined ? {} : { paper }),
      ...(collection === undefined ? {} : { collection }),
      ...(links.length === 0 ? {} : { links }),
    };
    const asker = askerOf(request, response);
    if (question === '' || request.method === 'HEAD' || isLedHere(request)) {
      const outcome = question === '' ? undefined : notAskedYet;
      await this.#show(request, response, asked, outcome);
    } else await this.#answer(request, response, asked, asker);
  }

  async #answer(request: Request, response: Response, asked: Asked, asker: Asker): Promise<void> {
    try {
      const model = this.#ask.isChatClosedTo(request) ? { model: 'none' } : {};
      const { events } = this.#ask.start({ ...asked, ...model, mode: 'answer', stream: false }, asker);
      const { id } = await answerOf(events);
      response.setHeader('Cache-Control', 'no-store');
      response.redirect(303, `/a/${encodeURIComponent(id)}`);
    } catch (error) {
      const problem = toProblem(error, asker.trace);
      if (problem.status === 500) throw error;
      response.status(problem.status);
      await this.#show(request, response, asked, problemNotice(problem));
    }
  }

  async #show(request: Request, response: Response, asked: Asked, outcome: Html | undefined): Promise<void> {
    const body = await this.#home.page(request, this.#home.form(request, asked), outcome);
    await send(request, response, { mediaType: 'text/html', body });
  }
}

const notAskedYet = html`<div class="notice">
  <p>A link of another site has brought you here. Press Ask to ask.</p>
</div>`;

/** What an alternative of an earlier answer adds to the question: an IRI, a space, and the phrase that it stands for. */
function takenLinks(taken: readonly string[]): NonNullable<AskBody['links']> {
  const links = taken.map((text) => {
    const [chosen = '', ...phrase] = text.split(' ');
    return { chosen, phrase: phrase.join(' ') };
  });
  return links.filter((link) => TakenLink.safeParse(link).success).slice(0, mostLinks);
}

/** A link on a foreign page leads here: it must not be able to spend this machine's time, or its owner's money. */
function isLedHere({ headers }: Request): boolean {
  const site = headers['sec-fetch-site'];
  return site === 'cross-site' || site === 'same-site';
}
