import type { Document, Sentence } from '@askg/contract';

function sentence(id: string, text: string, citations: Sentence['citations'] = []): Sentence {
  return { id, text, boxes: [], citations };
}

/** A small paper with a unit of each kind, and with hostile text wherever a source can bring text. For tests. */
export function sampleDocument(): Document {
  const hostile = '<script>alert(1)</script>';
  return {
    schema: 'askg.document/1',
    key: '10.1_sample',
    format: 'jats',
    digest: 'd'.repeat(64),
    language: 'en',
    title: `Trees & ${hostile}`,
    abstract: [{ id: 'abstract/p1', kind: 'text', sentences: [sentence('abstract/p1/t1', 'We study trees.')] }],
    identifiers: { doi: '10.1/sample' },
    venue: `Journal ${hostile}`,
    date: { year: 2024, month: 5, day: 7 },
    licence: 'https://creativecommons.org/licenses/by/4.0/',
    keywords: [`"onmouseover="alert(1)`],
    contributors: [
      { name: `Ann ${hostile}`, orcid: '0000-0002-1825-0097', affiliations: ['First', 'Second'], role: 'author' },
      { name: 'Ed', affiliations: ['Second'], role: 'editor' },
    ],
    sections: [
      {
        id: 's1',
        number: '1',
        heading: `Methods ${hostile}`,
        depth: 1,
        role: 'method',
        paragraphs: [
          {
            id: 's1/p1',
            kind: 'text',
            sentences: [
              sentence('s1/p1/t1', '𝒯rees grow [1, 2].', [
                { marker: '[1, 2]', start: 11, end: 17, references: ['ref1', 'ref2'] },
              ]),
              sentence('s1/p1/t2', hostile),
            ],
          },
          { id: 's1/p2', kind: 'item', list: { depth: 1, ordered: true }, sentences: [sentence('s1/p2/t1', 'One.')] },
          {
            id: 's1/p3',
            kind: 'item',
            list: { depth: 2, ordered: false },
            sentences: [sentence('s1/p3/t1', 'Inner.')],
          },
          { id: 's1/p4', kind: 'item', list: { depth: 1, ordered: true }, sentences: [sentence('s1/p4/t1', 'Two.')] },
          { id: 's1/p5', kind: 'code', sentences: [sentence('s1/p5/t1', 'if (a < b)\n  grow();')] },
        ],
        sections: [
          {
            id: 's1/s1',
            heading: 'Details',
            depth: 2,
            role: 'other',
            paragraphs: [{ id: 's1/s1/p1', kind: 'quote', sentences: [sentence('s1/s1/p1/t1', 'Quoted.')] }],
            sections: [],
          },
        ],
      },
    ],
    figures: [{ id: 'fig1', label: 'Figure 1', section: 's1', caption: [sentence('fig1/t1', 'A tree.')], boxes: [] }],
    tables: [
      {
        id: 'tab1',
        label: 'Table 1',
        section: 's1/s1',
        caption: [sentence('tab1/t1', 'Heights.')],
        rows: [
          { header: true, cells: [{ text: 'Tree', rowSpan: 1, columnSpan: 2 }], boxes: [] },
          {
            header: false,
            cells: [
              { text: 'Oak', rowSpan: 1, columnSpan: 1 },
              {
                text: '20 [1]',
                rowSpan: 1,
                columnSpan: 1,
                citations: [{ marker: '[1]', start: 3, end: 6, references: ['ref1'] }],
              },
            ],
            boxes: [],
          },
        ],
        boxes: [],
      },
    ],
    formulas: [{ id: 'eq1', label: '(1)', section: 's1', text: 'h < 3', tex: 'h < 3', boxes: [] }],
    footnotes: [
      {
        id: 'fn1',
        label: 'a',
        paragraphs: [{ id: 'fn1/p1', kind: 'text', sentences: [sentence('fn1/p1/t1', 'A note.')] }],
      },
    ],
    references: [
      { id: 'ref1', raw: 'Oak, B. On oaks.', authors: ['Oak, B.'], title: 'On oaks', doi: '10.2/oaks', boxes: [] },
      { id: 'ref2', raw: `Elm. ${hostile}`, authors: [], url: 'javascript:alert(1)', boxes: [] },
    ],
    findings: [{ code: 'ddm/dropped', severity: 'warning', message: `Dropped ${hostile}`, amount: 2 }],
  };
}
