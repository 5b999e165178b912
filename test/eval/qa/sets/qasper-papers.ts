import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDocument, cutSentences, readSource } from '@askg/ddm';
import { createHash } from 'node:crypto';
import { allSentences, type PaperPart, paperOfParts } from '../paper-of-parts.ts';
import type { SetPaper } from '../qa-set.ts';
import { readRows } from './rows.ts';

/** A paper as the set has it: in sections, or as blocks in reading order. */
export type QasperText = {
  paper_id: string;
  title: string | null;
  blocks?: string[];
  full_text?: { section_name: string | null; paragraphs: string[] }[];
};

/** A shorter block without a full stop is a heading. */
const headingLength = 60;

/** So many sentences of a PDF whose abstract was not found stand for it. */
const openingSentences = 8;

/** The papers that are there as text. */
export function textPapers(data: string, wanted: ReadonlySet<string>): SetPaper[] {
  return readRows<QasperText>(join(data, 'fulltext.jsonl.gz'))
    .filter(({ paper_id: id }) => wanted.has(id))
    .map((paper) => paperOfParts('qasper', paper.paper_id, paper.title ?? '', partsOf(paper)));
}

/**
 * Papers that are there as PDF, read as the product reads them, and asked without their abstract as those that are text: who
 * put the questions had read it and asked for more, and it is none of the set's paragraphs.
 */
export async function pdfPapers(data: string, ids: readonly string[]): Promise<SetPaper[]> {
  const papers: SetPaper[] = [];
  for (const id of ids) {
    const bytes = readFileSync(join(data, 'pdf', `${id}.pdf`));
    const digest = createHash('sha256').update(bytes).digest('hex');
    const read = buildDocument(await readSource(bytes, { as: 'pdf' }), { digest, cutSentences });
    // Named as the data set names it, whatever the PDF says of itself.
    const document = { ...read, identifiers: { doi: `10.1000/qasper.${id}` }, abstract: [] };
    const abstract = read.abstract.flatMap(({ sentences }) => sentences.map(({ text }) => text));
    const paper = { id, document, opening: abstract };
    papers.push(abstract.length > 0 ? paper : { ...paper, opening: allSentences(paper).slice(0, openingSentences) });
  }
  return papers;
}

/** Its parts, a short block without a full stop taken for a heading. */
export function partsOf({ blocks = [], full_text: sections }: QasperText): PaperPart[] {
  if (sections) {
    return sections.map(({ section_name: name, paragraphs }) => ({
      heading: name ?? '',
      paragraphs: paragraphs.filter((text) => text.trim() !== ''),
    }));
  }
  const parts: { heading: string; paragraphs: string[] }[] = [{ heading: '', paragraphs: [] }];
  for (const block of blocks) {
    if (block.length < headingLength && !/[.:?!]$/u.test(block)) parts.push({ heading: block, paragraphs: [] });
    else parts.at(-1)?.paragraphs.push(block);
  }
  return parts.filter(({ paragraphs }) => paragraphs.length > 0);
}
