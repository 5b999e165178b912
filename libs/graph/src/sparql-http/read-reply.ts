import { GraphError } from '../graph-error.ts';
import type { ResultRow, ResultTerm } from '../results/write-results.ts';

type JsonTerm = { type?: unknown; value?: unknown; 'xml:lang'?: unknown; datatype?: unknown };
type JsonResults = {
  head?: { vars?: unknown };
  boolean?: unknown;
  results?: { bindings?: unknown };
};

const xsdString = 'http://www.w3.org/2001/XMLSchema#string';

/**
 * The rows of a SELECT: https://www.w3.org/TR/sparql11-results-json/. A reply that breaks off is no JSON.
 * @throws GraphError `graph/query-failed` when it is something else
 */
export function readRows(text: string): { variables: string[]; rows: ResultRow[] } {
  const { head, results } = parse(text);
  const bindings = results?.bindings;
  if (!Array.isArray(head?.vars) || !Array.isArray(bindings)) throw notResults('it has no bindings');
  return {
    variables: head.vars.map(String),
    rows: bindings.map((row: Record<string, JsonTerm>) =>
      Object.fromEntries(Object.entries(row).map(([name, term]) => [name, termOf(term)])),
    ),
  };
}

/** The answer of an ASK. @throws GraphError `graph/query-failed` */
export function readBoolean(text: string): boolean {
  const { boolean } = parse(text);
  if (typeof boolean !== 'boolean') throw notResults('it has no boolean');
  return boolean;
}

function parse(text: string): JsonResults {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw notResults(text === '' ? 'it is empty' : 'it is not JSON, or breaks off', cause);
  }
  if (typeof value !== 'object' || value === null) throw notResults('it is no object');
  return value;
}

/** Each server writes terms in an order and with datatypes of its own. */
function termOf({ type, value, 'xml:lang': language, datatype }: JsonTerm): ResultTerm {
  if (typeof value !== 'string') throw notResults('a term has no value');
  if (type === 'uri' || type === 'bnode') return { type, value };
  if (type !== 'literal' && type !== 'typed-literal') throw notResults(`a term is a ${String(type)}`);
  if (typeof language === 'string') return { type: 'literal', value, 'xml:lang': language };
  if (typeof datatype !== 'string' || datatype === xsdString) return { type: 'literal', value };
  return { type: 'literal', value, datatype };
}

function notResults(why: string, cause?: unknown): GraphError {
  return new GraphError('graph/query-failed', `The server's reply cannot be read: ${why}.`, { cause });
}
