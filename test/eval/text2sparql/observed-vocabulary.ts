import { selectRows } from './select-rows.ts';
import type { GraphStore } from '@askg/graph';
import type { Vocabulary } from '@askg/kgqp';

const classesQuery = 'SELECT DISTINCT ?class WHERE { ?node a ?class }';
const usesQuery = `SELECT DISTINCT ?property ?from ?to ?literal WHERE {
  ?node a ?from ; ?property ?value .
  OPTIONAL { ?value a ?to }
  BIND(isLiteral(?value) AS ?literal)
}`;
const propertiesQuery = 'SELECT DISTINCT ?property WHERE { ?node ?property ?value }';

/** What a graph holds, found by looking: its classes, its properties, and which lead from which class to which. */
export async function observedVocabulary(store: GraphStore): Promise<Vocabulary> {
  const term = (iri: string): [string, { iri: string; label: string; comment: string; isPart: boolean }] => [
    iri,
    { iri, label: iri, comment: '', isPart: false },
  ];
  const classes = await selectRows(store, classesQuery);
  const properties = await selectRows(store, propertiesQuery);
  const uses = await selectRows(store, usesQuery);
  return {
    classes: new Map(classes.map((row) => term(row['class'] ?? ''))),
    properties: new Map(properties.map((row) => term(row['property'] ?? ''))),
    concepts: new Map(),
    uses: uses.map((row) => ({
      property: row['property'] ?? '',
      from: row['from'] ?? '',
      always: false,
      ...(row['literal'] === 'true' ? { datatype: 'literal' } : row['to'] === undefined ? {} : { to: row['to'] }),
    })),
  };
}
