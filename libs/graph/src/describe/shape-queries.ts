import type { Pattern, SelectQuery } from '../build/query-parts.ts';
import { writeQuery } from '../build/write-query.ts';
import { resourceKind } from './graph-description.ts';

const type = { iri: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type' };
const [subject, object, ofClass] = ['s', 'o', 'class'].map((variable) => ({ variable })) as [
  { variable: string },
  { variable: string },
  { variable: string },
];
const count = (as: string, of: string) => ({
  expression: { aggregate: 'COUNT', of: { variable: of }, distinct: true } as const,
  as,
});
const countAll = { expression: { aggregate: 'COUNT', of: subject } as const, as: 'triples' };

/** How many triples there are. */
export function triplesQuery(): string {
  return writeQuery({ project: [countAll], where: [{ subject, predicate: 'p', object }] });
}

/** Every class with its number of nodes, largest first. */
export function classesQuery(limit: number): string {
  return writeQuery({
    project: ['class', count('entities', 's')],
    where: [{ subject, path: type, object: ofClass }],
    groupBy: ['class'],
    orderBy: [{ by: { variable: 'entities' }, descending: true }, { by: ofClass }],
    limit,
  });
}

/** Some classes, where counting their nodes takes too long. */
export function classNamesQuery(limit: number): string {
  return writeQuery({ distinct: true, project: ['class'], where: [{ subject, path: type, object: ofClass }], limit });
}

/** Every property of the nodes of a class, with how many have it, and its least, greatest and some other value. */
export function propertiesQuery(cls: string, most: number, sample?: number): string {
  const value = (aggregate: 'SAMPLE' | 'MIN' | 'MAX') => ({
    expression: { aggregate, of: object } as const,
    as: aggregate.toLowerCase(),
  });
  return writeQuery({
    project: [
      'p',
      countAll,
      count('subjects', 's'),
      count('objects', 'o'),
      value('SAMPLE'),
      value('MIN'),
      value('MAX'),
    ],
    where: [...nodesOf(cls, sample), { subject, predicate: 'p', object }],
    groupBy: ['p'],
    orderBy: [{ by: { variable: 'p' } }],
    limit: most,
  });
}

/** What stands at the other end of each property of a class: by datatype, or by class of the node. */
export function kindsQuery(cls: string, most: number, sample?: number): string {
  const kind = {
    call: 'COALESCE',
    with: [{ call: 'DATATYPE', with: [object] }, { variable: 'end' }, { iri: resourceKind }],
  } as const;
  return writeQuery({
    project: ['p', 'kind', countAll],
    where: [
      ...nodesOf(cls, sample),
      { subject, predicate: 'p', object },
      { optional: [{ subject: object, path: type, object: { variable: 'end' } }] },
      { bind: kind, as: 'kind' },
    ],
    groupBy: ['p', 'kind'],
    orderBy: [
      { by: { variable: 'p' } },
      { by: { variable: 'triples' }, descending: true },
      { by: { variable: 'kind' } },
    ],
    limit: most,
  });
}

/** What the graph says of some terms, by some properties. */
export function termsQuery(terms: readonly string[], properties: readonly string[], most: number): string {
  return writeQuery({
    project: ['s', 'p', 'o'],
    where: [
      { values: ['s'], rows: terms.map((iri) => [{ iri }]) },
      { values: ['p'], rows: properties.map((iri) => [{ iri }]) },
      { subject, predicate: 'p', object },
    ],
    limit: most,
  });
}

/** All terms that are declared to be a class or a property, also those that nothing is yet. */
export function declaredQuery(kinds: readonly string[], most: number): string {
  return writeQuery({
    distinct: true,
    project: ['s', 'class'],
    where: [
      { values: ['class'], rows: kinds.map((iri) => [{ iri }]) },
      { subject, path: type, object: ofClass },
    ],
    limit: most,
  });
}

function nodesOf(cls: string, sample: number | undefined): Pattern[] {
  const where: Pattern[] = [{ subject, path: type, object: { iri: cls } }];
  if (sample === undefined) return where;
  const select: SelectQuery = { project: ['s'], where, limit: sample };
  return [{ select }];
}
