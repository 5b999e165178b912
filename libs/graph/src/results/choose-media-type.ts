import { GraphError } from '../graph-error.ts';
import { type ResultFormat, type ResultKind, resultFormats } from './media-types.ts';

type Range = { type: string; subtype: string; q: number };

const kindNames: Record<ResultKind, string> = {
  bindings: 'the bindings of a SELECT query',
  boolean: 'the answer of an ASK query',
  graph: 'the graph of a CONSTRUCT or DESCRIBE query',
};

/**
 * Chooses the format of a result by the client's Accept header: the most specific range that matches a format gives
 * its weight (RFC 9110, 12.5.1), the highest weight wins, and among equals our own order of preference.
 * @param accept the Accept header; missing or blank means anything
 * @param format a short name or media type that overrides the header (the `format` parameter of the route)
 * @throws GraphError `graph/not-acceptable`, with the formats that could be had
 */
export function chooseMediaType(accept: string | undefined, kind: ResultKind, format?: string): ResultFormat {
  const offered = resultFormats[kind];
  if (format !== undefined && format.trim() !== '') {
    return offered.find((candidate) => isNamed(candidate, format)) ?? refuse(`The format «${clip(format)}»`, kind);
  }
  if (accept === undefined || accept.trim() === '') return offered[0] ?? refuse('This result', kind);
  const ranges = parseAccept(accept);
  let best: { format: ResultFormat; q: number } | undefined;
  for (const candidate of offered) {
    const q = weightOf(candidate, ranges);
    if (q > (best?.q ?? 0)) best = { format: candidate, q };
  }
  return best?.format ?? refuse(`«Accept: ${clip(accept)}»`, kind);
}

/** The Content-Type header of a format. */
export function contentType(format: ResultFormat): string {
  return format.charset === undefined ? format.mediaType : `${format.mediaType}; charset=${format.charset}`;
}

function isNamed(candidate: ResultFormat, format: string): boolean {
  const wanted = format.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const short = shortNames[wanted] ?? wanted;
  return short === candidate.name || wanted === candidate.mediaType || candidate.aliases.includes(wanted);
}

const shortNames: Record<string, string> = {
  srj: 'json',
  srx: 'xml',
  ttl: 'turtle',
  nt: 'ntriples',
  'n-triples': 'ntriples',
  'json-ld': 'jsonld',
  rdf: 'rdfxml',
  'rdf/xml': 'rdfxml',
  nq: 'nquads',
  'n-quads': 'nquads',
};

function parseAccept(accept: string): Range[] {
  return accept.split(',').flatMap((part): Range[] => {
    const [media = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const [type, subtype, more] = media.split('/');
    if (!type || !subtype || more !== undefined) return [];
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    const q = weight === undefined ? 1 : /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/u.test(weight) ? Number(weight) : 0;
    return [{ type, subtype, q }];
  });
}

function weightOf(candidate: ResultFormat, ranges: readonly Range[]): number {
  let specificity = 0;
  let q = 0;
  for (const range of ranges) {
    const match = matchOf(candidate, range);
    if (match > specificity || (match > 0 && match === specificity && range.q > q)) {
      specificity = match;
      q = range.q;
    }
  }
  return q;
}

/** How closely a range names a format: 0 not at all, 4 by its own media type. Wildcards stand for that type only. */
function matchOf(candidate: ResultFormat, { type, subtype }: Range): 0 | 1 | 2 | 3 | 4 {
  const media = `${type}/${subtype}`;
  if (media === candidate.mediaType) return 4;
  if (candidate.aliases.includes(media)) return 3;
  if (subtype === '*' && candidate.mediaType.startsWith(`${type}/`)) return 2;
  return media === '*/*' ? 1 : 0;
}

function refuse(wanted: string, kind: ResultKind): never {
  const names = resultFormats[kind].map((format) => `${format.mediaType} (${format.name})`).join(', ');
  throw new GraphError('graph/not-acceptable', `${wanted} does not fit ${kindNames[kind]}, which can be had as ${names}.`);
}

function clip(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
