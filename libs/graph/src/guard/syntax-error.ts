import { GraphError } from '../graph-error.ts';
import { type Lexed, type Token, Unexpected } from './grammar.ts';

/** Says in one line where a text departs from the grammar, and what could stand there. Lines and columns from 1. */
export function syntaxError(error: unknown, addedLines: number): GraphError {
  if (error instanceof RangeError) {
    return new GraphError('graph/query-too-complex', 'The query is nested too deeply to be parsed.', { cause: error });
  }
  if (!(error instanceof Unexpected)) {
    const reason = error instanceof Error ? error.message : String(error);
    return new GraphError('graph/invalid-query', oneLine(reason), { cause: error });
  }
  const atEnd = Number.isNaN(error.token.startOffset) || error.token.image === '';
  const line = (atEnd ? (error.previous?.endLine ?? 1) : (error.token.startLine ?? 1)) - addedLines;
  const column = atEnd ? (error.previous?.endColumn ?? 0) + 1 : (error.token.startColumn ?? 1);
  const found = atEnd ? 'the end of the query' : `“${clip(error.token)}”`;
  return new GraphError(
    'graph/invalid-query',
    `Line ${Math.max(line, 1)}, column ${column}: expected ${error.expectation}, found ${found}.`,
    { cause: error },
  );
}

/** The same for a text in which no token of SPARQL could be seen at some place. */
export function lexicalError(text: string, lexed: Lexed): GraphError | undefined {
  const [error] = lexed.errors;
  if (error === undefined) return undefined;
  const character = String.fromCodePoint(text.codePointAt(error.offset) ?? 0x20);
  const hint = character === '"' || character === "'" ? ' (a string that is not closed, or holds a wrong escape)' : '';
  return new GraphError(
    'graph/invalid-query',
    `Line ${error.line ?? 1}, column ${error.column ?? 1}: nothing in SPARQL starts with “${character}” here${hint}.`,
  );
}

function clip(token: Token): string {
  return token.image.length > 40 ? `${token.image.slice(0, 40)}…` : oneLine(token.image);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
