import type { Citation, Claim, Row } from '@askg/contract';
import type { CitationNumbers } from '../evidence/quote.ts';
import { claimText, type DraftClaim, type QuotedRow } from './draft-answer.ts';

/** A finished claim, and the stretch of the answer's text that it becomes. */
export type WrittenClaim = { claim: Claim; delta: string };

/** Numbers the citations of a claim and writes it with a reference number, `[2]`, after each stretch that rests on one. */
export function writeOut(draft: DraftClaim, numbers: CitationNumbers, query: number): WrittenClaim {
  const citations = new Map<number, Citation>();
  const cited = draft.parts.map(({ text, quotes }) => {
    const own = [...new Set(quotes.map((each) => numbers.cite(each)))];
    for (const citation of own) citations.set(citation.n, citation);
    return `${text}${own.map(({ n }) => ` [${n}]`).join('')}`;
  });
  const claim = {
    text: claimText(draft),
    support: draft.support,
    citations: [...citations.values()],
    rows: draft.rows.map((row) => writeRow(row, numbers, query)),
  };
  return { claim, delta: `${draft.separator}${cited.join('')}` };
}

/** @param query position of the row's query in the answer's `sparql` */
export function writeRow({ row, quotes }: QuotedRow, numbers: CitationNumbers, query: number): Row {
  return { query, bindings: row.bindings, sources: quotes.map((each) => numbers.cite(each)) };
}
