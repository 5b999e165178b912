import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { chooseOffer, type Offer } from '../http/media-types.ts';
import { queryParameters, single } from '../http/parameters.ts';
import { send } from '../http/send.ts';
import { ontologyOffers, shapesOffers } from './ontology-formats.ts';
import { OntologyService } from './ontology.service.ts';

@Controller('ontology')
export class OntologyController {
  readonly #ontology: OntologyService;

  constructor(@Inject(OntologyService) ontology: OntologyService) {
    this.#ontology = ontology;
  }

  @Get()
  async vocabulary(@Req() request: Request, @Res() response: Response): Promise<void> {
    await send(request, response, this.#ontology.vocabulary(chosen(request, ontologyOffers)));
  }

  @Get('suggestions')
  async suggestions(@Req() request: Request, @Res() response: Response): Promise<void> {
    await send(request, response, this.#ontology.suggestions(chosen(request, ontologyOffers)));
  }

  @Get('context.jsonld')
  async context(@Req() request: Request, @Res() response: Response): Promise<void> {
    await send(request, response, this.#ontology.context());
  }

  @Get('shapes')
  async shapes(@Req() request: Request, @Res() response: Response): Promise<void> {
    await send(request, response, this.#ontology.shapes(chosen(request, shapesOffers)));
  }
}

function chosen<T extends Offer>(request: Request, offers: readonly T[]): T['mediaType'] {
  const format = single(queryParameters(request.originalUrl), 'format');
  return chooseOffer(offers, { accept: request.headers.accept, format }).mediaType;
}
