import type { Term } from '@rdfjs/types';
import { parseQuads } from '@askg/ddm';
import type { QueryOutcome } from './result-set.ts';

/** SPARQL 1.1 Query Results TSV: the cells are terms in the syntax of Turtle, or empty where nothing is bound. */
export function readTsv(text: string): QueryOutcome {
  const [header = '', ...lines] = text.replace(/\r?\n$/u, '').split(/\r?\n/u);
  const variables = header === '' ? [] : header.split('\t').map((name) => name.replace(/^\?/u, ''));
  const cells = lines.map((line) => (variables.length === 0 ? [] : line.split('\t')));
  const terms = readTerms(cells);
  const rows = cells.map((line, row) =>
    Object.fromEntries(
      line.flatMap((_, column) => {
        const [name, term] = [variables[column], terms.get(`${row}-${column}`)];
        return name === undefined || term === undefined ? [] : [[name, term] as const];
      }),
    ),
  );
  return { kind: 'rows', rows, variables };
}

/** All cells in one document, so that a blank node is the same one in each. */
function readTerms(cells: readonly (readonly string[])[]): Map<string, Term> {
  const statements = cells.flatMap((line, row) =>
    line.flatMap((cell, column) => (cell === '' ? [] : [`<urn:cell:${row}-${column}> <urn:holds> ${cell} .\n`])),
  );
  const quads = parseQuads(statements.join(''), 'text/turtle');
  return new Map(quads.map(({ subject, object }) => [subject.value.replace('urn:cell:', ''), object]));
}
