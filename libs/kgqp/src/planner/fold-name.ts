import type { Expression } from '@askg/graph';

const kept = '[^\\p{L}\\p{N}+#]+';

/** What spellings of one name have in common: its letters, digits and the signs of "C++" and "C#", in lower case. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(new RegExp(kept, 'gu'), '');
}

/** The same as an expression over a variable. */
export function foldedName(name: string): Expression {
  const lower: Expression = { call: 'LCASE', with: [{ call: 'STR', with: [{ variable: name }] }] };
  return { call: 'REPLACE', with: [lower, { literal: kept }, { literal: '' }] };
}
