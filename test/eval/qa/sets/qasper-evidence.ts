import { overlap } from '../metrics/set-f1.ts';
import { allFloatTexts, allParagraphs } from '../paper-of-parts.ts';
import { holderOf } from '../plain-letters.ts';
import type { SetPaper } from '../qa-set.ts';
import { type ComparedText, comparedText, isPieceOf } from '../same-text.ts';

/** Shorter pieces of evidence are headings and marks of the typesetting. */
const leastEvidence = 60;

/** From so many letters on a text is not found in another by chance. */
const leastLetters = leastEvidence / 2;

/** How the set marks evidence that is a figure or table. */
const ofFloat = /^FLOAT SELECTED\b/;

/**
 * F1 over paragraphs as the set has them. One that a PDF has in two pieces is found by a quote of either, and of two that it has as one
 * the quote finds its own. Figures and tables, their rows and notes are outside the set's paragraphs: as evidence they are left out, as in
 * the official scorer's figure for text, and a quote of one counts neither way. Undefined when none of the evidence stands in the
 * text, which then is another paper's or lacks the place.
 */
export function evidenceF1(
  quotes: readonly string[],
  evidence: readonly string[],
  paper: Pick<SetPaper, 'document'>,
): number | undefined {
  const due = evidence.filter((text) => text.length >= leastEvidence && !ofFloat.test(text)).map(comparedText);
  const paragraphs = allParagraphs(paper);
  const floats = allFloatTexts(paper);
  const pieces = paragraphs.map((text) => pieceOf(comparedText(text), due));
  if (pieces.every((piece) => piece === undefined)) return undefined;
  const found = quotes.flatMap((quote) => {
    const at = holderOf(quote, paragraphs);
    if (at === undefined) return holderOf(quote, floats) === undefined ? [quote] : [];
    const piece = ownOf(comparedText(quote), due) ?? pieces[at];
    return [piece === undefined ? `paragraph ${at}` : `evidence ${piece}`];
  });
  return overlap(new Set(found), new Set(due.map((_, i) => `evidence ${i}`))).f1;
}

/** Which of the evidence a quote stands in. */
function ownOf({ letters }: ComparedText, due: readonly ComparedText[]): number | undefined {
  return letters.length < leastLetters ? undefined : indexOf(due, (each) => each.letters.includes(letters));
}

/** Which of the evidence a paragraph is a piece of, or holds. */
function pieceOf(paragraph: ComparedText, due: readonly ComparedText[]): number | undefined {
  return paragraph.letters.length < leastLetters ? undefined : indexOf(due, (each) => isPieceOf(paragraph, each));
}

function indexOf<T>(all: readonly T[], is: (each: T) => boolean): number | undefined {
  const at = all.findIndex(is);
  return at < 0 ? undefined : at;
}
