import type { ClassShape, GraphDescription, PropertyShape } from './graph-description.ts';

const mostSamples = 2;

/** The classes of a graph for people and prompts, one line for each class and each of its properties. */
export function compactShapes({ classes, properties }: GraphDescription): string[] {
  const labels = new Map(properties.map(({ iri, labels: [label] }) => [iri, label ?? iri]));
  return classes
    .filter(({ entities }) => entities > 0)
    .flatMap((shape) => [headOf(shape), ...shape.properties.map((use) => `  ${propertyLine(use, labels)}`)]);
}

function headOf({ iri, labels: [label], entities, sampled }: ClassShape): string {
  const partial = sampled === undefined ? '' : `, shape of ${sampled} of them`;
  return `${label ?? iri} (${entities}${partial}) <${iri}>`;
}

function propertyLine(
  { property, triples, kinds, samples, isFunctional }: PropertyShape,
  labels: ReadonlyMap<string, string>,
): string {
  const ends = kinds.map(({ iri }) => iri.replace(/^.*[#/]/u, '')).join(' or ');
  const shown = samples
    .slice(0, mostSamples)
    .map((value) => JSON.stringify(value))
    .join(', ');
  return `${labels.get(property) ?? property} -> ${ends} (${triples}${isFunctional ? ', one each' : ''}) ${shown} <${property}>`;
}
