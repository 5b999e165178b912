import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { entityTag } from '../http/conditional.ts';
import { queryParameters, single } from '../http/parameters.ts';
import { send } from '../http/send.ts';
import { HomeService } from './home.service.ts';

@Controller()
export class HomeController {
  readonly #home: HomeService;

  constructor(@Inject(HomeService) home: HomeService) {
    this.#home = home;
  }

  /** The question page; `?paper=` asks one paper only. */
  @Get()
  async home(@Req() request: Request, @Res() response: Response): Promise<void> {
    const paper = single(queryParameters(request.originalUrl), 'paper');
    const body = await this.#home.page(request, this.#home.form(request, paper === undefined ? {} : { paper }));
    await send(request, response, { mediaType: 'text/html', body, etag: entityTag(body) });
  }
}
