import { Inject, Injectable } from '@nestjs/common';
import type { Degraded, Hit, PublicationStatus } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import type { RankedPassage } from '@askg/retrieval';
import type { Reader } from '../access/reader.ts';
import { ApiError } from '../api-error.ts';
import { questionsToken, type Questions } from '../ask/questions.ts';
import { requirePaper } from '../papers/require-paper.ts';

/** Milliseconds of a search; steps that would take longer are left out, and said to be. */
const deadlineMs = 10_000;
/** Most code points of what is looked for; more is a text, not a search. */
const longestWords = 2000;

export type SearchOptions = { limit: number; paper: string | undefined; reader: Reader; signal: AbortSignal };

@Injectable()
export class SearchService {
  readonly #corpus: Corpus;
  readonly #questions: Questions;

  constructor(@Inject(Corpus) corpus: Corpus, @Inject(questionsToken) questions: Questions) {
    this.#corpus = corpus;
    this.#questions = questions;
  }

  /**
   * The passages nearest to the words, best first.
   * @throws ApiError `api/bad-request`, `api/not-ready`; corpus/unknown-paper
   */
  async find(words: string, options: SearchOptions): Promise<{ hits: Hit[]; degraded: Degraded[] }> {
    if ([...words].length > longestWords) {
      throw new ApiError('api/bad-request', `q: at most ${longestWords} characters.`);
    }
    const { limit, paper, reader, signal } = options;
    const papers = paper === undefined ? reader.papers : new Set([requirePaper(this.#corpus, paper, reader)]);
    const filter = papers === undefined ? {} : { filter: { papers } };
    if (!this.#questions.state().ready) throw new ApiError('api/not-ready', 'Passages cannot be searched yet.');
    const { passages, degraded } = await this.#questions.retrieve(words, { limit, signal, deadlineMs, ...filter });
    const shown = passages.filter(({ paper: key }) => this.#stands(key) && reader.mayRead(key));
    return { hits: shown.map((passage) => toHit(passage, this.#corpus.statuses.of(passage.paper))), degraded };
  }

  /** A paper that has just been removed may be in the index for a moment longer. */
  #stands(key: string): boolean {
    const state = this.#corpus.paper(key)?.state;
    return state !== undefined && state !== 'removed';
  }
}

function toHit({ iri, paper, title, section, text, score, methods }: RankedPassage, status?: PublicationStatus): Hit {
  const place = section === undefined ? {} : { section };
  return { iri, paper, title, ...place, text, score, methods, ...(status === undefined ? {} : { status }) };
}
