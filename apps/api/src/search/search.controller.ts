import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Access } from '../access/access.service.ts';
import { ApiError } from '../api-error.ts';
import { asciiJson } from '../http/ascii-json.ts';
import { closeSignal } from '../http/close-signal.ts';
import { queryParameters, single } from '../http/parameters.ts';
import { send } from '../http/send.ts';
import { SearchService } from './search.service.ts';

const usualHits = 10;
const mostHits = 100;

/** Passages by words and by meaning. */
@Controller('api/search')
export class SearchController {
  readonly #search: SearchService;

  readonly #access: Access;

  constructor(@Inject(SearchService) search: SearchService, @Inject(Access) access: Access) {
    this.#search = search;
    this.#access = access;
  }

  @Get()
  async find(@Req() request: Request, @Res() response: Response): Promise<void> {
    const parameters = queryParameters(request.originalUrl);
    const words = single(parameters, 'q')?.trim();
    if (words === undefined || words === '') throw new ApiError('api/bad-request', 'q: nothing to look for.');
    const { hits, degraded } = await this.#search.find(words, {
      limit: hitCount(single(parameters, 'k')),
      paper: single(parameters, 'paper'),
      reader: this.#access.readerOf(request, single(parameters, 'collection')),
      signal: closeSignal(response),
    });
    if (degraded.length > 0) response.setHeader('askg-degraded', asciiJson(degraded));
    await send(request, response, { mediaType: 'application/json', body: JSON.stringify(hits) });
  }
}

function hitCount(text: string | undefined): number {
  if (text === undefined || text === '') return usualHits;
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= mostHits) return count;
  throw new ApiError('api/bad-request', `k: a whole number from 1 to ${mostHits}.`);
}
