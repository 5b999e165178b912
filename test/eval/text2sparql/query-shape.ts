/** What a query is like, without what it speaks of. */
export type QueryShape = { form: 'ask' | 'select'; counts: boolean; ranks: boolean; groups: boolean; denies: boolean };

/** Read off the text, as some gold queries are no SPARQL 1.1 that a parser takes. */
export function shapeOf(sparql: string): QueryShape {
  const text = sparql.replaceAll(/"[^"]*"|'[^']*'|<[^>]*>/gu, ' ').toUpperCase();
  const has = (pattern: RegExp): boolean => pattern.test(text);
  const ranks = (has(/\bORDER\s+BY\b/u) && has(/\bLIMIT\s+\d{1,2}\b/u)) || has(/\b(?:MAX|MIN)\s*\(/u);
  return {
    form: has(/\bASK\b/u) ? 'ask' : 'select',
    counts: has(/\bCOUNT\s*\(/u) && !ranks,
    ranks,
    groups: has(/\bGROUP\s+BY\b/u) && !ranks,
    denies: has(/\bNOT\s+EXISTS\b|\bMINUS\b/u),
  };
}

/** Whether two queries are of one shape. */
export function isSameShape(one: QueryShape, other: QueryShape): boolean {
  return (Object.keys(one) as (keyof QueryShape)[]).every((key) => one[key] === other[key]);
}
