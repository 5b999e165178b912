import { Inject, Injectable } from '@nestjs/common';
import { Corpus } from '@askg/corpus';
import { AskService, type Asker } from '../ask/ask.service.ts';
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

  constructor(
    @Inject(Corpus) corpus: Corpus,
    @Inject(SummaryService) summaries: SummaryService,
    @Inject(AskService) ask: AskService,
    @Inject(questionsToken) questions: Questions,
  ) {
    this.#corpus = corpus;
    this.#summaries = summaries;
    this.#ask = ask;
    this.#questions = questions;
  }

  /** The question box for this visitor; a paper that is not here is left out. */
  form(asker: Pick<Asker, 'headers'>, { question, paper }: { question?: string; paper?: string }): QuestionForm {
    const found = paper === undefined ? undefined : this.#corpus.paper(paper);
    return {
      ...(question === undefined ? {} : { question }),
      ...(found?.graphDigest === undefined ? {} : { paper: { key: found.key, title: found.title ?? found.key } }),
      isChatClosed: this.#ask.isChatClosedTo(asker),
    };
  }

  async page(form: QuestionForm, outcome?: Html): Promise<string> {
    const { papers, sentences } = await this.#summaries.list();
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
