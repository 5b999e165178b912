import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Corpus } from '@askg/corpus';
import { Access } from '../access/access.service.ts';
import { entityTag } from '../http/conditional.ts';
import { queryParameters, single } from '../http/parameters.ts';
import { send } from '../http/send.ts';
import { paperListPage } from './paper-list-page.ts';
import { SummaryService } from './summaries.ts';

/** Papers on one page of the list. */
const pageSize = 100;

/** The list of papers, for people. */
@Controller('papers')
export class PaperListController {
  readonly #corpus: Corpus;
  readonly #summaries: SummaryService;
  readonly #access: Access;

  constructor(
    @Inject(Corpus) corpus: Corpus,
    @Inject(SummaryService) summaries: SummaryService,
    @Inject(Access) access: Access,
  ) {
    this.#corpus = corpus;
    this.#summaries = summaries;
    this.#access = access;
  }

  @Get()
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    const reader = this.#access.readerOf(request);
    const { papers, sentences } = await this.#summaries.list(reader);
    const pages = Math.max(1, Math.ceil(papers.length / pageSize));
    const wanted = Number(single(queryParameters(request.originalUrl), 'page') ?? 1);
    const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), pages) : 1;
    const body = paperListPage({
      papers: papers.slice((page - 1) * pageSize, page * pageSize),
      failed: this.#summaries.failed(reader),
      page,
      pages,
      total: papers.length,
      commit: this.#corpus.commitNumber(),
      ...(sentences === undefined ? {} : { sentences }),
    });
    await send(request, response, { mediaType: 'text/html', body, etag: entityTag(body) });
  }
}
