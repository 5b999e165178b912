import type { Segment } from '../labelled-text.ts';
import type { ReferenceParts } from '../parts-of-example.ts';
import { familyFirst, initialsFirst, isJournal, link, list, range, say, wrap, type Pick } from './writing.ts';

export function chicago(parts: ReferenceParts, pick: Pick): Segment[] {
  const { authors, year, title, container, volume, issue, publisher, location } = parts;
  const [first, ...rest] = authors;
  const names = first ? [familyFirst(first), ...rest.map(initialsFirst)] : [];
  const joined = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}, and ${names.at(-1) ?? ''}`;
  const isEarly = pick([true, false]);
  const quoted =
    container === undefined ? say('title', title, '', '. ') : [...wrap('title', title, '“', '.”'), { text: ' ' }];
  return [
    ...say('author', joined, '', joined.endsWith('.') ? ' ' : '. '),
    ...(isEarly ? say('date', year, '', '. ') : []),
    ...quoted,
    ...(container !== undefined && volume === undefined ? [{ text: 'In ', label: 'container' as const }] : []),
    ...say('container', container),
    ...say('volume', volume, ' '),
    ...(isEarly ? wrap('issue', issue, ' (', ')') : say('issue', issue, ', no. ')),
    ...(isEarly ? [] : isJournal(parts) ? wrap('date', year, ' (', ')') : []),
    ...say('pages', range(parts), volume === undefined ? ', ' : ': '),
    ...(container === undefined ? [] : [{ text: '. ' }]),
    ...say('location', location, '', ': '),
    ...say('publisher', publisher),
    ...(isEarly || isJournal(parts) ? [] : say('date', year, ', ')),
    { text: '.' },
    ...link(parts, ' https://doi.org/'),
  ];
}

export function mla(parts: ReferenceParts, pick: Pick): Segment[] {
  const { authors, year, title, container, volume, issue, publisher, location } = parts;
  const names = list(authors, familyFirst, ', and ', 1);
  const held =
    container === undefined ? say('title', title, '', '. ') : [...wrap('title', title, '"', '."'), { text: ' ' }];
  return [
    ...say('author', names, '', names.endsWith('.') ? ' ' : '. '),
    ...held,
    ...say('container', container, '', ' '),
    ...say('volume', volume),
    ...say('issue', volume === undefined ? undefined : issue, '.'),
    ...(isJournal(parts) ? [...wrap('date', year, pick([' (', ', (']), ')'), ...say('pages', range(parts), ': ')] : []),
    ...(isJournal(parts)
      ? []
      : [...say('location', location, '', ': '), ...say('publisher', publisher), ...say('date', year, ', ')]),
    ...(isJournal(parts) ? [] : say('pages', range(parts), '. ')),
    { text: '.' },
  ];
}
