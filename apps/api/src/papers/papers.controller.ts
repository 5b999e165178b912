import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Corpus } from '@askg/corpus';
import { ApiError } from '../api-error.ts';
import { entityTag } from '../http/conditional.ts';
import { send } from '../http/send.ts';

/** The papers of the corpus as the catalog has them at this moment. */
@Controller('api/papers')
export class PapersController {
  readonly #corpus: Corpus;

  constructor(@Inject(Corpus) corpus: Corpus) {
    this.#corpus = corpus;
  }

  @Get()
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    await sendJson(request, response, this.#corpus.papers());
  }

  @Get(':key')
  async paper(@Req() request: Request, @Res() response: Response): Promise<void> {
    const name = String(request.params['key']);
    const key = this.#corpus.resolve(name) ?? name;
    const paper = this.#corpus.paper(key);
    if (!paper) throw new ApiError('api/not-found', 'The corpus has no paper with this key.');
    if (key !== name) response.redirect(301, `/api/papers/${encodeURIComponent(key)}`);
    else await sendJson(request, response, paper);
  }
}

async function sendJson(request: Request, response: Response, value: unknown): Promise<void> {
  const body = JSON.stringify(value);
  await send(request, response, { mediaType: 'application/json', body, etag: entityTag(body) });
}
