import type { Document, Paragraph, Reference, Section, Sentence } from '@askg/contract';

/** Citations are written as `[n]` in the text: each points at the references with the numbers inside. */
function sentence(id: string, text: string, mentions?: Sentence['mentions']): Sentence {
  const citations = [...text.matchAll(/\[([\d, ]+)\]/g)].map((match) => ({
    marker: match[0],
    start: match.index,
    end: match.index + match[0].length,
    references: (match[1] ?? '').split(', ').map((number) => `ref${number}`),
  }));
  return { id, text, boxes: [], citations, ...(mentions ? { mentions } : {}) };
}

function withFunction(name: string, cited: Sentence): Sentence {
  return { ...cited, citations: cited.citations.map((mark) => ({ ...mark, function: name })) };
}

function paragraph(id: string, texts: string[], kind: Paragraph['kind'] = 'text'): Paragraph {
  return { id, kind, sentences: texts.map((text, i) => sentence(`${id}/t${i + 1}`, text)) };
}

function section(id: string, heading: string, role: Section['role'], paragraphs: Paragraph[]): Section {
  return { id, heading, depth: id.split('/').length, role, paragraphs, sections: [] };
}

function reference(number: number, authors: string[], title: string, year: number, doi?: string): Reference {
  const raw = `${authors.join(', ')}. ${title}. ${year}.`;
  return { id: `ref${number}`, raw, authors, title, year, ...(doi === undefined ? {} : { doi }), boxes: [] };
}

const bare: Pick<
  Document,
  | 'schema'
  | 'format'
  | 'language'
  | 'abstract'
  | 'keywords'
  | 'figures'
  | 'tables'
  | 'formulas'
  | 'footnotes'
  | 'findings'
> = {
  schema: 'askg.document/1',
  format: 'jats',
  language: 'en',
  abstract: [],
  keywords: [],
  figures: [],
  tables: [],
  formulas: [],
  footnotes: [],
  findings: [],
};

const lind = { name: 'Ada Lind', given: 'Ada', family: 'Lind', orcid: '0000-0001-0000-0001' };

/** A paper with every kind of unit. */
const graphs: Document = {
  ...bare,
  key: '10.1000_a',
  digest: 'a'.repeat(64),
  title: 'Sentence graphs of papers',
  abstract: [paragraph('abstract/p1', ['Papers are graphs.', 'We show how to build them.'])],
  identifiers: { doi: '10.1000/a' },
  venue: 'Journal of Graphs',
  date: { year: 2020, month: 5, day: 4 },
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  keywords: ['knowledge graphs', 'sentences'],
  topics: [
    { label: 'sentence graph', score: 1 },
    { label: 'parsing', score: 0.4, cso: 'https://cso.kmi.open.ac.uk/topics/parsing' },
  ],
  abbreviations: [{ short: 'Pars', long: 'Parser of papers', sentence: 's2/p1/t1' }],
  contributors: [
    { ...lind, affiliations: ['Lund University'], role: 'author' },
    {
      name: 'Ben Osei',
      given: 'Ben',
      family: 'Osei',
      affiliations: ['University of Ghana', 'Lund University'],
      role: 'author',
    },
    { name: 'Eva Roth', given: 'Eva', family: 'Roth', affiliations: [], role: 'editor' },
  ],
  sections: [
    section('s1', 'Introduction', 'introduction', [
      paragraph('s1/p1', ['Machines read papers [1].', 'Parsing is well studied [1, 2].']),
    ]),
    {
      ...section('s2', 'Methods', 'method', [
        {
          id: 's2/p1',
          kind: 'text',
          sentences: [
            sentence('s2/p1/t1', 'We parse PaperBank with Pars.', [
              { start: 9, end: 18, type: 'dataset', label: 'PaperBank', score: 0.9 },
              { start: 24, end: 28, type: 'tool', label: 'Pars', score: 0.8 },
            ]),
            sentence('s2/p1/t2', 'Each sentence is a node.'),
          ],
        },
        paragraph('s2/p2', ['Read the file.'], 'item'),
        paragraph('s2/p3', ['Cut the sentences.'], 'item'),
      ]),
      number: '2',
      sections: [
        {
          ...section('s2/s1', 'Data', 'experiment', [
            {
              id: 's2/s1/p1',
              kind: 'text',
              sentences: [
                withFunction(
                  'usesDataFrom',
                  sentence('s2/s1/p1/t1', 'PaperBank holds ten papers [2].', [
                    { start: 0, end: 9, type: 'dataset', label: 'PaperBank', score: 0.9 },
                  ]),
                ),
              ],
            },
          ]),
          number: '2.1',
        },
      ],
    },
    section('s3', 'Results', 'result', [paragraph('s3/p1', ['Recall is 0.93.', 'Figure 1 shows the graph.'])]),
  ],
  figures: [
    {
      id: 'fig1',
      label: 'Figure 1',
      section: 's3',
      caption: [sentence('fig1/t1', 'A paper as a graph.'), sentence('fig1/t2', 'Nodes are sentences.')],
      boxes: [],
    },
  ],
  tables: [
    {
      id: 'tab1',
      label: 'Table 1',
      section: 's3',
      caption: [sentence('tab1/t1', 'Recall by method.')],
      rows: [
        { header: true, cells: cells('Method', 'Recall'), boxes: [] },
        { header: false, cells: cells('Pars', '0.93'), boxes: [] },
        {
          header: false,
          cells: [
            {
              text: 'Baseline [2]',
              rowSpan: 1,
              columnSpan: 1,
              citations: [{ marker: '[2]', start: 9, end: 12, references: ['ref2'] }],
            },
            { text: '0.71', rowSpan: 1, columnSpan: 1 },
          ],
          boxes: [],
        },
      ],
      notes: [paragraph('tab1/p1', ['Higher is better.'])],
      boxes: [],
    },
  ],
  formulas: [{ id: 'eq1', label: '(1)', section: 's2', text: 'r = h / n', tex: 'r = h / n', boxes: [] }],
  footnotes: [{ id: 'fn1', label: '1', paragraphs: [paragraph('fn1/p1', ['The code is free.'])] }],
  references: [
    reference(1, ['Osei, Ben'], 'Reading papers by machine', 2018, '10.1000/b'),
    reference(2, ['Lind, Ada', 'Holm, Bo'], 'A survey of parsing', 2015, '10.1000/x'),
    reference(3, ['Kuhn, Thomas'], 'The structure of revolutions', 1962),
  ],
};

