import { replaceCodepointEscapes } from '../guard/codepoint-escapes.ts';
import { guardQuery } from '../guard/guard-query.ts';
import type { QueryForm } from '../guard/guarded-query.ts';
import { declarePrefixes } from '../guard/well-known-prefixes.ts';

/**
 * A query that the guard lets pass, as its author wrote it, with escapes resolved and the well-known prefixes that it did not declare: what the
 * guard adds for an engine, such as a row cap, is left out.
 * @throws GraphError as `guardQuery` does
 */
export function readableText(sparql: string): { text: string; form: QueryForm } {
  const { form, addedPrefixes } = guardQuery(sparql);
  return { text: declarePrefixes(addedPrefixes).join('') + replaceCodepointEscapes(sparql), form };
}
