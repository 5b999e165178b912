import type { Document, Sentence } from '@askg/contract';

/** A document with one section that holds these paragraphs. */
export function documentOf({ paragraphs }: { paragraphs: Pick<Sentence, 'text' | 'boxes'>[][] }): Document {
  return {
    schema: 'askg.document/1',
    format: 'pdf',
    digest: '0'.repeat(64),
    title: '',
    abstract: [],
    identifiers: {},
    keywords: [],
    contributors: [],
    sections: [
      {
        id: 's1',
        heading: '',
        depth: 1,
        role: 'other',
        paragraphs: paragraphs.map((sentences, i) => ({
          id: `s1/p${i + 1}`,
          kind: 'text',
          sentences: sentences.map((sentence, j) => ({ id: `s1/p${i + 1}/t${j + 1}`, citations: [], ...sentence })),
        })),
        sections: [],
      },
    ],
    figures: [],
    tables: [],
    formulas: [],
    footnotes: [],
    references: [],
    findings: [],
  };
}
