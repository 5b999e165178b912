import type { BibliographyEntry } from './bibliography.ts';

/** How a citation by author and year names an entry: "Franz & Roe", "2020a". */
export type AuthorYear = { names: string; year: string };

/**
 * The names and years by which citations show some entries, as Open Journals print them (APA, with "&" in sentences too,
 * and with "others" for one more author).
 * Works of the same people and year get letters in the order of their titles.
 */
export function authorYears(entries: readonly BibliographyEntry[]): Map<string, AuthorYear> {
  const groups = new Map<string, BibliographyEntry[]>();
  for (const entry of entries) {
    const name = `${shortNames(entry)}|${entry.year ?? ''}`;
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  const shown = new Map<string, AuthorYear>();
  for (const group of groups.values()) {
    const ordered = group.toSorted((a, b) => compareText(a.title, b.title) || compareText(a.key, b.key));
    for (const [i, entry] of ordered.entries()) {
      const letter = group.length > 1 && i < 26 ? String.fromCharCode(97 + i) : '';
      const year = entry.year === undefined ? `n.d.${letter === '' ? '' : `-${letter}`}` : `${entry.year}${letter}`;
      shown.set(entry.key, { names: shortNames(entry), year });
    }
  }
  return shown;
}

/** By people, year and title, as a list of references is printed; without locale, so that every machine agrees. */
export function inListOrder(a: BibliographyEntry, b: BibliographyEntry): number {
  const people = (entry: BibliographyEntry): string =>
    entry.names.length > 0 ? entry.names.map(({ family, given = '' }) => `${family} ${given}`).join(' ') : entry.title;
  return (
    compareText(people(a), people(b)) ||
    (a.year ?? 0) - (b.year ?? 0) ||
    compareText(a.title, b.title) ||
    compareText(a.key, b.key)
  );
}

function shortNames({ names, others, title, key }: BibliographyEntry): string {
  const [first, second] = names;
  if (!first) return title === '' ? key : title;
  if (names.length > 2 || (second && others)) return `${first.family} et al.`;
  if (others) return `${first.family} & others`;
  return second ? `${first.family} & ${second.family}` : first.family;
}

function compareText(a: string, b: string): number {
  const [x, y] = [fold(a), fold(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N} ]/gu, '')
    .toLowerCase();
}
