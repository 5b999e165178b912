import { describe, expect, it } from '@jest/globals';
import { readArticle } from '../../../testing/read-article.ts';

/** A list of `count` entries r1, r2, … with these labels. */
function references(count: number, label = (n: number): string => `<label>${n}</label>`): string {
  const entries = Array.from(
    { length: count },
    (_, i) => `<ref id="r${i + 1}">${label(i + 1)}<mixed-citation>Entry ${i + 1}.</mixed-citation></ref>`,
  );
  return `<ref-list>${entries.join('')}</ref-list>`;
}

const cite = (id: string, text: string): string => `<xref ref-type="bibr" rid="${id}">${text}</xref>`;

/** Marker and numbers of the cited entries of each citation of one paragraph. */
function citations(content: string, back = references(9)): [string, number[]][] {
  const document = readArticle({ body: `<sec><title>T</title><p>${content}</p></sec>`, back });
  const sentences = document.sections[0]?.paragraphs[0]?.sentences ?? [];
  return sentences.flatMap((sentence) =>
    sentence.citations.map(({ marker, start, end, references: ids }): [string, number[]] => {
      expect([...sentence.text].slice(start, end).join('')).toBe(marker);
      return [marker, ids.map((id) => Number(id.slice(3)))];
    }),
  );
}

