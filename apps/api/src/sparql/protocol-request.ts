import { ApiError } from '../api-error.ts';
import { single } from '../http/parameters.ts';

/** A query as the SPARQL 1.1 protocol brings it, however it was sent. */
export type ProtocolRequest = {
  /** Nothing when the request is for the endpoint itself. */
  query?: string;
  defaultGraphs: string[];
  namedGraphs: string[];
  format?: string;
  /** What relative IRIs of the query are resolved against: the address of the endpoint (RFC 3986, 5.1.3). */
  base?: string;
};

/** How the request asks for an update, which no client may do here. */
export class UpdateRequested extends Error {
  readonly status: 400 | 415;

  constructor(status: 400 | 415) {
    super('An update was sent to the query endpoint.');
    this.name = 'UpdateRequested';
    this.status = status;
  }
}

const updateParameters = ['update', 'using-graph-uri', 'using-named-graph-uri'];

/** The media types a POST may have, and how its body is read. */
export type BodyKind = 'form' | 'query';

/** @throws ApiError `api/unsupported-media-type`; UpdateRequested for `application/sparql-update` */
export function bodyKind(contentType: string | undefined): BodyKind {
  const [mediaType = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((each) => /^\s*charset="?([^"\s]+)"?\s*$/.exec(each)?.[1]).find(Boolean);
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
    throw new ApiError('api/unsupported-media-type', 'The body has to be UTF-8.');
  }
  switch (mediaType.trim()) {
    case 'application/x-www-form-urlencoded':
      return 'form';
    case 'application/sparql-query':
      return 'query';
    case 'application/sparql-update':
      throw new UpdateRequested(415);
    default:
      throw new ApiError('api/unsupported-media-type', 'The body is neither a SPARQL query nor a form.');
  }
}

/**
 * Puts together what the address and the body say.
 *
 * @throws ApiError `api/repeated-parameter` when a query or a format is given twice, in whatever places; UpdateRequested
 */
export function protocolRequest(target: URLSearchParams, body?: { kind: BodyKind; text: string }): ProtocolRequest {
  const parameters = new URLSearchParams(target);
  if (body?.kind === 'query') parameters.append('query', body.text);
  if (body?.kind === 'form') for (const [name, value] of new URLSearchParams(body.text)) parameters.append(name, value);
  if (updateParameters.some((name) => parameters.has(name))) throw new UpdateRequested(400);
  const query = single(parameters, 'query');
  const format = single(parameters, 'format');
  return {
    ...(query === undefined || query.trim() === '' ? {} : { query }),
    ...(format === undefined || format === '' ? {} : { format }),
    defaultGraphs: parameters.getAll('default-graph-uri'),
    namedGraphs: parameters.getAll('named-graph-uri'),
  };
}
