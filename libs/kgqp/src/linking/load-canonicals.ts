import { type GraphStore, type QueryOptions, writeQuery } from '@askg/graph';
import type { Lexicon } from './lexicon.ts';
import { selectRows } from './select-rows.ts';

/** Rows of one answer: small enough for the limits of a store. */
const atATime = 5_000;

/**
 * Which thing across papers each node is, by IRI of the node. Only derived statements are read, one for each node, so that the
 * cost grows with the people of all papers and the things that several of them name.
 * @throws GraphError as the store does
 */
export async function loadCanonicals(
  store: GraphStore,
  { namings }: Lexicon,
  options: QueryOptions,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const properties = new Set([...namings.values()].flatMap(({ canonical }) => canonical ?? []));
  for (const canonical of properties) {
    for (let offset = 0; ; offset += atATime) {
      const query = writeQuery({
        project: ['node', 'canonical'],
        where: [{ subject: { variable: 'node' }, path: { iri: canonical }, object: { variable: 'canonical' } }],
        orderBy: [{ by: { variable: 'node' } }],
        limit: atATime,
        offset,
      });
      const { rows } = await selectRows(store, query, options);
      for (const row of rows) if (row['node'] && row['canonical']) found.set(row['node'].value, row['canonical'].value);
      if (rows.length < atATime) break;
    }
  }
  return found;
}
