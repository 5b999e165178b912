import { Inject, Injectable } from '@nestjs/common';
import { Corpus } from '@askg/corpus';
import type { Request } from 'express';
import { Access } from '../access/access.service.ts';
import { AskService } from '../ask/ask.service.ts';
import { questionsToken, type Questions } from '../ask/questions.ts';
import { SummaryService } from '../papers/summaries.ts';
import type { Html } from '../pages/html.ts';
import { exampleQuestions } from './example-questions.ts';
import { homePage } from './home-page.ts';
import type { QuestionForm } from './question-form.ts';

/** Puts the page with the question box together, for each route that shows it. */
@Injectable()
export class HomeService {
  readonly #corpus: Corpus;
  readonly #summaries: SummaryService;
  readonly #ask: AskService;
  readonly #questions: Questions;
  readonly #access: Access;

  constructor(
    @Inject(Corpus) corpus: Corpus,
    @Inject(SummaryService) summaries: SummaryService,
    @Inject(AskService) ask: AskService,
    @Inject(questionsToken) questions: Questions,
    @Inject(Access) access: Access,
  ) {
    this.#corpus = corpus;
    this.#summaries = summaries;
    this.#ask = ask;
    this.#questions = questions;
    this.#access = access;
  }

  /** The question box for this visitor; a paper that is not here is left out. */
  form(request: Request, { question, paper }: { question?: string; paper?: string }): QuestionForm {
    const named = paper === undefined ? undefined : this.#corpus.paper(paper);
    const found = named && this.#access.readerOf(request).mayRead(named.key) ? named : undefined;
    return {
      ...(question === undefined ? {} : { question }),
      ...(found?.graphDigest === undefined ? {} : { paper: { key: found.key, title: found.title ?? found.key } }),
      isChatClosed: this.#ask.isChatClosedTo(request),
    };
  }

  async page(request: Request, form: QuestionForm, outcome?: Html): Promise<string> {
    const { papers, sentences } = await this.#summaries.list(this.#access.readerOf(request));
    const chat = form.isChatClosed ? undefined : this.#questions.chat?.name;
    return homePage({
      form,
      examples: form.paper ? [] : exampleQuestions(new Map(papers.map(({ key, title }) => [key, title]))),
      papers: papers.length,
      ...(sentences === undefined ? {} : { sentences }),
      embedder: this.#questions.state().embedder,
      ...(chat === undefined ? {} : { chat }),
      ...(outcome === undefined ? {} : { outcome }),
    });
  }
}
