import type { Document, Paragraph, Section, Sentence } from '@askg/contract';

/** A sentence of so many words that end in a full stop. */
export function wordy(words: number, word = 'word'): string {
  return `${Array.from({ length: words }, (_, i) => `${word}${i + 1}`).join(' ')}.`;
}

export function sentence(id: string, text: string, flags?: Sentence['flags']): Sentence {
  return { id, text, boxes: [], citations: [], ...(flags === undefined ? {} : { flags }) };
}

export function paragraph(id: string, texts: readonly string[], more: Partial<Paragraph> = {}): Paragraph {
  return { id, kind: 'text', sentences: texts.map((text, i) => sentence(`${id}/t${i + 1}`, text)), ...more };
}

export function section(id: string, heading: string, more: Partial<Section> = {}): Section {
  return { id, heading, depth: id.split('/').length, role: 'other', paragraphs: [], sections: [], ...more };
}

/** A paper with nothing in it but what is given. */
export function smallPaper(parts: Partial<Document> = {}): Document {
  return {
    schema: 'askg.document/1',
    format: 'jats',
    digest: 'd'.repeat(64),
    title: 'A small paper',
    abstract: [],
    identifiers: {},
    keywords: [],
    contributors: [],
    sections: [],
    figures: [],
    tables: [],
    formulas: [],
    footnotes: [],
    references: [],
    findings: [],
    ...parts,
  };
}
