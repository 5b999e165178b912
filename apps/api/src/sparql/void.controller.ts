import { Controller, Get, Inject, Redirect, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { chooseOffer } from '../http/media-types.ts';
import { queryParameters, single } from '../http/parameters.ts';
import { send } from '../http/send.ts';
import { descriptionOffers } from './description-forms.ts';
import { DescriptionService } from './description.service.ts';
import { setCommit } from './set-commit.ts';

/** The description of the data in VoID, also where programs look for it (https://www.w3.org/TR/void/, 7.2). */
@Controller()
export class VoidController {
  readonly #descriptions: DescriptionService;

  constructor(@Inject(DescriptionService) descriptions: DescriptionService) {
    this.#descriptions = descriptions;
  }

  @Get('void')
  async data(@Req() request: Request, @Res() response: Response): Promise<void> {
    const format = single(queryParameters(request.originalUrl), 'format');
    const { mediaType } = chooseOffer(descriptionOffers, { accept: request.headers.accept, format });
    const { representation, commit } = await this.#descriptions.ofData(request, mediaType);
    setCommit(response, commit);
    await send(request, response, representation);
  }

  @Get('.well-known/void')
  @Redirect('/void', 302)
  wellKnown(): void {
    // The framework sends the redirection.
  }
}
