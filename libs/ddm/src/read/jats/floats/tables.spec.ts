import type { Table } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { readArticle } from '../../../testing/read-article.ts';

const tables = (body: string): Table[] => readArticle({ body }).tables;
const wrap = (content: string): Table | undefined => tables(`<table-wrap>${content}</table-wrap>`)[0];
/** Each cell as its text, with its spans where it has some. */
const grid = (table: Table | undefined): string[][] =>
  (table?.rows ?? []).map(({ cells }) =>
    cells.map(({ text, rowSpan, columnSpan }) =>
      rowSpan * columnSpan === 1 ? text : `${text} ${rowSpan}x${columnSpan}`,
    ),
  );

describe('A table', () => {
  it('has header rows, cells with spans, and text of several paragraphs in one cell', () => {
    const table = wrap(
      '<label>Table 1.</label><caption><title>Counts.</title><p>By year.</p></caption><table><col/><thead><tr><th rowspan="2">Tree</th><th colspan="2">Count</th></tr><tr><th>2019</th><th>2020</th></tr></thead>' +
        '<tbody><tr><td><p>Oak</p><p>old</p></td><td>3.2<sup>a</sup></td><td>4<break/>5</td></tr></tbody><tfoot><tr><td>Sum</td><td/><td>12</td></tr></tfoot></table>',
    );
    expect(table).toMatchObject({ id: 'tab1', label: 'Table 1', caption: [{ text: 'Counts.' }, { text: 'By year.' }] });
    expect(grid(table)).toEqual([
      ['Tree 2x1', 'Count 1x2'],
      ['2019', '2020'],
      ['Oak old', '3.2^a', '4 5'],
      ['Sum', '', '12'],
    ]);
    expect(table?.rows.map(({ header }) => header)).toEqual([true, true, false, false]);
  });

  it('with a row of header cells outside the head has that row as header', () => {
    expect(
      wrap('<table><tr><th>A</th><th>B</th></tr><tr><th>1</th><td>2</td></tr></table>')?.rows.map(
        ({ header }) => header,
      ),
    ).toEqual([true, false]);
  });

  it.each([
    ['0', 1],
    ['-3', 1],
    ['2.7', 2],
    ['x', 1],
    ['', 1],
    ['99999', 1000],
  ])('takes a span of “%s” for %d', (value, span) => {
    expect(wrap(`<table><tr><td colspan="${value}">a</td></tr></table>`)?.rows[0]?.cells[0]?.columnSpan).toBe(span);
  });

  it('keeps its notes, with their labels as run-in headings', () => {
    const table = wrap(
      '<table><tr><td>x</td></tr></table><table-wrap-foot><fn><label>a</label><p>Twice.</p></fn><p>Source: forest.</p></table-wrap-foot>',
    );
    expect(table?.notes?.map(({ id, heading, sentences }) => [id, heading, sentences[0]?.text])).toEqual([
      ['tab1/p1', 'a', 'Twice.'],
      ['tab1/p2', undefined, 'Source: forest.'],
    ]);
  });

  it('is read from its grid where it is given as an image too; as an image only it is empty and counted', () => {
    expect(grid(wrap('<alternatives><graphic/><table><tr><td>x</td></tr></table></alternatives>'))).toEqual([['x']]);
    const document = readArticle({ body: '<table-wrap><label>1</label><graphic/></table-wrap>' });
    expect([document.tables[0]?.rows, document.findings]).toEqual([
      [],
      [expect.objectContaining({ code: 'ddm/table-image' })],
    ]);
  });

  it('of several grids under one caption is one, row after row', () => {
    expect(
      grid(wrap('<caption><p>Two.</p></caption><table><tr><td>A</td></tr></table><table><tr><td>B</td></tr></table>')),
    ).toEqual([['A'], ['B']]);
  });

  it('of the exchange model has its spans by column names', () => {
    const oasis =
      '<oasis:table><oasis:tgroup cols="3"><oasis:colspec colname="c1"/><oasis:colspec colname="c2"/><oasis:colspec colname="c3"/>' +
      '<oasis:thead><oasis:row><oasis:entry namest="c1" nameend="c3">Wide</oasis:entry></oasis:row></oasis:thead>' +
      '<oasis:tbody><oasis:row><oasis:entry morerows="1">x</oasis:entry><oasis:entry>y</oasis:entry></oasis:row></oasis:tbody></oasis:tgroup></oasis:table>';
    expect(grid(wrap(oasis))).toEqual([['Wide 1x3'], ['x 2x1', 'y']]);
  });

  it('keeps text in its rows that is no cell', () => {
    expect(grid(wrap('<table><tr><td>a</td><p>b</p></tr><caption>c</caption></table>'))).toEqual([['a', 'b'], ['c']]);
  });

  it('without anything around it, or in a group, is one too', () => {
    expect(grid(tables('<table><tr><td>x</td></tr></table>')[0])).toEqual([['x']]);
    const group = readArticle({
      body: '<table-wrap-group><label>Table 4</label><caption><p>A group.</p></caption><table-wrap><label>4a</label><table><tr><td>x</td></tr></table></table-wrap></table-wrap-group>',
    });
    expect(group.tables).toMatchObject([{ label: '4a' }]);
    expect(group.sections[0]?.paragraphs).toMatchObject([{ kind: 'caption', heading: 'Table 4' }]);
  });
});
