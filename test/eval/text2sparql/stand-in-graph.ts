import type { StructureTerm } from '@askg/graph';
import { structureOf } from './query-terms.ts';
import { recordedSchemas } from './recorded-schemas.ts';
import type { RecordedQuery } from './recorded-set.ts';

const label = 'http://www.w3.org/2000/01/rdf-schema#label';
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const mostQueries = 2_000;

/**
 * A graph in place of one that is not there: what the queries of the training split say must hold, once for each of them, as
 * N-Triples. It has the classes and properties of the true graph, and the things that those queries name. Terms are labelled by the
 * words of their IRIs; a title in quotes names the one thing of a query.
 */
export function standInGraph(queries: readonly RecordedQuery[]): string {
  const lines = new Set<string>();
  const named = new Set<string>();
  queries.slice(0, mostQueries).forEach(({ question, sparql }, i) => {
    const structure = structureOf(sparql);
    if (structure === undefined) return;
    const { triples } = structure;
    const equal = new Map(
      [...sparql.matchAll(/FILTER\s*\(\s*(?:str\s*\()?\s*\?(\w+)\s*\)?\s*=\s*"([^"]+)"/giu)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
    const subjects = new Set(triples.flatMap(({ subject }) => (subject.kind === 'variable' ? [subject.value] : [])));
    const written = (term: StructureTerm): string => {
      if (term.kind === 'iri') return `<${term.value}>`;
      const fixed = equal.get(term.value);
      if (fixed !== undefined) return literal(fixed);
      if (term.kind === 'literal') return literal(term.value);
      const called = triples.find(
        ({ subject, property, object }) =>
          property === label && subject.value === term.value && equal.has(object.value),
      );
      // What is called the same in two queries is one thing, so that what they say of it meets.
      const name = called === undefined ? `${i}:${term.value}` : (equal.get(called.object.value) ?? '');
      return `<urn:stand-in:${encodeURIComponent(name.replaceAll(/[?()']/gu, ''))}>`;
    };
    for (const { subject, property, object } of triples) {
      if (property === '') continue;
      const isOpenLabel = property === label && object.kind === 'variable' && !equal.has(object.value);
      const isValue = recordedSchemas[property]?.length === 1 && object.kind === 'variable';
      const end = isOpenLabel || isValue ? literal(`value ${i}`) : written(object);
      if (subject.kind !== 'literal') lines.add(`${written(subject)} <${property}> ${end} .`);
      const [from, to] = recordedSchemas[property] ?? [];
      if (from !== undefined && subject.kind !== 'literal') lines.add(`${written(subject)} <${type}> <${from}> .`);
      if (to !== undefined && !end.startsWith('"')) lines.add(`${end} <${type}> <${to}> .`);
      for (const iri of [from, to]) if (iri !== undefined) named.add(iri);
      named.add(property);
      if (property === type && object.kind === 'iri') named.add(object.value);
      if (object.kind === 'variable' && !subjects.has(object.value) && property !== type) continue;
    }
    const things = new Set(triples.flatMap(({ subject }) => (subject.kind === 'iri' ? [subject.value] : [])));
    const [title] = [...question.matchAll(/'([^']{8,})'/gu)].map(([, inner]) => inner);
    const [thing] = things;
    const isNamed = things.size === 1 && thing !== undefined && title !== undefined;
    if (isNamed) lines.add(`<${thing}> <${label}> ${literal(title)} .`);
  });
  for (const iri of named) lines.add(`<${iri}> <${label}> ${literal(wordsOf(iri))} .`);
  return [...lines].join('\n');
}

/** The words of an IRI's last part: "primaryAffiliation" is "primary affiliation", "HAS_DATASET" is "has dataset". */
function wordsOf(iri: string): string {
  const name = iri.replace(/^.*[/#]/u, '');
  return name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
}

function literal(text: string): string {
  return `"${text.replaceAll(/[\\"]/gu, String.raw`\$&`).replaceAll('\n', ' ')}"`;
}
