import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Answer } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import { Access } from '../access/access.service.ts';
import { ApiError } from '../api-error.ts';
import { HomeService } from '../home/home.service.ts';
import { entityTag } from '../http/conditional.ts';
import { send } from '../http/send.ts';
import { answerPage } from './answer-page.ts';

/** Answers that were given, at addresses that stay. */
@Controller()
export class AnswersController {
  readonly #corpus: Corpus;
  readonly #home: HomeService;
  readonly #access: Access;

  constructor(@Inject(Corpus) corpus: Corpus, @Inject(HomeService) home: HomeService, @Inject(Access) access: Access) {
    this.#corpus = corpus;
    this.#home = home;
    this.#access = access;
  }

  @Get('api/answers/:id')
  async answer(@Req() request: Request, @Res() response: Response): Promise<void> {
    const body = JSON.stringify(this.#answer(request));
    await send(request, response, { mediaType: 'application/json', body, etag: entityTag(body) });
  }

  @Get('a/:id')
  async page(@Req() request: Request, @Res() response: Response): Promise<void> {
    const answer = this.#answer(request);
    const body = answerPage({ answer, baseIri: this.#corpus.baseIri }, this.#home.form(request, {}));
    await send(request, response, { mediaType: 'text/html', body, etag: entityTag(body) });
  }

  #answer(request: Request): Answer {
    const id = String(request.params['id']);
    const { collections } = this.#access.readerOf(request);
    const { answers } = this.#corpus;
    const answer = collections === undefined ? answers.get(id) : answers.getWithin(id, collections);
    if (!answer) throw new ApiError('api/not-found', 'No answer has this id.');
    return answer;
  }
}
