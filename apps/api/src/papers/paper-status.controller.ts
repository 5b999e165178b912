import { Controller, Get, Inject, Put, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { StatusStatement } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import { Access } from '../access/access.service.ts';
import { principalOf } from '../access/principal.ts';
import { ApiError } from '../api-error.ts';
import { entityTag } from '../http/conditional.ts';
import { readJsonBody } from '../http/read-json-body.ts';
import { send, sendText, setCaching } from '../http/send.ts';
import type { PaperStatus } from './paper-status.ts';

/** What became of a paper after it came out; those with a key for it may say so. */
@Controller('api/papers/:key/status')
export class PaperStatusController {
  readonly #corpus: Corpus;
  readonly #access: Access;

  constructor(@Inject(Corpus) corpus: Corpus, @Inject(Access) access: Access) {
    this.#corpus = corpus;
    this.#access = access;
  }

  @Get()
  async status(@Req() request: Request, @Res() response: Response): Promise<void> {
    const body = JSON.stringify(this.#told(this.#readable(request)));
    await send(request, response, { mediaType: 'application/json', body, etag: entityTag(body) });
  }

  @Put()
  async set(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { isAnonymous, scopes } = principalOf(request);
    if (isAnonymous) throw new ApiError('api/key-needed', 'The status of a paper is not for everybody to say.');
    if (!scopes.has('curate')) throw new ApiError('api/not-allowed', 'The key only reads.');
    const key = this.#readable(request);
    await this.#corpus.statuses.set(key, await readJsonBody(request, StatusStatement.strict()));
    setCaching(response, undefined);
    sendText(request, response, 'application/json', JSON.stringify(this.#told(key)));
  }

  #told(key: string): PaperStatus {
    const { statuses } = this.#corpus;
    const status = statuses.of(key);
    return { key, ...(status === undefined ? {} : { status }), history: statuses.history(key) };
  }

  /** @throws ApiError `api/not-found`, also for a paper that whoever makes the request may not read */
  #readable(request: Request): string {
    const key = this.#corpus.resolve(String(request.params['key']));
    if (key !== undefined && this.#access.readerOf(request).mayRead(key)) return key;
    throw new ApiError('api/not-found', 'The corpus has no paper with this key.');
  }
}
