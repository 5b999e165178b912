import type { DraftReference } from '../../../document/draft.ts';
import type { TextPage } from '../lines/text-page.ts';
import type { Line } from '../lines/line.ts';
import type { FlowText } from '../text/flow-text.ts';
import { AuthorYearCitations } from './author-year-citations.ts';
import type { CitedEntry } from './cited-entry.ts';
import { type CitedRange, LinkCitations } from './link-citations.ts';
import { NumericCitations } from './numeric-citations.ts';

/** Finds what a text cites: by the links on its pages first, then by numbers, then by names and years. */
export type CitationFinder = (flow: FlowText) => CitedRange[];

/** `firstLines`: of each reference. `sample`: the text of the document, to see how it cites. */
export function citationFinder(
  references: readonly DraftReference[],
  firstLines: readonly Line[],
  pages: readonly TextPage[],
  sample: string,
): CitationFinder {
  const entries = references.flatMap((reference, i) => {
    const first = firstLines[i];
    return first ? [entryOf(reference, first)] : [];
  });
  const numbered = entries.filter(({ label }) => label !== undefined && /^\d+$/.test(label)).length;
  const bracketed = sample.match(/\[\d{1,3}(?:[-–,;\s]+\d{1,3})*\]/g)?.length ?? 0;
  const links = new LinkCitations(pages, entries);
  const numbers = new NumericCitations(entries, numbered > 0.5 * entries.length && bracketed < 0.3 * entries.length);
  const names = new AuthorYearCitations(numbered > 0.5 * entries.length && bracketed >= 3 ? [] : entries);
  return (flow) => {
    const ranges = links.find(flow);
    for (const more of [numbers.find(flow), names.find(flow)]) {
      for (const range of more) {
        if (!ranges.some((held) => held.start < range.end && range.start < held.end)) ranges.push(range);
      }
    }
    return ranges.toSorted((a, b) => a.start - b.start);
  };
}

function entryOf({ sourceIds: [id = ''], label, authors, raw, year }: DraftReference, first: Line): CitedEntry {
  const printed =
    year === undefined
      ? /\bn\.\s?d\./.exec(raw)
        ? 'n.d.'
        : undefined
      : (new RegExp(`${year}[a-z]?(?![\\d])`).exec(raw)?.[0] ?? String(year));
  const families = authors.map(familyOf).filter((family) => family.length > 1);
  return {
    id,
    ...(label === undefined ? {} : { label }),
    families: families.length > 0 ? families : [raw.split(/[,.(]/)[0]?.trim() ?? ''].filter((name) => name.length > 2),
    ...(printed === undefined ? {} : { year: printed }),
    first,
  };
}

/** "Doe, J." or "J. Doe" or "Doe J" or "Jane Doe". */
function familyOf(author: string): string {
  const [before = '', after] = author.split(',');
  if (after !== undefined) return before.trim();
  const words = author.trim().split(/\s+/);
  const isInitial = (word: string): boolean => /^(?:\p{Lu}\.?-?){1,3}$/u.test(word);
  const kept = words.filter((word) => !isInitial(word));
  if (kept.length === 0) return author;
  if (isInitial(words.at(-1) ?? '') || isInitial(words[0] ?? '')) return kept.join(' ');
  const at = kept.findIndex(
    (word, i) => i > 0 && /^(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|ten)$/u.test(word),
  );
  return kept.slice(at > 0 ? at : -1).join(' ');
}
