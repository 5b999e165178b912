import type { Segment } from '../labelled-text.ts';
import type { ReferenceParts } from '../parts-of-example.ts';
import {
  closeFamilyFirst,
  familyFirst,
  initialsFirst,
  isJournal,
  link,
  list,
  range,
  say,
  wrap,
  type Pick,
} from './writing.ts';

export function apa(parts: ReferenceParts, pick: Pick): Segment[] {
  const { authors, year, title, container, volume, issue, publisher } = parts;
  const note = pick(['', '', '', ' [Computer software]', ' (Version 1.2)', ' (2nd ed.)']);
  const head = [
    ...say('author', list(authors, familyFirst, pick([', & ', ' & ', ', and ']), pick([Infinity, 19]))),
    ...wrap('date', `${year}${pick(['', '', '', 'a', ', May'])}`, ' (', ').'),
    ...say('title', title, ' '),
  ];
  if (isJournal(parts)) {
    return [
      ...head,
      ...say('container', container, '. '),
      ...say('volume', volume, ', '),
      ...wrap('issue', issue, pick(['(', ' (']), ')'),
      ...say('pages', range(parts), ', '),
      { text: '.' },
      ...link(parts, pick([' https://doi.org/', ' doi:'])),
    ];
  }
  const held =
    container === undefined
      ? []
      : [{ text: pick(['In ', 'In ', '']), label: 'container' as const }, ...say('container', container)];
  const pages = range(parts);
  return [
    ...head,
    ...(container === undefined ? wrap('note', note) : []),
    { text: '. ' },
    ...held,
    ...wrap('pages', pages, container === undefined ? '' : ' (pp. ', ')'),
    ...(held.length > 0 ? [{ text: '. ' }] : []),
    ...say('publisher', publisher ?? pick([undefined, 'Zenodo', 'arXiv']), '', '.'),
    ...link(parts, ' https://doi.org/'),
  ];
}

export function elsevier(parts: ReferenceParts, pick: Pick): Segment[] {
  const { authors, year, title, container, volume, issue, publisher, location } = parts;
  const isNumbered = pick([true, false]);
  return [
    ...say('author', list(authors, isNumbered ? initialsFirst : closeFamilyFirst, ', ')),
    ...(isNumbered ? [] : say('date', year, ', ')),
    ...say('title', title, isNumbered ? ', ' : '. ', isNumbered ? ', ' : '. '),
    ...(isJournal(parts) ? [] : container === undefined ? [] : [{ text: 'in: ', label: 'container' as const }]),
    ...say('container', container),
    ...say('volume', volume, ' '),
    ...wrap('issue', pick([issue, undefined]), ' (', ')'),
    ...(isNumbered && isJournal(parts) ? wrap('date', year, ' (', ')') : []),
    ...say('publisher', publisher, container === undefined ? '' : ', '),
    ...say('location', location, ', '),
    ...(isNumbered && !isJournal(parts) ? say('date', year, ', ') : []),
    ...say('pages', range(parts), isNumbered && isJournal(parts) ? ' ' : pick([', ', ', pp. '])),
    { text: '.' },
    ...link(parts, ' https://doi.org/'),
  ];
}
