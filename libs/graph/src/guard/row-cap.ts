import type { QuerySelect } from '@traqula/rules-sparql-1-1';
import { type Edit, span } from './edits.ts';

/**
 * The edit by which a SELECT query gives one row more than allowed at most, so that a result that is too long shows
 * itself. Written into the text at the place that the tree names, because generating the text of a tree anew takes
 * seconds for a long query.
 */
export function rowCap(text: string, query: QuerySelect, rows: number): Edit[] {
  const limitOffset = query.solutionModifiers.limitOffset;
  if (limitOffset?.limit !== undefined && limitOffset.limit <= rows) return [];
  const limit = `LIMIT ${rows + 1}`;
  const place = limitOffset ?? query.values;
  // On a line of its own: the query may end in a comment.
  if (place === undefined) return [{ start: text.length, end: text.length, words: `\n${limit}` }];
  const { start, end } = span(place.loc);
  if (limitOffset === undefined) return [{ start, end: start, words: `\n${limit}\n` }];
  const offset = limitOffset.offset === undefined ? '' : ` OFFSET ${BigInt(limitOffset.offset)}`;
  return [{ start, end, words: `\n${limit}${offset}\n` }];
}
