import Negotiator from 'negotiator';
import { ApiError } from '../api-error.ts';

/** A representation that can be asked for: its media type, and the short names that `?format=` takes. */
export type Offer = { readonly mediaType: string; readonly names: readonly string[] };

/**
 * The offer that a request wants: `format` decides when it is given (a short name or a media type), else the `Accept`
 * header with its weights; the first offer when nothing is said.
 *
 * @throws ApiError `api/unknown-format` or `api/not-acceptable`, each naming what there is.
 */
export function chooseOffer<T extends Offer>(
  offers: readonly T[],
  wanted: { accept?: string | undefined; format?: string | undefined },
): T {
  if (wanted.format !== undefined) {
    const format = wanted.format.trim().toLowerCase();
    const offer = offers.find(({ mediaType, names }) => mediaType === format || names.includes(format));
    if (offer) return offer;
    const names = offers.map((each) => each.names[0] ?? each.mediaType);
    throw new ApiError('api/unknown-format', `Formats here: ${names.join(', ')}.`);
  }
  const mediaTypes = offers.map(({ mediaType }) => mediaType);
  const chosen = new Negotiator({ headers: { accept: wanted.accept } }).mediaType(mediaTypes);
  const offer = offers.find(({ mediaType }) => mediaType === chosen);
  if (!offer) throw new ApiError('api/not-acceptable', `Media types here: ${mediaTypes.join(', ')}.`);
  return offer;
}

/**
 * Whether the client is a browser that wants to show a page: it names `text/html` and likes nothing else better.
 * A wildcard alone is a program.
 */
export function prefersPage(accept: string | undefined): boolean {
  if (accept === undefined || !/text\/html|application\/xhtml\+xml/i.test(accept)) return false;
  const first = new Negotiator({ headers: { accept } }).mediaTypes()[0];
  return first === 'text/html' || first === 'application/xhtml+xml';
}
