import { rdf, rdfs, xsd } from '@askg/ddm';
import type { Path } from '@askg/graph';
import { lex, sh } from './namespaces.ts';
import type { RdfReader } from './rdf-reader.ts';
import { rdfNamespace } from './rdf-reader.ts';
import type { Relation, Step, StepCondition } from './relation.ts';
import type { PropertyUse, Vocabulary } from './vocabulary.ts';

/** Every relation by its id: those of the lexicon, and each use of a property of the vocabulary. */
export function readRelations(reader: RdfReader, vocabulary: Vocabulary): Map<string, Relation[]> {
  const relations = new Map<string, Relation[]>();
  const declared = reader.subjects(rdf.type, `${lex}Relation`).map((id) => declaredRelation(reader, id));
  for (const relation of [...declared, ...vocabulary.uses.map((use) => propertyRelation(use, vocabulary, reader))]) {
    relations.set(relation.id, [...(relations.get(relation.id) ?? []), relation]);
  }
  return relations;
}

function propertyRelation(use: PropertyUse, { properties }: Vocabulary, reader: RdfReader): Relation {
  const { property, from, to, datatype, concepts, always } = use;
  return {
    id: property,
    label: (properties.get(property)?.label ?? '').replace(/^has /, ''),
    from,
    steps: [{ path: { iri: property }, conditions: [] }],
    apart: false,
    cost: costOf(property, from, reader),
    always,
    ...(to === undefined ? {} : { to }),
    ...(datatype === undefined ? {} : { datatype }),
    ...(concepts === undefined ? {} : { concepts }),
  };
}

/** What the lexicon says of the property of this class, or else of the property. */
function costOf(property: string, from: string, reader: RdfReader): number {
  const own = reader.subjects(`${lex}property`, property).find((use) => reader.value(use, `${lex}from`) === from);
  return Number(reader.value(own ?? property, `${lex}cost`) ?? 1);
}

function declaredRelation(reader: RdfReader, id: string): Relation {
  const orValue = reader.value(id, `${lex}orValue`);
  const [greater, less] = [reader.value(id, `${lex}greater`), reader.value(id, `${lex}less`)];
  const compared = greater ?? less;
  return {
    id,
    label: reader.value(id, rdfs.label) ?? '',
    from: reader.value(id, `${lex}from`) ?? '',
    to: reader.value(id, `${lex}to`) ?? '',
    steps: reader.list(reader.value(id, `${lex}steps`)).map((step) => stepOf(reader, step)),
    apart: reader.value(id, `${lex}apart`) === 'true',
    cost: Number(reader.value(id, `${lex}cost`) ?? 1),
    always: false,
    ...(orValue === undefined ? {} : { orValue }),
    ...(compared === undefined ? {} : { compares: { property: compared, greater: greater !== undefined } }),
  };
}

function stepOf(reader: RdfReader, step: string): Step {
  const order = reader.value(step, `${lex}order`);
  const conditions = reader.values(step, `${lex}where`).map((condition): StepCondition => {
    const [value] = reader.objects(condition, `${sh}hasValue`);
    return {
      property: reader.value(condition, `${sh}path`) ?? '',
      ...(value === undefined ? {} : { value: value.value, isIri: value.termType === 'NamedNode' }),
      ...(value?.termType === 'Literal' && value.datatype.value !== xsd.string
        ? { datatype: value.datatype.value }
        : {}),
    };
  });
  const path = pathOf(reader, reader.value(step, `${sh}path`) ?? '');
  return { path, conditions, ...(order === undefined ? {} : { order }) };
}

/** A SHACL property path (https://www.w3.org/TR/shacl/#property-paths). */
function pathOf(reader: RdfReader, node: string): Path {
  const inverse = reader.value(node, `${sh}inversePath`);
  if (inverse !== undefined) return { inverse: pathOf(reader, inverse) };
  const oneOrMore = reader.value(node, `${sh}oneOrMorePath`);
  if (oneOrMore !== undefined) return { oneOrMore: pathOf(reader, oneOrMore) };
  const zeroOrMore = reader.value(node, `${sh}zeroOrMorePath`);
  if (zeroOrMore !== undefined) return { zeroOrMore: pathOf(reader, zeroOrMore) };
  if (reader.value(node, `${rdfNamespace}first`) === undefined) return { iri: node };
  return { sequence: reader.list(node).map((member) => pathOf(reader, member)) };
}
