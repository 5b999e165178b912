import type { HeadingFact } from '../facts.ts';
import { letters } from './letters.ts';
import { bagTally, type Tally } from './tally.ts';

const ignored = new Set(['references', 'bibliography', '']);
const numbering = /^\s*(?:(?:section|appendix)\s+)?(?:(?:\d+|[A-Z])(?:\.\d+)*\.?|[IVX]+\.?)\s+(?=\S)/iu;

export type HeadingScore = { text: Tally; level: Tally; missing: string[] };

/**
 * Headings without their numbers; that of the reference list and the title of the paper do not count. `level` asks for
 * the right depth too.
 */
export function scoreHeadings(
  predicted: readonly HeadingFact[],
  expected: readonly HeadingFact[],
  title = '',
): HeadingScore {
  const clean = (headings: readonly HeadingFact[]): { text: string; depth: number }[] =>
    headings
      .map(({ text, depth }) => ({ text: headingKey(text), depth }))
      .filter(({ text }) => !ignored.has(text) && text !== letters(title));
  const [left, right] = [clean(predicted), clean(expected)];
  const { missing, ...text } = bagTally(
    left.map((heading) => heading.text),
    right.map((heading) => heading.text),
  );
  const withDepth = (headings: readonly HeadingFact[]): string[] =>
    headings.map((heading) => `${heading.depth} ${heading.text}`);
  const { missing: misplaced, ...level } = bagTally(withDepth(left), withDepth(right));
  return { text, level, missing: [...missing, ...misplaced] };
}

/** Letters of a heading without the number before it. */
export function headingKey(heading: string): string {
  const text = heading.trim();
  // One letter before a word may be an article and not a number.
  const bare = /^[AI]\s/u.test(text) ? text : text.replace(numbering, '');
  return letters(bare);
}
