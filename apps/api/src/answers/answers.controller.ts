import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Answer, AnswerDiff, PublicationStatus } from '@askg/contract';
import { Corpus, statusesNow } from '@askg/corpus';
import { ApiError } from '../api-error.ts';
import { AskService, askerOf } from '../ask/ask.service.ts';
import { FeedbackService } from '../feedback/feedback.service.ts';
import { HomeService } from '../home/home.service.ts';
import { asciiJson } from '../http/ascii-json.ts';
import { entityTag } from '../http/conditional.ts';
import { chooseOffer } from '../http/media-types.ts';
import { queryParameters, single } from '../http/parameters.ts';
import { readFormBody } from '../http/read-form-body.ts';
import { inShape, readJsonBody } from '../http/read-json-body.ts';
import { send, sendText, setCaching } from '../http/send.ts';
import { AnswerLibrary } from './answer-library.ts';
import { answerPage } from './answer-page.ts';
import { answerBody, answerOffers } from './answer-representation.ts';
import { RerunBody } from './rerun-body.ts';
import { RerunService } from './rerun.service.ts';

/** What a browser keeps rather than shows. */
const fileNames: Partial<Record<string, string>> = { 'ro-crate': 'answer.crate.zip', csv: 'answer.csv' };

/** Answers that were given, at addresses that stay. */
@Controller()
export class AnswersController {
  readonly #corpus: Corpus;
  readonly #home: HomeService;
  readonly #answers: AnswerLibrary;
  readonly #reruns: RerunService;
  readonly #feedback: FeedbackService;
  readonly #ask: AskService;

  constructor(
    @Inject(Corpus) corpus: Corpus,
    @Inject(HomeService) home: HomeService,
    @Inject(AnswerLibrary) answers: AnswerLibrary,
    @Inject(RerunService) reruns: RerunService,
    @Inject(FeedbackService) feedback: FeedbackService,
    @Inject(AskService) ask: AskService,
  ) {
    this.#corpus = corpus;
    this.#home = home;
    this.#answers = answers;
    this.#reruns = reruns;
    this.#feedback = feedback;
    this.#ask = ask;
  }

  @Get('api/answers/:id')
  async answer(@Req() request: Request, @Res() response: Response): Promise<void> {
    const answer = this.#answer(request);
    const format = single(queryParameters(request.originalUrl), 'format');
    const offer = chooseOffer(answerOffers, { accept: request.headers.accept, format });
    const body = () => answerBody(this.#corpus, answer, offer.format);
    const statuses = [...statusesNow(this.#corpus, answer)];
    const etag = entityTag(offer.mediaType, JSON.stringify(answer), JSON.stringify(statuses));
    if (statuses.length > 0) response.setHeader('askg-statuses', statusHeader(statuses));
    const name = fileNames[offer.format];
    if (name !== undefined) response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
    await send(request, response, { mediaType: offer.mediaType, body, etag });
  }

  /** What is different between this answer and the one that `with` names. */
  @Get('api/answers/:id/diff')
  async diff(@Req() request: Request, @Res() response: Response): Promise<void> {
    const other = single(queryParameters(request.originalUrl), 'with');
    if (other === undefined) throw new ApiError('api/bad-request', 'with: the id of the other answer has to be given.');
    const [from, to] = [this.#answer(request), this.#answers.readable(request, other)];
    const body = JSON.stringify(await this.#reruns.compare(request, from, to));
    await send(request, response, { mediaType: 'application/json', body, etag: entityTag(body) });
  }

  @Post('api/answers/:id/rerun')
  @HttpCode(200)
  async rerun(@Req() request: Request, @Res() response: Response): Promise<void> {
    const asker = askerOf(request, response);
    const body = await readJsonBody(request, RerunBody);
    const done = await this.#reruns.rerun(String(request.params['id']), body, asker);
    setCaching(response, undefined);
    if (done.answer) response.setHeader('Content-Location', `/api/answers/${encodeURIComponent(done.answer.id)}`);
    sendText(request, response, 'application/json', JSON.stringify(done));
  }

  @Get('a/:id')
  async page(@Req() request: Request, @Res() response: Response): Promise<void> {
    const answer = this.#answer(request);
    const against = single(queryParameters(request.originalUrl), 'against');
    const diff =
      against === undefined
        ? undefined
        : await this.#reruns.compare(request, this.#answers.readable(request, against), answer);
    const body = this.#page(request, answer, diff);
    await send(request, response, { mediaType: 'text/html', body, etag: entityTag(body) });
  }

  /** The form of the page: what is different is shown with the new answer, or with this one where there is none. */
  @Post('a/:id/rerun')
  @HttpCode(200)
  async rerunByForm(@Req() request: Request, @Res() response: Response): Promise<void> {
    const asker = askerOf(request, response);
    const form = await readFormBody(request);
    const model = this.#ask.isChatClosedTo(request) ? { model: 'none' } : {};
    const body = inShape({ on: form.get('on') ?? 'current', ...model }, RerunBody);
    const { diff, answer } = await this.#reruns.rerun(String(request.params['id']), body, asker);
    setCaching(response, undefined);
    if (answer) {
      const address = `/a/${encodeURIComponent(answer.id)}?against=${encodeURIComponent(diff.from.id)}`;
      response.redirect(303, address);
    } else sendText(request, response, 'text/html', this.#page(request, this.#answer(request), diff));
  }

  #page(request: Request, answer: Answer, diff: AnswerDiff | undefined): string {
    const feedback = this.#feedback.own(request, answer.id);
    const statuses = statusesNow(this.#corpus, answer);
    const view = { answer, baseIri: this.#corpus.baseIri, statuses, feedback, ...(diff ? { diff } : {}) };
    return answerPage(view, this.#home.form(request, {}));
  }

  #answer(request: Request): Answer {
    return this.#answers.readable(request, String(request.params['id']));
  }
}

/**
 * What is known by now of the papers of a sealed answer, as JSON: pairs of a key and a status. Without reasons, which may be so
 * long that clients refuse the header.
 */
function statusHeader(statuses: readonly (readonly [string, PublicationStatus])[]): string {
  return asciiJson(statuses.map(([key, status]) => [key, { ...status, reason: undefined }]));
}
