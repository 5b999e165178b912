import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Corpus } from '@askg/corpus';
import { Access } from '../access/access.service.ts';
import { ApiError } from '../api-error.ts';
import { entityTag } from '../http/conditional.ts';
import { queryParameters, single } from '../http/parameters.ts';
import { send } from '../http/send.ts';

/** The papers of the corpus as the catalog has them at this moment. */
@Controller('api/papers')
export class PapersController {
  readonly #corpus: Corpus;

  readonly #access: Access;

  constructor(@Inject(Corpus) corpus: Corpus, @Inject(Access) access: Access) {
    this.#corpus = corpus;
    this.#access = access;
  }

  @Get()
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    const collection = single(queryParameters(request.originalUrl), 'collection');
    const reader = this.#access.readerOf(request, collection);
    // Files that wait to be read are no papers of a collection yet.
    await sendJson(
      request,
      response,
      this.#corpus.papers().filter(({ key }) => reader.mayRead(key)),
    );
  }

  @Get(':key')
  async paper(@Req() request: Request, @Res() response: Response): Promise<void> {
    const name = String(request.params['key']);
    const key = this.#corpus.resolve(name) ?? name;
    const paper = this.#corpus.paper(key);
    if (!paper || !this.#access.readerOf(request).mayRead(key)) {
      throw new ApiError('api/not-found', 'The corpus has no paper with this key.');
    }
    if (key !== name) response.redirect(301, `/api/papers/${encodeURIComponent(key)}`);
    else await sendJson(request, response, paper);
  }
}

async function sendJson(request: Request, response: Response, value: unknown): Promise<void> {
  const body = JSON.stringify(value);
  await send(request, response, { mediaType: 'application/json', body, etag: entityTag(body) });
}
