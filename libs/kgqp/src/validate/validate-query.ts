import { GraphError, type QueryForm, queryStructure, whereParts } from '@askg/graph';
import type { Vocabulary } from '../linking/vocabulary.ts';
import { checkJoins } from './check-joins.ts';
import { checkSchema } from './check-schema.ts';
import { type Mended, mendQuery, readStructure } from './mend-query.ts';
import { repairText } from './repair-text.ts';
import { inWords } from './schema-finding.ts';

export type ValidQuery = {
  isValid: true;
  text: string;
  form: QueryForm;
  projected: readonly string[];
  /** What was mended, in words. */
  repairs: readonly string[];
  /** The limit that was added to a query without one. */
  limit?: number;
};
export type InvalidQuery = { isValid: false; text: string; reasons: readonly string[] };

/**
 * Checks a query before it runs: the guard, then the schema of the graph, then whether its conditions hang together. Only
 * SELECT and ASK answer questions.
 * @param mend whether slips of form may be mended: misplaced clauses, open groups, and what `mendQuery` mends. The planner's
 * queries need none, and get none.
 */
export function validateQuery(
  text: string,
  vocabulary: Vocabulary,
  { mend }: { mend: boolean },
): ValidQuery | InvalidQuery {
  const asWritten = readStructure(text);
  const parsed = asWritten ?? (mend ? readStructure(repairText(text)) : undefined);
  if (parsed === undefined) return { isValid: false, text, reasons: [whyNot(text)] };
  const { structure, findings, repairs, limit }: Mended = mend
    ? mendQuery(parsed, vocabulary)
    : { structure: parsed, findings: checkSchema(parsed, vocabulary), repairs: [] };
  const { form, projected } = structure;
  if (form !== 'select' && form !== 'ask') {
    return { isValid: false, text: structure.text, reasons: [`a ${form.toUpperCase()} query does not give rows`] };
  }
  const faults = [...findings, ...checkJoins(whereParts(structure.text).parts)];
  if (faults.length > 0) {
    return { isValid: false, text: structure.text, reasons: faults.map((fault) => inWords(fault, vocabulary)) };
  }
  const moved = asWritten === undefined ? ['clauses were put where they belong'] : [];
  const bound = limit === undefined ? {} : { limit };
  return { isValid: true, text: structure.text, form, projected, repairs: [...moved, ...repairs], ...bound };
}

function whyNot(text: string): string {
  try {
    queryStructure(text);
    return 'the query cannot be read';
  } catch (error) {
    return error instanceof GraphError ? error.message : String(error);
  }
}
