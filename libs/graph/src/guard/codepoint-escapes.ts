import { GraphError } from '../graph-error.ts';

const inString: Record<string, string> = { '"': '\\"', "'": "\\'", '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

/**
 * Replaces codepoint escapes (`\u0053`, `\U0001F600`) all over a query before it is read, so that none hides a keyword
 * (SPARQL 1.1, 19.2). A character that would end a string is written as the string escape of the same character,
 * which is what it means in practice and is a syntax error anywhere else.
 * @throws GraphError `graph/invalid-query` for an escape, or a text, that is not Unicode
 */
export function replaceCodepointEscapes(sparql: string): string {
  const replaced = sparql.replaceAll(
    /\\(?:\\|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/gu,
    (whole: string, short?: string, long?: string) => {
      const digits = short ?? long;
      if (digits === undefined) return whole;
      const code = Number.parseInt(digits, 16);
      if (code > 0x10ffff) throw new GraphError('graph/invalid-query', `The escape ${whole} is outside of Unicode.`);
      const character = String.fromCodePoint(code);
      return inString[character] ?? character;
    },
  );
  if (!replaced.isWellFormed()) {
    throw new GraphError('graph/invalid-query', 'The query holds half of a surrogate pair, which is no character.');
  }
  return replaced;
}
