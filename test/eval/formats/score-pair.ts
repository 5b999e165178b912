import type { Document, Sentence } from '@askg/contract';
import { cutSentences } from '@askg/ddm';
import { factsOf, flatten } from '../documents/facts.ts';
import { letters, words } from '../documents/measures/letters.ts';
import { alignReferences } from '../documents/measures/references.ts';
import type { Tally } from '../documents/measures/tally.ts';

/** Shorter sentences are no evidence: they stand in a text by chance. */
const shortest = 25;
/** Words that stand together in both sources where both hold a sentence. */
const run = 4;

export type PairScore = {
  /** Sentences of running text, sought both ways in the other document's whole text; F1 of both ways. */
  sentences: Tally;
  /** The same of sentences that both sources hold (see `holds`). */
  held: Tally;
  references: Tally;
  /** The same of works whose title both sources hold. */
  heldReferences: Tally;
  /** Sentences that both sources hold and one document lacks, and such references. */
  faults: string[];
};

export type Side = { document: Document; raw: string | undefined };

/** How far the documents of one paper, read from two formats, say the same. Neither is the truth. */
export function scorePair(one: Side, other: Side): PairScore {
  const [there, back] = [seek(one, other), seek(other, one)];
  const [x, y] = [factsOf(one.document).references, factsOf(other.document).references];
  const at = alignReferences(x, y);
  const matched = new Set(at);
  const lost = [
    ...x.map(({ title }, i) => ({ title, isFound: matched.has(i), raw: other.raw })),
    ...y.map(({ title }, i) => ({ title, isFound: at[i] !== -1, raw: one.raw })),
  ].filter(({ isFound, title, raw }) => !isFound && holdsTitle(raw, title));
  const shared = at.filter((index) => index >= 0).length;
  return {
    sentences: bothWays(there.all, back.all),
    held: bothWays(there.held, back.held),
    references: { matched: shared, predicted: x.length, expected: y.length },
    // A work found in both counts once on each side.
    heldReferences: { matched: 2 * shared, predicted: 2 * shared + lost.length, expected: 2 * shared + lost.length },
    faults: [...there.missing, ...back.missing, ...lost.map(({ title }) => `reference: ${title}`)],
  };
}

/** The same of two plain texts, cut into sentences at paragraphs: what there would be without readers. */
export function scorePlain(one: string, other: string): Tally {
  const [a, b] = [plainSentences(one), plainSentences(other)];
  const count = (from: readonly string[], to: readonly string[]): Count => {
    const text = letters(to.join(' '));
    return { found: from.filter((sentence) => text.includes(letters(sentence))).length, total: from.length };
  };
  return bothWays(count(a, b), count(b, a));
}

function plainSentences(text: string): string[] {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.replaceAll(/\s+/gu, ' ').trim())
    .flatMap((paragraph) =>
      cutSentences(paragraph, []).map(({ start, end }) => [...paragraph].slice(start, end).join('')),
    )
    .filter((sentence) => letters(sentence).length >= shortest);
}

type Count = { found: number; total: number };

function bothWays(there: Count, back: Count): Tally {
  return { matched: (there.found + back.found) / 2, predicted: there.total, expected: back.total };
}

function seek(from: Side, to: Side): { all: Count; held: Count; missing: string[] } {
  const text = wholeText(to.document);
  const raw = to.raw === undefined ? undefined : ` ${words(to.raw).join(' ')} `;
  const [all, held]: Count[] = [
    { found: 0, total: 0 },
    { found: 0, total: 0 },
  ] as [Count, Count];
  const missing: string[] = [];
  for (const sentence of runningSentences(from.document)) {
    const isFound = text.includes(letters(sentence.text));
    all.total++;
    all.found += Number(isFound);
    if (!isFound && (raw === undefined || !holds(raw, sentence))) continue;
    held.total++;
    held.found += Number(isFound);
    if (!isFound) missing.push(sentence.text);
  }
  return { all, held, missing };
}

/**
 * Whether a source holds a sentence: all runs of four words between its citations stand in the source's raw text (or all
 * of a shorter piece). What is a formula in one of them is therefore not asked for, and of a sentence that was changed
 * between two versions nothing is.
 */
export function holds(raw: string, { text, citations }: Pick<Sentence, 'text' | 'citations'>): boolean {
  const points = [...text];
  const edges = [0, ...citations.flatMap(({ start, end }) => [start, end]), points.length];
  const pieces = edges.flatMap((start, i) => (i % 2 === 0 ? [words(points.slice(start, edges[i + 1]).join(''))] : []));
  return pieces.every((piece) => {
    const runs = Array.from({ length: Math.max(1, piece.length - run + 1) }, (_, i) =>
      piece.slice(i, i + run).join(' '),
    );
    return runs.every((each) => raw.includes(` ${each} `) || each === '');
  });
}

function holdsTitle(raw: string | undefined, title: string | undefined): boolean {
  return raw !== undefined && title !== undefined && letters(raw).includes(letters(title));
}

function runningSentences(document: Document): Sentence[] {
  return flatten(document.sections)
    .flatMap(({ paragraphs }) => paragraphs.filter(({ kind }) => kind !== 'code'))
    .flatMap(({ sentences }) => sentences)
    .filter(({ text }) => letters(text).length >= shortest);
}

/** Running text first, unbroken by headings, so that a sentence is found though another document cuts its paragraph. */
function wholeText(document: Document): string {
  const { abstract, paragraphs } = factsOf(document);
  const notes = document.footnotes.flatMap(({ paragraphs: own }) => own.flatMap(({ sentences }) => sentences));
  const captions = [...document.figures, ...document.tables].flatMap(({ label, caption }) => [
    label ?? '',
    ...caption.map(({ text }) => text),
  ]);
  const running = paragraphs.flatMap(({ sentences }) => sentences);
  return letters([...running, abstract, ...captions, ...notes.map(({ text }) => text)].join(' '));
}
