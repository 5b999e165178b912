import type { Document } from '@askg/contract';
import type { Tally } from '../measures/tally.ts';
import type { PageWord } from './page-words.ts';
import { comparable } from './right-to-left.ts';

/** What repeats text that stands elsewhere in the document, or does not come from its pages. */
const repeated: ReadonlySet<string> = new Set(
  'id boxes mentions abbreviations keywords identifiers citations digest format places role kind type number'.split(
    ' ',
  ),
);

/**
 * Letters that the pages have more often than all nodes together, beyond the amount that findings report: a lower bound of
 * what was lost, as `scoreSilentLoss` is an upper one. It does not ask what stands beside what.
 */
export function scoreCountedLoss(document: Document, pages: readonly (readonly PageWord[])[]): Tally {
  const { findings, references, contributors, ...nodes } = document;
  const people = contributors.map(({ name, email, affiliations }) => [name, email, affiliations]);
  const held = countLetters(stringsOf([nodes, references.map(({ raw }) => raw), people]).join(' '));
  const printed = countLetters(
    pages
      .flat()
      .map(({ text }) => text)
      .join(' '),
  );
  const reported = findings.reduce(
    (total, { code, amount = 0 }) => total + (/dropped|hidden/u.test(code) ? amount : 0),
    0,
  );
  let missing = 0;
  let all = 0;
  for (const [letter, count] of printed) {
    all += count;
    missing += Math.max(0, count - (held.get(letter) ?? 0));
  }
  return { matched: Math.max(0, missing - reported), predicted: all, expected: all };
}

function countLetters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of comparable(text)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (repeated.has(key) ? [] : stringsOf(inner)));
}
