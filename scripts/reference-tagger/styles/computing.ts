import type { Segment } from '../labelled-text.ts';
import type { ReferenceParts } from '../parts-of-example.ts';
import {
  bareFirst,
  closeFamilyFirst,
  initialsFirst,
  isJournal,
  link,
  list,
  range,
  say,
  wrap,
  type Pick,
} from './writing.ts';

export function ieee(parts: ReferenceParts, pick: Pick): Segment[] {
  const { authors, year, title, container, volume, issue, publisher, location } = parts;
  const [open, close] = pick([
    ['“', ',”'],
    ['"', ',"'],
  ]);
  return [
    ...say('author', list(authors, initialsFirst, pick([', and ', ' and ']), pick([Infinity, 3]))),
    { text: ', ' },
    ...wrap('title', title, open, close),
    { text: ' ' },
    ...(container !== undefined && volume === undefined ? [{ text: 'in ', label: 'container' as const }] : []),
    ...say('container', container),
    ...say('volume', volume, ', vol. '),
    ...say('issue', issue, ', no. '),
    ...say('location', container === undefined ? undefined : location, ', '),
    ...(container === undefined ? say('publisher', publisher) : []),
    ...say('pages', range(parts), ', pp. '),
    ...say('date', `${pick(['', 'Mar. ', 'Oct. '])}${year}`, ', '),
    ...link(parts, ', doi: '),
    { text: '.' },
  ];
}

export function acm(parts: ReferenceParts, pick: Pick): Segment[] {
  const { authors, year, title, container, volume, issue, publisher, location } = parts;
  const head = [
    ...say('author', list(authors, initialsFirst, pick([', and ', ' and ']))),
    ...say('date', year, pick(['. ', ' ']), '. '),
    ...say('title', title, '', '. '),
  ];
  if (isJournal(parts)) {
    return [
      ...head,
      ...say('container', container),
      ...say('volume', volume, ' '),
      ...say('issue', issue, ', '),
      ...wrap('date', year, ' (', ')'),
      ...say('pages', range(parts), ', ', '.'),
      ...link(parts, ' https://doi.org/'),
    ];
  }
  return [
    ...head,
    ...(container === undefined
      ? []
      : [{ text: 'In ', label: 'container' as const }, ...say('container', container, '', '. ')]),
    ...say('publisher', publisher),
    ...say('location', location, ', '),
    ...say('pages', range(parts), ', ', '.'),
    ...link(parts, ' https://doi.org/'),
  ];
}

export function acl(parts: ReferenceParts, pick: Pick): Segment[] {
  const { authors, year, title, container, volume, issue, publisher, location } = parts;
  return [
    ...say('author', list(authors, pick([initialsFirst, bareFirst]), pick([', and ', ' and ']))),
    ...say('date', `${year}${pick(['', '', 'b'])}`, '. ', '. '),
    ...say('title', title, '', '. '),
    ...(container !== undefined && volume === undefined ? [{ text: 'In ', label: 'container' as const }] : []),
    ...say('container', container),
    ...say('volume', volume, container === undefined ? 'volume ' : ', '),
    ...wrap('issue', volume === undefined ? undefined : issue, '(', ')'),
    ...say('pages', range(parts), volume === undefined ? ', pages ' : ':'),
    ...say('location', location, ', '),
    ...say('publisher', publisher, '. '),
    { text: '.' },
  ];
}

export function springer(parts: ReferenceParts, pick: Pick): Segment[] {
  const { authors, year, title, container, volume, issue, publisher, location } = parts;
  return [
    ...say('author', list(authors, closeFamilyFirst, ', '), '', ': '),
    ...say('title', title, '', '. '),
    ...(isJournal(parts) || container === undefined ? [] : [{ text: 'In: ', label: 'container' as const }]),
    ...say('container', container),
    ...say('volume', volume, pick([' ', ', vol. '])),
    ...wrap('issue', issue, '(', ')'),
    ...say('pages', range(parts), isJournal(parts) ? ', ' : ', pp. '),
    ...say('publisher', publisher, container === undefined ? '' : '. '),
    ...say('location', location, ', '),
    ...wrap('date', year, ' (', ').'),
  ];
}
