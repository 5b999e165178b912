import { ddm } from '@askg/ddm';
import { type GraphStore, type QueryOptions, writeQuery } from '@askg/graph';
import { LabelIndex } from './label-index.ts';
import type { Lexicon } from './lexicon.ts';
import { loadCanonicals } from './load-canonicals.ts';
import { valuesForNames } from './values-for-names.ts';
import { rdfType } from './rdf-reader.ts';
import { selectRows } from './select-rows.ts';

/** Graphs asked for at a time: small enough for a short answer, large enough that the asking costs little. */
const graphsAtATime = 25;

export type LoadedLabels = {
  index: LabelIndex;
  /** The commit that the papers were listed from. */
  commit: number;
};

/**
 * Reads every name in the graph, paper by paper, so that no single answer is large.
 * @throws GraphError as the store does
 */
export async function loadLabels(
  store: GraphStore,
  lexicon: Lexicon,
  options: QueryOptions = {},
): Promise<LoadedLabels> {
  const index = new LabelIndex();
  const topics = new Map(valuesForNames(lexicon).map(({ property, to }) => [property, to]));
  const { graphs, commit } = await graphsOfPapers(store, options);
  const canonicals = await loadCanonicals(store, lexicon, options);
  for (let start = 0; start < graphs.length; start += graphsAtATime) {
    const some = graphs.slice(start, start + graphsAtATime);
    const { rows } = await selectRows(store, labelQuery(lexicon, some), options);
    for (const { class: cls, property, label, node } of rows) {
      if (cls === undefined || property === undefined || label === undefined || node === undefined) continue;
      const end = topics.get(property.value);
      if (end !== undefined) {
        index.add({ cls: end, property: property.value, label: label.value, iri: node.value, isExact: true });
        continue;
      }
      const naming = lexicon.namings.get(cls.value);
      const hasParts = naming?.hasParts === true;
      const isWhole = naming?.wholeAliases.includes(property.value) === true;
      const isPeople = naming?.peopleAliases.includes(property.value) === true;
      index.add({
        cls: cls.value,
        property: property.value,
        label: label.value,
        iri: node.value,
        canonical: canonicals.get(node.value),
        hasParts,
        isWhole,
        isPeople,
      });
    }
  }
  return { index, commit };
}

async function graphsOfPapers(store: GraphStore, options: QueryOptions): Promise<{ graphs: string[]; commit: number }> {
  const query = writeQuery({
    distinct: true,
    project: ['graph'],
    where: [
      { graph: 'graph', patterns: [{ subject: { variable: 'paper' }, path: rdfType, object: { iri: ddm.Paper } }] },
    ],
    orderBy: [{ by: { variable: 'graph' } }],
  });
  const { rows, commit } = await selectRows(store, query, options);
  return { graphs: rows.flatMap(({ graph }) => (graph === undefined ? [] : [graph.value])), commit };
}

function labelQuery(lexicon: Lexicon, graphs: readonly string[]): string {
  const named = [...lexicon.namings].flatMap(([cls, { name, aliases, isText }]) =>
    (isText ? [] : [...new Set([name, ...aliases])]).map((property) => [{ iri: cls }, { iri: property }]),
  );
  const values = valuesForNames(lexicon).map(({ from, property }) => [{ iri: from }, { iri: property }]);
  return writeQuery({
    project: ['class', 'property', 'node', 'label'],
    where: [
      { values: ['class', 'property'], rows: [...named, ...values] },
      // Each graph by its name: engines look a graph up that is named, and go through all of them for one in VALUES.
      {
        union: graphs.map((iri) => [
          {
            graph: { iri },
            patterns: [
              { subject: { variable: 'node' }, path: rdfType, object: { variable: 'class' } },
              { subject: { variable: 'node' }, predicate: 'property', object: { variable: 'label' } },
            ],
          },
        ]),
      },
    ],
  });
}