/** A short paper by one of the same authors in the same venue. */
const reading: Document = {
  ...bare,
  key: '10.1000_b',
  digest: 'b'.repeat(64),
  title: 'Reading papers by machine',
  identifiers: { doi: '10.1000/b' },
  venue: 'Journal of Graphs',
  date: { year: 2018, month: 11 },
  keywords: ['reading'],
  contributors: [
    { name: 'Ben Osei', given: 'Ben', family: 'Osei', affiliations: ['University of Ghana'], role: 'author' },
  ],
  sections: [
    section('s1', 'Summary', 'introduction', [paragraph('s1/p1', ['We read papers.', 'Parsers help [1].'])]),
    section('s2', 'Conclusion', 'conclusion', [paragraph('s2/p1', ['Machines can read.'])]),
  ],
  references: [reference(1, ['Lind, Ada', 'Holm, Bo'], 'A survey of parsing', 2015, '10.1000/x')],
};

/** A preprint without a DOI, by others and one of the same authors. */
const asking: Document = {
  ...bare,
  key: 'arxiv.2101.00001',
  digest: 'c'.repeat(64),
  title: 'Asking graphs of papers',
  identifiers: { arxiv: '2101.00001' },
  venue: 'Proceedings of Asking',
  date: { year: 2021 },
  keywords: ['knowledge graphs'],
  contributors: [
    { name: 'Chen Wei', given: 'Wei', family: 'Chen', affiliations: ['Lund University'], role: 'author' },
    { ...lind, affiliations: ['Lund University'], role: 'author' },
  ],
  sections: [
    section('s1', 'Introduction', 'introduction', [
      paragraph('s1/p1', ['Graphs of papers exist [1].', 'They are read from files [1, 2].', 'They can be asked.']),
    ]),
    section('s2', 'Approach', 'method', [
      {
        id: 's2/p1',
        kind: 'text',
        sentences: [
          sentence('s2/p1/t1', 'We follow the parser of [3].', [
            { start: 14, end: 20, type: 'tool', label: 'Pars', score: 0.7 },
          ]),
        ],
      },
    ]),
  ],
  references: [
    reference(1, ['Lind, Ada', 'Osei, Ben'], 'Sentence graphs of papers', 2020, '10.1000/a'),
    reference(2, ['Osei, Ben'], 'Reading papers by machine', 2018, '10.1000/b'),
    reference(3, ['Lind, Ada', 'Holm, Bo'], 'A survey of parsing', 2015, '10.1000/x'),
  ],
};

function cells(...texts: string[]): { text: string; rowSpan: number; columnSpan: number }[] {
  return texts.map((text) => ({ text, rowSpan: 1, columnSpan: 1 }));
}

/** Three papers that cite each other: the last cites the first two, the first cites the second. */
export const papers: Document[] = [graphs, reading, asking];

/** References that describe a paper among the three, as `[citing paper, reference, cited paper]`. */
export const links: [string, string, string][] = [
  ['10.1000_a', 'ref1', '10.1000_b'],
  ['arxiv.2101.00001', 'ref1', '10.1000_a'],
  ['arxiv.2101.00001', 'ref2', '10.1000_b'],
];
