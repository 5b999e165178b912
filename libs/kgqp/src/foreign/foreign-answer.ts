import type { Answer, BoundTerm, Claim, Row } from '@askg/contract';
import { localName } from '../induce/term-words.ts';
import type { Bindings, Selected } from '../linking/select-rows.ts';

const mostShown = 20;
const mostRows = 500;

/** A result with the columns that are shown. */
export type ForeignResult = Pick<Selected, 'rows'> & { boolean?: boolean | undefined; columns: readonly string[] };

/** What a result says, in words, and as a claim that rests on its rows. Names stand for IRIs where there are any. */
export function foreignAnswer(
  { rows, boolean, columns: all }: ForeignResult,
  query: number,
  graph: string,
  score: number,
): Pick<Answer, 'verdict' | 'answer' | 'claims'> {
  if (boolean !== undefined) {
    return said(
      boolean ? 'Yes.' : 'No.',
      [{ query, bindings: { answer: { type: 'literal', value: String(boolean) } }, sources: [] }],
      score,
    );
  }
  if (rows.length === 0) {
    return { verdict: 'not-in-corpus', answer: `The graph “${graph}” holds nothing for this query.`, claims: [] };
  }
  const columns = all.filter((name) => !all.includes(`${name}Name`));
  const lines = [
    ...new Set(
      rows.map((row) =>
        columns
          .map((name) => shownOf(row, name))
          .filter(Boolean)
          .join(' — '),
      ),
    ),
  ].filter(Boolean);
  const shown = lines.slice(0, mostShown);
  const more = lines.length > shown.length ? `\n… and ${lines.length - shown.length} more.` : '';
  const kept = rows.slice(0, mostRows).map((bindings): Row => ({ query, bindings, sources: [] }));
  return said(shown.join(columns.length > 1 ? '\n' : ', ') + more, kept, score);
}

function said(text: string, rows: Row[], score: number): Pick<Answer, 'verdict' | 'answer' | 'claims'> {
  const claim: Claim = { text, support: { label: 'supported', score, method: 'query-result' }, citations: [], rows };
  return { verdict: 'supported', answer: text, claims: [claim] };
}

function shownOf(row: Bindings, name: string): string {
  const term = row[name] ?? row[name.replace(/Name$/u, '')];
  return term === undefined ? '' : textOf(term);
}

function textOf({ type, value }: BoundTerm): string {
  return type === 'uri' ? localName(value) : value;
}
