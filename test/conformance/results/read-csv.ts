import type { Term } from '@rdfjs/types';
import { freshNode, plainLiteral } from './plain-literal.ts';
import type { QueryOutcome } from './result-set.ts';

const xsdDouble = 'http://www.w3.org/2001/XMLSchema#double';

/**
 * SPARQL 1.1 Query Results CSV, which keeps the words of a term and not its kind: each cell becomes a plain literal, one
 * that reads as a number a number, `_:x` a blank node, an empty one nothing.
 */
export function readCsv(text: string): QueryOutcome {
  const [variables = [], ...lines] = records(text);
  const nodes = new Map<string, Term>();
  const rows = lines.map((cells) =>
    Object.fromEntries(
      cells.flatMap((cell, column) => {
        const name = variables[column];
        return name === undefined || cell === '' ? [] : [[name, termOf(cell, nodes)] as const];
      }),
    ),
  );
  return { kind: 'rows', rows, variables };
}

/** RFC 4180: fields with commas, line ends or quotation marks stand in quotation marks, which are doubled inside. */
function records(text: string): string[][] {
  const result: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gu)) {
    if (end === '' && record.length === 0 && quoted === undefined && plain === '') break;
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    result.push(record);
    record = [];
  }
  return result;
}

function termOf(cell: string, nodes: Map<string, Term>): Term {
  if (!cell.startsWith('_:')) return plainLiteral(cell, isNumber(cell) ? xsdDouble : undefined);
  const node = nodes.get(cell) ?? freshNode();
  nodes.set(cell, node);
  return node;
}

function isNumber(cell: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u.test(cell);
}
