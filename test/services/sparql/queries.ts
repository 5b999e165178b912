import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', '..', 'ontology', 'queries');

/** The competency queries, and others that show what a store sees. */
export const queries: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.rq'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  ),
  'number of distinct triples': 'SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } }',
  'triples of each graph': 'SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g',
  'named graphs': 'SELECT ?g { GRAPH ?g {} }',
  properties: 'SELECT DISTINCT ?p { ?s ?p ?o }',
  'what is reached in any number of steps': 'SELECT DISTINCT ?o { ?s ddm:nothing* ?o FILTER isIRI(?o) }',
};
