import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { entityTag } from '../http/conditional.ts';
import { send, type Representation } from '../http/send.ts';
import { openApiText } from './openapi-document.ts';

@Controller('api')
export class OpenApiController {
  readonly #representation: Representation = representation();

  @Get('openapi.json')
  async openApi(@Req() request: Request, @Res() response: Response): Promise<void> {
    await send(request, response, this.#representation);
  }
}

function representation(): Representation {
  const body = openApiText();
  return { mediaType: 'application/json', body, etag: entityTag(body) };
}
