import type { PassageFilter } from '../passages/passage.ts';
import { filterSql, isOneOf } from './filter-sql.ts';
import type { LanceDatabase } from './lance-database.ts';
import { type PassageRow, fromRow, passageColumns } from './passage-row.ts';

/**
 * The condition that a filter puts on the rows of passages and vectors; undefined when it allows everything. Units have no
 * rows of their own, so the passages that hold one are looked up first, within their papers.
 */
export async function passageCondition(
  database: LanceDatabase,
  filter: PassageFilter | undefined,
): Promise<string | undefined> {
  const plain = filterSql(filter);
  const units = filter?.units;
  if (!units) return plain;
  const table = await database.table('passages');
  const ofPapers = isOneOf('paper', units.keys());
  const rows =
    table && units.size > 0
      ? table
          .query()
          .where(ofPapers)
          .select([...passageColumns])
      : undefined;
  const candidates = (((await rows?.toArray()) ?? []) as PassageRow[]).map(fromRow);
  const holding = candidates.filter((each) => each.units.some(({ iri }) => units.get(each.paper)?.has(iri)));
  const held = isOneOf(
    'iri',
    holding.map(({ iri }) => iri),
  );
  return plain === undefined ? held : `${plain} AND ${held}`;
}
