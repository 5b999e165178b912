import type { Term } from '@rdfjs/types';
import { RdfGraph } from '../rdf-graph.ts';
import type { TestFiles } from '../test-files.ts';
import { readResult } from './read-result.ts';
import type { QueryOutcome, Row } from './result-set.ts';

const rs = 'http://www.w3.org/2001/sw/DataAccess/tests/result-set#';

const textFormats: Record<string, string> = {
  srx: 'application/sparql-results+xml',
  srj: 'application/sparql-results+json',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
};

/** The media type in which a test has its expected result, as far as it is a result format. */
export function formatOf(iri: string): string | undefined {
  return textFormats[iri.slice(iri.lastIndexOf('.') + 1)];
}

/** Reads the file that says what a query should give: a result format, a graph, or a result set told in RDF. */
export async function readExpected(files: TestFiles, iri: string): Promise<QueryOutcome> {
  const format = formatOf(iri);
  if (format !== undefined) return readResult(format, files.text(iri));
  const quads = await files.quads(iri);
  const graph = new RdfGraph(quads);
  const [set] = graph.subjectsOfType(`${rs}ResultSet`);
  return set === undefined ? { kind: 'graph', quads } : toldInRdf(graph, set);
}

function toldInRdf(graph: RdfGraph, set: Term): QueryOutcome {
  const boolean = graph.text(set, `${rs}boolean`);
  if (boolean !== undefined) return { kind: 'boolean', value: boolean === 'true' || boolean === '1' };
  const variables = graph.values(set, `${rs}resultVariable`).map(({ value }) => value);
  const solutions = graph.values(set, `${rs}solution`);
  const index = (solution: Term) => Number(graph.text(solution, `${rs}index`) ?? Number.NaN);
  const ordered = solutions.length > 0 && solutions.every((solution) => !Number.isNaN(index(solution)));
  if (ordered) solutions.sort((one, other) => index(one) - index(other));
  return { kind: 'rows', rows: solutions.map((solution) => rowOf(graph, solution)), variables, ordered };
}

function rowOf(graph: RdfGraph, solution: Term): Row {
  return Object.fromEntries(
    graph.values(solution, `${rs}binding`).flatMap((binding) => {
      const [name, value] = [graph.text(binding, `${rs}variable`), graph.value(binding, `${rs}value`)];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    }),
  );
}

