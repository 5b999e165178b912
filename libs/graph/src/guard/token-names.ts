const names: Record<string, string> = {
  Var1: 'a variable',
  Var2: 'a variable',
  IriRef: 'an IRI',
  PNameLn: 'an IRI',
  PNameNs: 'an IRI',
  BlankNodeLabel: 'a blank node',
  Anon: 'a blank node',
  StringLiteral1: 'a string',
  StringLiteral2: 'a string',
  StringLiteralLong1: 'a string',
  StringLiteralLong2: 'a string',
  True: 'true or false',
  False: 'true or false',
  LangTag: 'a language tag',
  Nil: '“()”',
  a: '“a”',
  GroupByGroup: 'GROUP BY',
  Order: 'ORDER BY',
  InsertClause: 'INSERT',
  EOF: 'the end of the query',
};

/** A token type in words for people: `a variable`, `“}”`, `SELECT`. */
export function nameOfToken(type: { name: string; LABEL?: string }): string {
  const known = names[type.name];
  if (known !== undefined) return known;
  if (/^(?:Integer|Decimal|Double)/u.test(type.name)) return 'a number';
  const label = type.LABEL ?? type.name;
  return /^[A-Za-z_ ]+$/u.test(label) ? label : `“${label}”`;
}
