import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Feedback } from '@askg/contract';
import { readFormBody } from '../http/read-form-body.ts';
import { readJsonBody } from '../http/read-json-body.ts';
import { sendText, setCaching } from '../http/send.ts';
import { FeedbackService } from './feedback.service.ts';
import { formFeedback } from './form-feedback.ts';

/** Judgements of claims, from programs and scripts as JSON, from pages without a script as a form. */
@Controller()
export class FeedbackController {
  readonly #feedback: FeedbackService;

  constructor(@Inject(FeedbackService) feedback: FeedbackService) {
    this.#feedback = feedback;
  }

  @Post('api/feedback')
  @HttpCode(200)
  async give(@Req() request: Request, @Res() response: Response): Promise<void> {
    const kept = await this.#feedback.give(request, await readJsonBody(request, Feedback));
    setCaching(response, undefined);
    sendText(request, response, 'application/json', JSON.stringify(kept));
  }

  @Post('a/:id/feedback')
  async giveByForm(@Req() request: Request, @Res() response: Response): Promise<void> {
    const id = String(request.params['id']);
    await this.#feedback.give(request, formFeedback(id, await readFormBody(request)));
    setCaching(response, undefined);
    response.redirect(303, `/a/${encodeURIComponent(id)}#feedback`);
  }
}
