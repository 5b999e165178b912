import type { Path, Pattern, SelectQuery, Term } from '@askg/graph';
import type { LabelMatch } from '../linking/label-match.ts';
import { variable } from './terms.ts';

/**
 * The nodes that are the things named, whatever each paper calls them, and nodes of that name of which it is not known which
 * thing they are.
 * @param canonical the property that leads from a node to its thing @param thing name of the variable of the thing
 */
export function nodesOfThings(node: Term, canonical: string, names: readonly LabelMatch[], thing: string): Pattern[] {
  const isKnown = names.every(({ canonicals, unresolved = [] }) => canonicals !== undefined && unresolved.length === 0);
  const path: Path = isKnown ? { iri: canonical } : { zeroOrMore: { iri: canonical } };
  const byProperty = Map.groupBy(names, ({ property }) => property);
  return [
    ...[...byProperty.values()].map((same) => ({ values: [thing], rows: thingsOf(same).map((iri) => [{ iri }]) })),
    { subject: node, path, object: variable(thing) },
  ];
}

/** What the names mean across papers, and the nodes that mean nothing beyond theirs. */
function thingsOf(names: readonly LabelMatch[]): string[] {
  const things = names.flatMap(({ canonicals, unresolved, iris }) =>
    canonicals === undefined ? iris : [...canonicals, ...(unresolved ?? [])],
  );
  return [...new Set(things)].toSorted();
}

/**
 * One name for each thing: the last in order, as "Ada" comes after "A.". In a query of its own, because what is counted for
 * the thing must not be counted for each of its names.
 */
export function namesOfThings(canonical: string, naming: string, thing: string, shown: string): Pattern {
  const [any, spelling] = [`${thing}Any`, `${thing}Spelling`];
  const names: SelectQuery = {
    project: [thing, { expression: { aggregate: 'MAX', of: variable(spelling) }, as: shown }],
    where: [
      { subject: variable(any), path: { iri: canonical }, object: variable(thing) },
      { subject: variable(any), path: { iri: naming }, object: variable(spelling) },
    ],
    groupBy: [thing],
  };
  return { select: names };
}
