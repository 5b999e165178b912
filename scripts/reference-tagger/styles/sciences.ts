import type { Segment } from '../labelled-text.ts';
import type { ReferenceParts } from '../parts-of-example.ts';
import { bare, familyFirst, initialsFirst, isJournal, link, list, range, say, wrap, type Pick } from './writing.ts';

export function vancouver(parts: ReferenceParts, pick: Pick): Segment[] {
  const { authors, year, title, container, volume, issue, publisher, location } = parts;
  const head = [
    ...say('author', list(authors, bare, ', ', pick([Infinity, 6, 3]))),
    ...say('title', title, '. ', '. '),
  ];
  if (!isJournal(parts)) {
    return [
      ...head,
      ...(container === undefined
        ? []
        : [{ text: 'In: ', label: 'container' as const }, ...say('container', container, '', '. ')]),
      ...say('location', location, '', ': '),
      ...say('publisher', publisher, '', '; '),
      ...say('date', year),
      ...say('pages', range(parts), pick(['. p. ', '. pp. '])),
      { text: '.' },
    ];
  }
  const before = pick([true, false]);
  return [
    ...head,
    ...say('container', container, '', pick(['. ', ' '])),
    ...(before ? say('date', `${year}${pick(['', ' Jun', ' Feb 3'])}`) : []),
    ...say('volume', volume, before ? pick([';', '; ']) : ''),
    ...wrap('issue', issue, '(', ')'),
    ...say('pages', range(parts, pick(['–', '-'])), pick([':', ': '])),
    ...(before ? [] : wrap('date', year, ' (', ')')),
    { text: '.' },
    ...link(parts, ' doi: '),
  ];
}

export function nature(parts: ReferenceParts, pick: Pick): Segment[] {
  const { authors, year, title, container, volume, publisher, location } = parts;
  const head = [
    ...say('author', list(authors, familyFirst, ' & ', pick([Infinity, 1]))),
    ...(isJournal(parts) && pick([false, false, true]) ? [{ text: ' ' }] : say('title', title, ' ', '. ')),
  ];
  if (isJournal(parts)) {
    return [
      ...head,
      ...say('container', container),
      ...say('volume', volume, ' '),
      ...say('pages', range(parts), ', '),
      ...wrap('date', year, ' (', ').'),
    ];
  }
  return [
    ...head,
    ...(container === undefined ? [] : [{ text: 'in ', label: 'container' as const }, ...say('container', container)]),
    ...say('pages', range(parts), ', '),
    { text: ' (' },
    ...say('publisher', publisher),
    ...say('location', location, ', '),
    ...say('date', year, ', ', ').'),
  ];
}

export function aps(parts: ReferenceParts, pick: Pick): Segment[] {
  const { authors, year, title, container, volume, pages, publisher, location } = parts;
  const head = say('author', list(authors, initialsFirst, pick([', and ', ' and ']), pick([Infinity, 1])), '', ', ');
  if (!isJournal(parts)) {
    return [
      ...head,
      ...say('title', title),
      ...(container === undefined
        ? []
        : [{ text: ', in ', label: 'container' as const }, ...say('container', container)]),
      { text: ' (' },
      ...say('publisher', publisher),
      ...say('location', location, ', '),
      ...say('date', year, ', ', ')'),
      ...say('pages', range(parts), ', pp. '),
      { text: '.' },
    ];
  }
  const arxiv = pick([undefined, undefined, 'arXiv:1504.01234', 'hep-th/9901012']);
  return [
    ...head,
    ...(pick([true, false]) ? say('title', title, '', ', ') : []),
    ...say('container', container),
    ...say('volume', volume, ' '),
    ...(pick([true, false])
      ? [...say('pages', pages?.from, ', '), ...wrap('date', year, ' (', ')')]
      : [...wrap('date', year, ' (', ')'), ...say('pages', pages?.from, ' ')]),
    ...wrap('identifier', arxiv, pick([' [', ', [']), ']'),
    { text: '.' },
  ];
}
