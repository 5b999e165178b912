import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Document } from '@askg/contract';
import { factsOf } from '../facts.ts';
import { letters } from '../measures/letters.ts';
import { scoreRunningText } from '../measures/running-text.ts';
import type { Tally } from '../measures/tally.ts';
import { findPdfs } from '../pairs.ts';
import { predict, type Prediction } from '../predict.ts';
import type { ScoredPaper } from '../report.ts';
import type { Fault } from '../score-paper.ts';
import { scoreAgreement } from './agreement.ts';
import { converterMarkdown } from './converter-markdown.ts';

/**
 * Compares a LaTeX source with what else there is of its paper: a converter's Markdown (`NAME_main.tex.md`), and a PDF in
 * the gold folder with the same title.
 * @param target folder for the documents of the PDFs
 */
export async function scoreSource(
  { file, document, problem, processorSeconds: seconds }: Prediction,
  { gold, target }: { gold: string; target: string },
): Promise<ScoredPaper> {
  const paper = { name: file.name, template: file.template, truths: [] as string[], seconds, pages: 0 };
  const tallies: Record<string, Tally> = {};
  const faults: Fault[] = [];
  if (!document) return { ...paper, tallies, faults, problem: problem ?? 'not read' };
  const markdown = join(gold, `${file.name}_${basename(file.path)}.md`);
  if (existsSync(markdown)) {
    paper.truths.push(basename(markdown));
    const score = scoreMarkdown(document, readFileSync(markdown, 'utf8'));
    Object.assign(tallies, score.tallies);
    faults.push(...score.faults);
  }
  const other = await sameInPdf(document, gold, target);
  if (other) {
    paper.truths.push(basename(other.file.path));
    const score = scoreAgreement(document, other.document);
    Object.assign(tallies, score.tallies);
    faults.push(...score.faults);
  }
  return { ...paper, tallies, faults };
}

function scoreMarkdown(document: Document, markdown: string): { tallies: Record<string, Tally>; faults: Fault[] } {
  const truth = converterMarkdown(markdown);
  const facts = factsOf(document);
  // The converter leaves floats and notes where the source has them; here they stand apart.
  const texts = [
    [facts.abstract],
    // Headings that run on into their paragraphs it takes for sentences.
    facts.headings.map(({ text }) => text),
    ...facts.paragraphs.map(({ sentences }) => sentences),
    facts.captions.map((caption) => caption.text),
    notesOf(document),
  ];
  const { anywhere, missing } = scoreRunningText(
    texts.map((sentences) => ({ sentences, counts: true })),
    [{ sentences: truth.sentences, counts: true }],
  );
  // It writes the names of labels in front of headings.
  const headings = facts.headings.map(({ text }) => letters(text));
  const expected = truth.headings.filter((heading) => letters(heading) !== 'abstract');
  const lost = expected.filter(
    (heading) => !headings.some((found) => found !== '' && letters(heading).endsWith(found)),
  );
  const found = { matched: expected.length - lost.length, predicted: expected.length, expected: expected.length };
  return {
    tallies: { anywhere, headings: found },
    faults: [
      ...missing.map((sentence) => ({ measure: 'anywhere', expected: sentence })),
      ...lost.map((heading) => ({ measure: 'headings', expected: heading })),
    ],
  };
}

function notesOf({ footnotes }: Document): string[] {
  return footnotes.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
  );
}

async function sameInPdf(
  { title }: Document,
  gold: string,
  target: string,
): Promise<{ file: Prediction['file']; document: Document } | undefined> {
  for (const file of findPdfs(gold)) {
    const { document } = await predict({ ...file, name: join('pdf', dirname(file.name), basename(file.name)) }, target);
    if (document && letters(document.title) === letters(title)) return { file, document };
  }
  return undefined;
}
