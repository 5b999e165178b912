import { Controller, Delete, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { setCaching, sendText } from '../http/send.ts';
import { AskService, askerOf } from './ask.service.ts';
import { sendEvents } from './event-stream.ts';
import { answerOf } from './last-event.ts';
import { readAskBody } from './read-ask-body.ts';

/** Questions from programs and from the script of the page. */
@Controller('api')
export class AskController {
  readonly #ask: AskService;

  constructor(@Inject(AskService) ask: AskService) {
    this.#ask = ask;
  }

  @Post('ask')
  @HttpCode(200)
  async ask(@Req() request: Request, @Res() response: Response): Promise<void> {
    const body = await readAskBody(request);
    const { id, events } = this.#ask.start(body, askerOf(request, response));
    response.setHeader('askg-run', id);
    if (body.stream) return sendEvents(response, events);
    const answer = await answerOf(events);
    setCaching(response, undefined);
    response.setHeader('Content-Location', `/api/answers/${encodeURIComponent(answer.id)}`);
    sendText(request, response, 'application/json', JSON.stringify(answer));
  }

  @Delete('runs/:run')
  cancel(@Req() request: Request, @Res() response: Response): void {
    this.#ask.cancel(String(request.params['run']));
    response.status(204).end();
  }
}
