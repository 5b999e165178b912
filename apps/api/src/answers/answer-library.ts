import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Answer } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import { Access } from '../access/access.service.ts';
import { ApiError } from '../api-error.ts';

/** The answers that were given, to those who may read them. */
@Injectable()
export class AnswerLibrary {
  readonly #corpus: Corpus;
  readonly #access: Access;

  constructor(@Inject(Corpus) corpus: Corpus, @Inject(Access) access: Access) {
    this.#corpus = corpus;
    this.#access = access;
  }

  /** @throws ApiError `api/not-found`, also for an answer that whoever makes the request may not read */
  readable(request: Request, id: string): Answer {
    const { collections } = this.#access.readerOf(request);
    const { answers } = this.#corpus;
    const answer = collections === undefined ? answers.get(id) : answers.getWithin(id, collections);
    if (!answer) throw new ApiError('api/not-found', 'No answer has this id.');
    return answer;
  }
}
