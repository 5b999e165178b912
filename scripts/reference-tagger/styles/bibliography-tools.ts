import type { Segment } from '../labelled-text.ts';
import type { ReferenceParts } from '../parts-of-example.ts';
import { initialsFirst, isJournal, link, list, range, say, wrap, type Pick } from './writing.ts';

export function bibtex(parts: ReferenceParts, pick: Pick): Segment[] {
  const { authors, year, title, container, volume, issue, publisher, location } = parts;
  const month = pick(['', '', 'June ', 'Dec. ']);
  const head = [
    ...say('author', list(authors, initialsFirst, pick([', and ', ' and ']))),
    ...say('title', title, '. ', '. '),
  ];
  const tail = [
    ...say('date', `${month}${year}`, ', ', '.'),
    ...link(parts, pick([' doi:', ' URL https://doi.org/', ' DOI: '])),
  ];
  if (isJournal(parts)) {
    return [
      ...head,
      ...say('container', container),
      ...say('volume', volume, ', '),
      ...wrap('issue', issue, '(', ')'),
      ...say('pages', range(parts, pick(['–', '-', '--'])), volume === undefined ? ', ' : ':'),
      ...tail,
    ];
  }
  return [
    ...head,
    ...(container === undefined ? [] : [{ text: 'In ', label: 'container' as const }, ...say('container', container)]),
    ...say('volume', volume, ', volume '),
    ...say('pages', range(parts), pick([', pages ', ', pp. '])),
    ...say('location', location, ', '),
    ...say('publisher', publisher, container === undefined ? '' : '. '),
    ...tail,
  ];
}

export function biblatex(parts: ReferenceParts, pick: Pick): Segment[] {
  const { authors, year, title, container, volume, issue, publisher, location } = parts;
  return [
    ...say('author', list(authors, initialsFirst, pick([', and ', ' and '])), '', '. '),
    ...wrap('title', title, '“', '.”'),
    ...(container === undefined
      ? []
      : [{ text: ' In: ', label: 'container' as const }, ...say('container', container)]),
    ...say('volume', volume, ' '),
    ...say('issue', volume === undefined ? undefined : issue, '.'),
    ...(isJournal(parts) ? wrap('date', `${pick(['', 'Feb. '])}${year}`, ' (', ')') : []),
    ...say('location', isJournal(parts) ? undefined : location, '. ', ': '),
    ...say('publisher', isJournal(parts) ? undefined : publisher, location === undefined ? '. ' : ''),
    ...(isJournal(parts) ? [] : say('date', year, ', ')),
    ...say('pages', range(parts), ', pp. '),
    ...link(parts, '. doi: '),
    { text: '.' },
  ];
}

export function ams(parts: ReferenceParts, pick: Pick): Segment[] {
  const { authors, year, title, container, volume, issue, publisher, location } = parts;
  return [
    ...say('author', list(authors, initialsFirst, ' and '), '', pick([', ', '. '])),
    ...say('title', title, '', pick([', ', '. '])),
    ...say('container', container),
    ...say('volume', volume, ' '),
    ...(isJournal(parts) ? wrap('date', year, ' (', ')') : []),
    ...say('issue', isJournal(parts) ? issue : undefined, ', no. '),
    ...say('publisher', publisher, container === undefined ? '' : ', '),
    ...say('location', location, ', '),
    ...(isJournal(parts) ? [] : say('date', year, ', ')),
    ...say('pages', range(parts), pick([', ', ', pp. '])),
    { text: '.' },
  ];
}