describe('A citation', () => {
  it.each<[string, string, [string, number[]][]]>([
    ['one number', `[${cite('r2', '2')}]`, [['2', [2]]]],
    [
      'a list by commas',
      `[${cite('r1', '1')}, ${cite('r3', '3')},${cite('r5', '5')}]`,
      [
        ['1', [1]],
        ['3', [3]],
        ['5', [5]],
      ],
    ],
    [
      'a range by an en dash',
      `[${cite('r2', '2')}–${cite('r5', '5')}]`,
      [
        ['2', [2]],
        ['5', [3, 4, 5]],
      ],
    ],
    [
      'a range by a hyphen between brackets',
      `[${cite('r2', '2')}]-[${cite('r4', '4')}]`,
      [
        ['2', [2]],
        ['4', [3, 4]],
      ],
    ],
    [
      'a range with the brackets in the markers',
      `${cite('r2', '[2]')}–${cite('r4', '[4]')}`,
      [
        ['[2]', [2]],
        ['[4]', [3, 4]],
      ],
    ],
    [
      'a range by the word to',
      `${cite('r2', '2')} to ${cite('r4', '4')}`,
      [
        ['2', [2]],
        ['4', [3, 4]],
      ],
    ],
    [
      'a range by a minus sign',
      `${cite('r2', '2')}\u2212${cite('r4', '4')}`,
      [
        ['2', [2]],
        ['4', [3, 4]],
      ],
    ],
    [
      'a range whose first marker is empty',
      `[${cite('r2', '')}–${cite('r4', '4')}]`,
      [
        ['', [2]],
        ['4', [3, 4]],
      ],
    ],
    ['a range in one marker', `[${cite('r2', '2–5')}]`, [['2–5', [2, 3, 4, 5]]]],
    ['a range and more in one marker', `[${cite('r1 r3 r5', '1, 3–5')}]`, [['1, 3–5', [1, 3, 4, 5]]]],
    [
      'two ranges and a list',
      `[${cite('r1', '1')}–${cite('r3', '3')},${cite('r5', '5')},${cite('r7', '7')}–${cite('r9', '9')}]`,
      [
        ['1', [1]],
        ['3', [2, 3]],
        ['5', [5]],
        ['7', [7]],
        ['9', [8, 9]],
      ],
    ],
    ['several ids in one marker, in the order of the list', cite('r4 r2', '(2, 4)'), [['(2, 4)', [2, 4]]]],
    ['author and year', `as ${cite('r1', 'Doe et al., 1999')} did`, [['Doe et al., 1999', [1]]]],
    [
      'years joined by a dash, which are no range',
      `${cite('r1', 'Doe 1999')}–${cite('r4', '2003')}`,
      [
        ['Doe 1999', [1]],
        ['2003', [4]],
      ],
    ],
    ['a year range in a marker, which is none either', cite('r2', '1999–2003'), [['1999–2003', [2]]]],
    [
      'a range that runs backwards',
      `[${cite('r5', '5')}–${cite('r2', '2')}]`,
      [
        ['5', [5]],
        ['2', [2]],
      ],
    ],
    [
      'raised numbers',
      `shown<sup>${cite('r1', '1')},${cite('r2', '2')}</sup>`,
      [
        ['1', [1]],
        ['2', [2]],
      ],
    ],
    ['a marker that is raised itself', `shown${cite('r1', '<sup>1</sup>')}`, [['1', [1]]]],
    ['no text, with another in its place', cite('r3', '').replace('>', ' alt="Smith, 2001">'), [['Smith, 2001', [3]]]],
    ['no text at all', `here ${cite('r3', '')} it is`, [['', [3]]]],
    ['no type, but an entry', '<xref rid="r2">2</xref>', [['2', [2]]]],
    ['an entry that is not there', cite('gone', '99'), [['99', []]]],
    ['formatted text', cite('r2', '<italic>Doe</italic> <bold>2</bold>'), [['Doe 2', [2]]]],
    ['text beyond the basic plane before it', `𝒜𝒷 ${cite('r2', '2')}`, [['2', [2]]]],
  ])('by %s', (_, content, expected) => expect(citations(content)).toEqual(expected));

  it('is none when it points at a figure, a section, or at a figure without saying so', () => {
    expect(
      citations('<xref ref-type="fig" rid="f1">Fig 1</xref> <xref rid="s1">below</xref> <xref rid="r1 f1">x</xref>'),
    ).toEqual([]);
  });

  it('counts entries by place in a list without numbers, and by number in one with', () => {
    const unlabelled = references(5, () => '');
    expect(citations(cite('r2', '2–4'), unlabelled)).toEqual([['2–4', [2, 3, 4]]]);
    const from11 = references(5, (n) => `<label>[${n + 10}]</label>`);
    expect(citations(cite('r2', '12–14'), from11)).toEqual([['12–14', [2, 3, 4]]]);
    expect(citations(cite('r2', '2–4'), from11)).toEqual([['2–4', [2]]]);
  });

  it('finds an entry by the id of the citation inside it', () => {
    const back =
      '<ref-list><ref id="a"><mixed-citation id="a1">One.</mixed-citation><mixed-citation id="a2">Two.</mixed-citation></ref></ref-list>';
    expect(citations(cite('a2', '1b'), back)).toEqual([['1b', [1]]]);
  });

  it('in a sub-article means the entry of its own list where ids repeat', () => {
    const list = references(3);
    const document = readArticle({
      body: '<p>Text.</p>',
      back: list,
      root: `<sub-article><front-stub/><body><p>${cite('r1', '1')}–${cite('r3', '3')}</p></body><back>${list}</back></sub-article>`,
    });
    expect(document.references).toHaveLength(6);
    const [, letter] = document.sections;
    expect(letter?.paragraphs[0]?.sentences[0]?.citations.map((citation) => citation.references)).toEqual([
      ['ref4'],
      ['ref5', 'ref6'],
    ]);
  });

  it.each<[string, { body?: string; meta?: string }, (document: ReturnType<typeof readArticle>) => unknown]>([
    ['a heading', { body: `<sec><title>As ${cite('r1', '[1]')}</title></sec>` }, (d) => d.sections[0]?.citations?.[0]],
    [
      'a caption',
      { body: `<fig><caption><p>As ${cite('r1', '[1]')}</p></caption></fig>` },
      (d) => d.figures[0]?.caption[0]?.citations[0],
    ],
    [
      'a cell',
      { body: `<table-wrap><table><tr><td>${cite('r1', '[1]')}</td></tr></table></table-wrap>` },
      (d) => d.tables[0]?.rows[0]?.cells[0]?.citations?.[0],
    ],
    [
      'a table note',
      { body: `<table-wrap><table-wrap-foot><p>${cite('r1', '[1]')}</p></table-wrap-foot></table-wrap>` },
      (d) => d.tables[0]?.notes?.[0]?.sentences[0]?.citations[0],
    ],
    [
      'a footnote',
      { body: `<p>x<fn><p>${cite('r1', '[1]')}</p></fn></p>` },
      (d) => d.footnotes[0]?.paragraphs[0]?.sentences[0]?.citations[0],
    ],
    [
      'the abstract',
      { meta: `<abstract><p>${cite('r1', '[1]')}</p></abstract>` },
      (d) => d.abstract[0]?.sentences[0]?.citations[0],
    ],
    [
      'a listing',
      { body: `<code>a ${cite('r1', '[1]')}</code>` },
      (d) => d.sections[0]?.paragraphs[0]?.sentences[0]?.citations[0],
    ],
  ])('is kept in %s', (_, parts, find) => {
    expect(find(readArticle({ ...parts, back: references(2) }))).toMatchObject({ marker: '[1]', references: ['ref1'] });
  });

  it('that points nowhere, or stands in the title of the paper, is counted in a finding', () => {
    const document = readArticle({
      body: `<p>${cite('gone', '9')} and ${cite('gone r1', '9')}</p>`,
      back: references(1),
    });
    expect(document.findings).toEqual([expect.objectContaining({ code: 'ddm/dangling-citation', amount: 2 })]);
    const titled = readArticle({ title: `<article-title>On ${cite('r1', '1')}</article-title>`, back: references(1) });
    expect(titled.title).toBe('On 1');
    expect(titled.findings).toEqual([expect.objectContaining({ code: 'ddm/unplaced-citation', amount: 1 })]);
  });
});
