import { rdf } from '@askg/ddm';
import type { QueryStructure, StructureTerm, StructureTriple } from '@askg/graph';
import type { PropertyUse, Vocabulary } from '../linking/vocabulary.ts';
import type { SchemaFinding } from './schema-finding.ts';

/** What a query says that this graph cannot hold, so that it could only find nothing or mean something else. */
export function checkSchema(structure: QueryStructure, vocabulary: Vocabulary): SchemaFinding[] {
  const { triples, pathProperties, projected, bound, constants } = structure;
  const used = new Set([...triples.map(({ property }) => property), ...pathProperties]);
  const known = new Set([...vocabulary.uses.map(({ property }) => property), rdf.type]);
  const populated = new Set(vocabulary.uses.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])));
  const classes = triples.flatMap(({ property, object }) =>
    property === rdf.type && object.kind === 'iri' ? [object.value] : [],
  );
  return [
    ...[...used].filter((iri) => !known.has(iri)).map((iri) => ({ kind: 'unknown-property' as const, iri })),
    ...classes.filter((iri) => !populated.has(iri)).map((iri) => ({ kind: 'unknown-class' as const, iri })),
    ...unknownConcepts(constants, vocabulary).map((iri) => ({ kind: 'unknown-concept' as const, iri })),
    ...impossibleTriples(triples, vocabulary),
    ...projected.filter((variable) => !bound.has(variable)).map((variable) => ({ kind: 'unbound' as const, variable })),
  ];
}

/** Constants that the vocabulary's own namespaces would have to define, and do not. */
function unknownConcepts(constants: ReadonlySet<string>, { concepts, classes, properties }: Vocabulary): string[] {
  const namespaces = new Set([...concepts.keys()].map(namespaceOf));
  return [...constants].filter(
    (iri) => namespaces.has(namespaceOf(iri)) && ![concepts, classes, properties].some((terms) => terms.has(iri)),
  );
}

function namespaceOf(iri: string): string {
  return iri.slice(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
}

/** Triples that contradict what the others say of their ends. */
function impossibleTriples(triples: readonly StructureTriple[], { uses }: Vocabulary): SchemaFinding[] {
  return triples.flatMap((triple) => {
    const own = uses.filter(({ property }) => property === triple.property);
    if (own.length === 0) return [];
    const others = triples.filter((other) => other !== triple);
    const subjects = classesOf(triple.subject, others, uses);
    const objects = classesOf(triple.object, others, uses);
    if (own.some((use) => fits(use, subjects, objects, triple.object))) return [];
    const isReversed = own.some((use) => fits(use, objects, subjects, triple.subject));
    return [{ kind: 'impossible' as const, triple, isReversed }];
  });
}

function fits(
  { from, to }: PropertyUse,
  subjects: ReadonlySet<string> | undefined,
  objects: ReadonlySet<string> | undefined,
  object: StructureTerm,
): boolean {
  if (subjects !== undefined && !subjects.has(from)) return false;
  if (object.kind === 'literal') return to === undefined;
  return to === undefined ? objects === undefined : objects === undefined || objects.has(to);
}

/** The classes that a term can be of by what triples say of it; undefined when nothing does. */
function classesOf(
  term: StructureTerm,
  triples: readonly StructureTriple[],
  uses: readonly PropertyUse[],
): ReadonlySet<string> | undefined {
  if (term.kind === 'literal' || term.kind === 'iri') return undefined;
  const isSame = (other: StructureTerm) => other.kind === term.kind && other.value === term.value;
  const said = triples.flatMap(({ subject, property, object }) => {
    if (property === rdf.type) return isSame(subject) && object.kind === 'iri' ? [new Set([object.value])] : [];
    const own = uses.filter((use) => use.property === property);
    if (own.length === 0) return [];
    if (isSame(subject)) return [new Set(own.map(({ from }) => from))];
    const ends = own.flatMap(({ to }) => (to === undefined ? [] : [to]));
    return isSame(object) && ends.length > 0 ? [new Set(ends)] : [];
  });
  const [first, ...rest] = said;
  return first === undefined ? undefined : new Set([...first].filter((cls) => rest.every((set) => set.has(cls))));
}
