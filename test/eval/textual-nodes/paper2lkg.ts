import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Document, Paragraph, Section } from '@askg/contract';

const Sentence = z.object({ iri: z.string(), text: z.string() });
const PaperPart = z.object({
  subtitle: z.string(),
  paragraphs: z.array(z.object({ sentences: z.array(Sentence) })),
});
const Paper = z.object({
  title: z.string(),
  authors: z.array(z.string()).default([]),
  keywords: z.array(z.string()).default([]),
  sections: z.array(PaperPart),
});
const Asked = z.array(z.object({ question: z.string() }));

export type LabelledPaper = {
  /** Number of the paper in the data set. */
  number: string;
  document: Document;
  /** Id within the document of each sentence of the data set. */
  ids: ReadonlyMap<string, string>;
};

/** The papers of paper2lkg, sentences as they are given, with the names that the data set has for them. */
export function labelledPapers(folder: string): LabelledPaper[] {
  const names = readdirSync(folder).filter((name) => /^paper_\d+\.json$/u.test(name));
  return names.toSorted().map((name) => {
    const number = /\d+/u.exec(name)?.[0] ?? '';
    const paper = Paper.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    const ids = new Map<string, string>();
    const sections = paper.sections.map((part, i) => sectionOf(part, `s${i + 1}`, ids));
    return { number, document: documentOf(number, paper, sections), ids };
  });
}

/** The questions, ids as in the gold: number of the paper, hyphen, place from 1. */
export function questionsOf(folder: string): { id: string; question: string }[] {
  const names = readdirSync(folder).filter((name) => /^qa_\d+\.json$/u.test(name));
  return names.toSorted().flatMap((name) => {
    const number = /\d+/u.exec(name)?.[0] ?? '';
    const asked = Asked.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    return asked.map(({ question }, i) => ({ id: `${number}-${i + 1}`, question }));
  });
}

function sectionOf({ subtitle, paragraphs }: z.infer<typeof PaperPart>, id: string, ids: Map<string, string>): Section {
  const written = paragraphs.map(({ sentences }, i): Paragraph => {
    const at = `${id}/p${i + 1}`;
    const kept = sentences.filter(({ text }) => text.trim() !== '');
    return {
      id: at,
      kind: 'text',
      sentences: kept.map(({ iri, text }, j) => {
        ids.set(iri, `${at}/t${j + 1}`);
        return { id: `${at}/t${j + 1}`, text: text.trim(), boxes: [], citations: [] };
      }),
    };
  });
  const filled = written.filter(({ sentences }) => sentences.length > 0);
  return { id, heading: subtitle, depth: 1, role: 'other', paragraphs: filled, sections: [] };
}

function documentOf(
  number: string,
  { title, authors, keywords }: z.infer<typeof Paper>,
  sections: Section[],
): Document {
  return {
    schema: 'askg.document/1',
    format: 'ddm-json',
    digest: number.padStart(64, '0'),
    title,
    abstract: [],
    identifiers: {},
    keywords,
    contributors: authors.map((name) => ({ name, affiliations: [], role: 'author' as const })),
    sections,
    figures: [],
    tables: [],
    formulas: [],
    footnotes: [],
    references: [],
    findings: [],
  };
}
