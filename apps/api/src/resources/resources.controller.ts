import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Access } from '../access/access.service.ts';
import { ApiError } from '../api-error.ts';
import { chooseOffer } from '../http/media-types.ts';
import { queryParameters, single } from '../http/parameters.ts';
import { send } from '../http/send.ts';
import { readAddress } from './address.ts';
import { pageOffer, rdfOffers } from './rdf-formats.ts';
import { ResourceService } from './resource.service.ts';

const offers = [rdfOffers[0], pageOffer, ...rdfOffers.slice(1)].filter((offer) => offer !== undefined);

/** Everything that has an IRI, at the address that follows from it. */
@Controller('id')
export class ResourcesController {
  readonly #resources: ResourceService;

  readonly #access: Access;

  constructor(@Inject(ResourceService) resources: ResourceService, @Inject(Access) access: Access) {
    this.#resources = resources;
    this.#access = access;
  }

  @Get('*path')
  async resource(@Req() request: Request, @Res() response: Response): Promise<void> {
    const address = readAddress(request.path.slice('/id/'.length));
    if (!address) throw new ApiError('api/not-found', 'This path is not the address of a resource.');
    const parameters = queryParameters(request.originalUrl);
    const format = single(parameters, 'format');
    const { mediaType } = chooseOffer(offers, { accept: request.headers.accept, format });
    const found = await this.#resources.find(address, this.#access.readerOf(request), revisionOf(parameters));
    if (found.kind === 'moved') {
      const mark = request.originalUrl.indexOf('?');
      response.vary('Accept');
      response.redirect(301, `/id/${found.rest}${mark === -1 ? '' : request.originalUrl.slice(mark)}`);
      return;
    }
    await send(request, response, this.#resources.represent(found, mediaType));
  }
}

/** @throws ApiError `api/bad-request` */
function revisionOf(parameters: URLSearchParams): string | undefined {
  const revision = single(parameters, 'revision');
  if (revision === undefined || /^[0-9a-f]{64}$/.test(revision)) return revision;
  throw new ApiError('api/bad-request', 'revision: the digest of a graph.');
}
