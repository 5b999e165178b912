import type { QuerySelect } from '@traqula/rules-sparql-1-1';

/**
 * The text of a SELECT query that gives one row more than allowed at most, so that a result that is too long shows
 * itself. Written into the text at the place that the tree names, because generating the text of a tree anew takes
 * seconds for a long query.
 */
export function withRowCap(text: string, query: QuerySelect, rows: number): string {
  const limitOffset = query.solutionModifiers.limitOffset;
  if (limitOffset?.limit !== undefined && limitOffset.limit <= rows) return text;
  const limit = `LIMIT ${rows + 1}`;
  const place = limitOffset ?? query.values;
  // On a line of its own: the query may end in a comment.
  if (place === undefined) return `${text}\n${limit}`;
  const { start, end } = span(place.loc);
  if (limitOffset === undefined) return `${text.slice(0, start)}\n${limit}\n${text.slice(start)}`;
  const offset = limitOffset.offset === undefined ? '' : ` OFFSET ${BigInt(limitOffset.offset)}`;
  return `${text.slice(0, start)}\n${limit}${offset}\n${text.slice(end)}`;
}

function span(loc: object): { start: number; end: number } {
  if ('start' in loc && 'end' in loc && typeof loc.start === 'number' && typeof loc.end === 'number') {
    return { start: loc.start, end: loc.end };
  }
  throw new Error('The parser gave no place for a clause of the query.');
}
