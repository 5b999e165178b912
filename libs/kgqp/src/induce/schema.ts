import { type GraphDescription, isAboutGraphs, type PropertyShape, resourceKind } from '@askg/graph';
import { termPhrases, type TermPhrase } from './term-words.ts';

/** A class as questions see it: a class without nodes of its own stands for those below it. */
export type SchemaClass = { iri: string; entities: number; members: readonly string[]; phrases: readonly TermPhrase[] };

/** How nodes of one class lead to nodes of another; `fan` is how many each has on average. */
export type SchemaEdge = { from: string; property: string; to: string; triples: number; fan: number; backFan: number };

export type ValueType = 'number' | 'date' | 'boolean' | 'text';
/** A property of a class whose values are literals. */
export type SchemaAttribute = {
  cls: string;
  property: string;
  type: ValueType;
  /** The values are numbers that are written as text. */
  needsCast: boolean;
  /** The values are dates, or numbers that can be years. */
  isTime: boolean;
  /** Share of the nodes that have it, and of its values that differ, 0 to 1. */
  share: number;
  variety: number;
  objects: number;
  samples: readonly string[];
};

export type SchemaProperty = { iri: string; phrases: readonly TermPhrase[]; label: string };

/** The classes, edges and attributes of a graph, as its description has them. */
export type Schema = {
  classes: ReadonlyMap<string, SchemaClass>;
  properties: ReadonlyMap<string, SchemaProperty>;
  edges: readonly SchemaEdge[];
  attributes: readonly SchemaAttribute[];
};

const numeric =
  /#(?:integer|decimal|double|float|long|int|short|byte|nonNegativeInteger|positiveInteger|negativeInteger|nonPositiveInteger|unsigned\w+)$/u;
const dated = /#(?:date|dateTime|dateTimeStamp|gYear|gYearMonth)$/u;
const numberText = /^[-+]?\d+(?:\.\d+)?$/u;

/** @param isFiller whether a word of a comment says nothing of any graph */
export function schemaOf(
  { classes, properties }: GraphDescription,
  isFiller: (stem: string) => boolean = () => false,
): Schema {
  const asked = classes.filter(({ iri }) => !isAboutGraphs(iri));
  const below = (iri: string, seen: ReadonlySet<string> = new Set()): string[] =>
    asked
      .filter(({ parents, iri: child }) => parents.includes(iri) && !seen.has(child) && child !== iri)
      .flatMap(({ iri: child }) => [child, ...below(child, new Set([...seen, iri, child]))]);
  const populated = new Set(asked.filter(({ entities }) => entities > 0).map(({ iri }) => iri));
  const named = asked.map(({ iri, entities, labels, comments }): [string, SchemaClass] => {
    const members = populated.has(iri) ? [iri] : [...new Set(below(iri))].filter((child) => populated.has(child));
    return [iri, { iri, entities, members, phrases: termPhrases({ iri, labels, comments }, isFiller) }];
  });
  const shapes = asked.flatMap(({ iri, entities, properties: uses }) =>
    uses.map((use) => ({ cls: iri, entities, use })),
  );
  return {
    classes: new Map(named.filter(([, { members }]) => members.length > 0)),
    properties: new Map(
      properties
        .filter(({ triples }) => triples > 0)
        .map(({ iri, labels, comments }) => [
          iri,
          { iri, label: labels[0] ?? iri, phrases: termPhrases({ iri, labels, comments }, isFiller) },
        ]),
    ),
    edges: shapes.flatMap(({ cls, use }) => edgesOf(cls, use)),
    attributes: shapes.flatMap(({ cls, entities, use }) => attributeOf(cls, entities, use) ?? []),
  };
}

function edgesOf(from: string, { property, triples, subjects, objects, kinds }: PropertyShape): SchemaEdge[] {
  return kinds
    .filter(({ iri, isLiteral }) => !isLiteral && (!isAboutGraphs(iri) || iri === resourceKind))
    .map(({ iri: to, triples: some }) => ({
      from,
      property,
      to,
      triples: some,
      fan: triples / Math.max(1, subjects),
      backFan: triples / Math.max(1, objects),
    }));
}

function attributeOf(cls: string, entities: number, use: PropertyShape): SchemaAttribute | undefined {
  const literals = use.kinds.filter(({ isLiteral }) => isLiteral);
  if (literals.length === 0) return undefined;
  const all = (pattern: RegExp) => literals.every(({ iri }) => pattern.test(iri));
  const isNumberText = use.samples.length > 0 && use.samples.every((value) => numberText.test(value));
  const type = all(numeric) ? 'number' : all(dated) ? 'date' : all(/#boolean$/u) ? 'boolean' : 'text';
  // Long numbers that all differ are identifiers.
  const isCounted =
    type === 'text' &&
    isNumberText &&
    use.samples.every((value) => value.length < 9) &&
    use.objects < 0.9 * use.triples;
  return {
    cls,
    property: use.property,
    type: isCounted ? 'number' : type,
    needsCast: isCounted,
    isTime:
      type === 'date' || (use.samples.length > 0 && use.samples.every((value) => /^(?:1\d|20)\d\d$/u.test(value))),
    share: use.subjects / Math.max(1, entities),
    variety: use.objects / Math.max(1, use.triples),
    objects: use.objects,
    samples: use.samples,
  };
}
