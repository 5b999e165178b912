import { readFileSync } from 'node:fs';
import { Answer, type Citation, type Claim } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { redactAnswer } from '../../answers/redact-answer.ts';
import { answerFormats } from './answer-formats.ts';
import type { ExportedAnswer } from './exported-answer.ts';
import { cellParts } from './table-cells.ts';

const base = 'https://kg.example.org/id/';
const whole = new URL('../../../../../docs/examples/answer.json', import.meta.url);
const example = Answer.parse(JSON.parse(readFileSync(whole, 'utf8')));
const digest = 'd'.repeat(64);

function citation(n: number, paper: string, quote: string): Citation {
  const iri = `${base}paper/${paper}/s1/p1/t${n}`;
  return {
    n,
    iri,
    paper,
    title: `On ${paper}`,
    unit: 'sentence',
    quote,
    boxes: [],
    textDigest: digest,
    graphDigest: digest,
  };
}

function claim(text: string, citations: Citation[], rows: Claim['rows'] = []): Claim {
  return { text, support: { label: 'supported', score: 1, method: 'test' }, citations, rows };
}

const quote = '=HYPERLINK("x") | was *measured*.';
const rows: Claim['rows'] = [
  { query: 0, bindings: { year: { type: 'literal', value: '2021' } }, sources: [citation(1, 'oaks', '2021')] },
];

function exported(more: Partial<Answer> = {}): ExportedAnswer {
  const answer: Answer = {
    ...example,
    claims: [
      claim('Oaks, year: 2021.', [citation(1, 'oaks', '2021')], rows),
      claim(quote, [citation(2, 'oaks', quote)]),
      claim('Elms, year: 2024.', [citation(3, 'elms', '2024')]),
    ],
    table: {
      aspects: ['year', 'method'],
      rows: [
        {
          paper: 'oaks',
          title: 'On oaks',
          cells: [
            { text: '2021', verdict: 'supported', claims: [0] },
            { text: quote, verdict: 'supported', claims: [1] },
          ],
        },
        {
          paper: 'elms',
          title: 'On elms, and ash',
          cells: [
            { text: '2024', verdict: 'supported', claims: [2] },
            { text: '', verdict: 'not-in-corpus', claims: [] },
          ],
        },
      ],
    },
    ...more,
  };
  return { answer: Answer.parse(answer), iri: 'https://kg.example.org/a/1', base, papers: [] };
}

describe('A table that is given out', () => {
  it('as CSV has the text of each cell and the addresses of its quotes, and no formula', () => {
    expect(answerFormats.csv(exported()).split('\r\n')).toEqual([
      'paper,title,year,year: quotes,method,method: quotes',
      `oaks,On oaks,2021,${base}paper/oaks/s1/p1/t1,"'=HYPERLINK(""x"") | was *measured*.",${base}paper/oaks/s1/p1/t2`,
      `elms,"On elms, and ash",2024,${base}paper/elms/s1/p1/t3,not in this paper,`,
      '',
    ]);
  });

  it('as Markdown is a table with numbers of sources, in which nothing is markup', () => {
    const lines = answerFormats.markdown(exported()).split('\n');
    const start = lines.indexOf('| Paper | year | method |');
    expect(lines.slice(start + 1, start + 4)).toEqual([
      '| --- | --- | --- |',
      String.raw`| On oaks | 2021 \[1\] | =HYPERLINK("x") \| was \*measured\*. \[2\] |`,
      String.raw`| On elms, and ash | 2024 \[3\] | *not in this paper* |`,
    ]);
  });

  it('says which paper is not in good standing', () => {
    const statuses = new Map([['elms', { status: 'retracted' as const, source: 'by hand' }]]);
    const given = { ...exported(), statuses };
    const [heading = '', oaks = '', elms = ''] = answerFormats.csv(given).split('\r\n');
    expect(heading).toMatch(/^paper,title,status,year,/);
    expect(oaks).toMatch(/^oaks,On oaks,,2021,/);
    expect(elms).toMatch(/^elms,"On elms, and ash",retracted,2024,/);
    expect(answerFormats.markdown(given)).toContain('| On elms, and ash (retracted) | 2024');
  });

  it('tells values and quotes of one cell apart, each with what it rests on', () => {
    const cell = { text: `2021 … ${quote}`, verdict: 'supported' as const, claims: [0, 1] };
    const parts = cellParts(cell, exported().answer.claims);
    expect(parts.map(({ text, citations, isQuote }) => [text, citations[0]?.n, isQuote])).toEqual([
      ['2021', 1, false],
      [quote, 2, true],
    ]);
  });

  it('holds nothing of a paper that was removed', () => {
    const answer = redactAnswer(exported().answer, 'oaks');
    const [oaks, elms] = answer.table?.rows ?? [];
    expect(oaks).toMatchObject({ title: '[removed]', cells: [{ text: '[removed]' }, { text: '[removed]' }] });
    expect(elms?.title).toBe('On elms, and ash');
    expect(JSON.stringify(answer)).not.toMatch(/On oaks|HYPERLINK/);
  });
});

describe('An answer without a table, as CSV,', () => {
  it('is its result rows with their sources', () => {
    const { table: _, ...answer } = exported().answer;
    expect(answerFormats.csv({ ...exported(), answer })).toBe(`year,sources\r\n2021,${base}paper/oaks/s1/p1/t1\r\n`);
  });

  it('is its claims with their quotes where it has no rows', () => {
    const { table: _, ...answer } = exported({
      claims: [claim('Elms grow.', [citation(1, 'elms', 'Elms do grow.')])],
    }).answer;
    expect(answerFormats.csv({ ...exported(), answer }).split('\r\n')[1]).toBe(
      `Elms grow.,supported,Elms do grow.,elms,On elms,,${base}paper/elms/s1/p1/t1`,
    );
  });
});
