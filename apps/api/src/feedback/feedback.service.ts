import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { CodedError, type Expected, type Feedback, type KeptFeedback } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import { UnitReader } from '@askg/kgqp';
import { Access } from '../access/access.service.ts';
import { clientOf } from '../access/client-of.ts';
import type { Reader } from '../access/reader.ts';
import { AnswerLibrary } from '../answers/answer-library.ts';
import { ApiError } from '../api-error.ts';
import { requirePaper } from '../papers/require-paper.ts';
import { FeedbackBudget } from './feedback-budget.ts';

/** Keeps what visitors say of the answers that they may read. */
@Injectable()
export class FeedbackService {
  readonly #corpus: Corpus;
  readonly #access: Access;
  readonly #answers: AnswerLibrary;
  readonly #units: UnitReader;
  readonly #budget = new FeedbackBudget(() => performance.now());

  constructor(
    @Inject(Corpus) corpus: Corpus,
    @Inject(Access) access: Access,
    @Inject(AnswerLibrary) answers: AnswerLibrary,
  ) {
    this.#corpus = corpus;
    this.#access = access;
    this.#answers = answers;
    this.#units = new UnitReader(corpus);
  }

  /**
   * @throws ApiError `api/not-found` for an answer that is not there or may not be read, `api/bad-request`,
   *   `api/too-much-feedback`; corpus/unknown-claim, corpus/unknown-paper
   */
  async give(request: Request, said: Feedback): Promise<KeptFeedback> {
    const client = clientOf(request);
    this.#answers.readable(request, said.answer);
    this.#budget.spend(client);
    const { expected, ...rest } = said;
    if (said.judgement !== 'missing') {
      if (expected) throw new ApiError('api/bad-request', 'Only of what is "missing" can be said what was expected.');
      return this.#corpus.feedback.put(rest, client);
    }
    if (!expected && (said.note ?? '').trim() === '') {
      throw new ApiError('api/bad-request', 'expected: what is missing, or a note that tells it, has to be given.');
    }
    const found = expected && (await this.#resolved(expected, this.#access.readerOf(request)));
    return this.#corpus.feedback.put({ ...rest, ...(found ? { expected: found } : {}) }, client);
  }

  /** What this visitor has said of an answer. */
  own(request: Request, answer: string): KeptFeedback[] {
    return this.#corpus.feedback.ofClient(answer, clientOf(request));
  }

  /** With the key of the paper, where it is known; a unit has to be there and readable. */
  async #resolved({ iri, text, paper }: Expected, reader: Reader): Promise<Expected> {
    if (iri === undefined && text === undefined) {
      throw new ApiError('api/bad-request', 'expected: an iri or a text has to be given.');
    }
    const words = text === undefined ? {} : { text };
    if (iri === undefined) {
      return { ...words, ...(paper === undefined ? {} : { paper: requirePaper(this.#corpus, paper, reader) }) };
    }
    const key = this.#units.paperOf(iri);
    const digest = key !== undefined && reader.mayRead(key) ? this.#corpus.paper(key)?.graphDigest : undefined;
    const isThere = digest !== undefined && (await this.#hasUnit(iri, digest));
    if (key === undefined || !isThere) {
      throw new ApiError('api/bad-request', `expected: nothing that can be quoted stands at ${iri}.`);
    }
    return { iri, ...words, paper: key };
  }

  async #hasUnit(iri: string, digest: string): Promise<boolean> {
    try {
      return (await this.#units.textsAt(iri, digest)).length > 0;
    } catch (error) {
      if (error instanceof CodedError) return false;
      throw error;
    }
  }
}
