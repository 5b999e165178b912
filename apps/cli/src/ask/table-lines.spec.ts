import type { Answer, AnswerTable, Citation, Claim } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { tableLines } from './table-lines.ts';

function citation(n: number, quote: string): Citation {
  const digest = 'd'.repeat(64);
  const iri = `https://kg.example.org/id/paper/a/t${n}`;
  return {
    n,
    iri,
    paper: 'a',
    title: 'A',
    unit: 'sentence',
    quote,
    boxes: [],
    textDigest: digest,
    graphDigest: digest,
  };
}

function claim(text: string, ...citations: Citation[]): Claim {
  return { text, support: { label: 'supported', score: 1, method: 'test' }, citations, rows: [] };
}

function lines(table: AnswerTable, claims: Claim[]): string[] {
  return tableLines(table, { claims } as unknown as Answer);
}

describe('A table in the terminal', () => {
  it('stands in columns where its values are short', () => {
    const claims = [claim('Argus, year: 2021.', citation(1, '2021'))];
    const rows = [
      { paper: 'a', title: 'Argus', cells: [{ text: '2021', verdict: 'supported' as const, claims: [0] }] },
      { paper: 'b', title: 'Rye', cells: [{ text: '', verdict: 'not-in-corpus' as const, claims: [] }] },
    ];
    expect(lines({ aspects: ['year'], rows }, claims)).toEqual([
      'paper  year',
      'Argus  2021 [1]',
      'Rye    (not in this paper)',
    ]);
  });

  it('is a list of at most 100 characters a line where it quotes', () => {
    const quote =
      'The mirror was cooled with liquid nitrogen for many hours before each of the nights on which we observed.';
    const rows = [
      { paper: 'a', title: 'Argus', cells: [{ text: quote, verdict: 'supported' as const, claims: [0] }] },
      { paper: 'b', title: 'Rye', cells: [{ text: '', verdict: 'not-in-corpus' as const, claims: [] }] },
    ];
    const told = lines({ aspects: ['method'], rows }, [claim(quote, citation(1, quote))]);
    expect(told.every((line) => line.length <= 100)).toBe(true);
    expect(told.map((line) => line.trim()).join(' ')).toBe(
      `Argus method: ${quote} [1]  Rye method: (not in this paper)`,
    );
  });
});
