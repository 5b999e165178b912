import type { Reference } from '@askg/contract';
import type { EntryName } from './to-reference.ts';

export type EntryParts = Pick<Reference, 'title' | 'container' | 'volume' | 'issue' | 'pages' | 'doi' | 'url'> & {
  authors: EntryName[];
  editors: EntryName[];
  others: boolean;
  date: string;
  publisher: string;
  place: string;
  rest: string[];
};

/**
 * An entry as one readable text, in the order in which entries of JATS files without punctuation are composed too:
 * Authors (date). Title. Editors (ed.). Container volume(issue): pages. Place: publisher. Identifiers. The rest.
 */
export function composeEntry(parts: EntryParts): string {
  const authors = [...parts.authors.map(fullName), ...(parts.others ? ['et al.'] : [])].join(', ');
  const editors = parts.editors.map(fullName).join(', ');
  const numbers = (parts.volume ?? '') + (parts.issue === undefined ? '' : `(${parts.issue})`);
  const place = [numbers, parts.pages ?? ''].filter((part) => part !== '').join(': ');
  const sentences = [
    [authors, parts.date === '' ? '' : `(${parts.date})`].filter((part) => part !== '').join(' '),
    parts.title ?? '',
    editors === '' ? '' : `${editors} (ed.)`,
    [parts.container ?? '', place].filter((part) => part !== '').join(' '),
    [parts.place, parts.publisher].filter((part) => part !== '').join(': '),
    parts.doi === undefined ? '' : `doi:${parts.doi}`,
    parts.url ?? '',
    ...parts.rest,
  ];
  return sentences
    .filter((sentence) => sentence !== '')
    .map((sentence) => (/[.?!]["'”’)]?$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ');
}

function fullName({ given, family, suffix }: EntryName): string {
  return [given, family, suffix].filter(Boolean).join(' ');
}
