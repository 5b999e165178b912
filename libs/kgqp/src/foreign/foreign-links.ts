import type { Link } from '@askg/contract';
import type { InducedLexicon } from '../induce/induced-lexicon.ts';
import { byIri } from '../induce/load-names.ts';
import type { LabelMatch } from '../linking/label-match.ts';
import type { ForeignItem } from './foreign-item.ts';
import type { ForeignCandidate, ForeignPlanning } from './foreign-planner.ts';

const mostAlternatives = 5;

/** What the phrases of a question were taken for, with what else they may mean. */
export function foreignLinks(
  { words, matches }: ForeignPlanning,
  { outline }: ForeignCandidate,
  lexicon: InducedLexicon,
): Link[] {
  return outline.items.flatMap((item) => {
    const phrase = words
      .slice(item.from, item.to)
      .map(({ text }) => text)
      .join(' ');
    const chosen = chosenOf(item, lexicon);
    if (phrase === '' || chosen === undefined) return [];
    const others = matches
      .filter(({ from, to }) => from < item.to && to > item.from)
      .flatMap(alternativesOf)
      .filter(({ iri }) => iri !== chosen);
    const different = [...new Map(others.map((other) => [other.iri, other])).values()];
    return [{ phrase, chosen, alternatives: different.slice(0, mostAlternatives) }];
  });
}

function chosenOf({ what }: ForeignItem, { schema }: InducedLexicon): string | undefined {
  switch (what.kind) {
    case 'entity':
      return what.match.iris[0];
    case 'value':
      return what.match.property === byIri ? undefined : what.match.property;
    case 'property':
      return what.iri;
    case 'node':
      return (
        [...schema.classes.values()].find(({ members }) => members.join(' ') === what.classes.join(' '))?.iri ??
        what.classes[0]
      );
    default:
      return undefined;
  }
}

function alternativesOf({ iris, labels, score }: LabelMatch): Link['alternatives'] {
  return iris
    .slice(0, mostAlternatives)
    .flatMap((iri, i) =>
      /^[a-z][a-z\d+.-]*:/iu.test(iri) ? [{ iri, label: labels[i] ?? labels[0] ?? iri, score }] : [],
    );
}
