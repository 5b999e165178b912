import type { Years } from './item.ts';

const yearWords = ['after', 'since', 'before', 'until', 'between'] as const;
export type YearWord = (typeof yearWords)[number];

/** Whether a word before a year says on which side of it the years lie. */
export function isYearWord(word: string): word is YearWord {
  return (yearWords as readonly string[]).includes(word);
}

/** Whether a word can be a year of publication. */
export function isYear(word: string): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(word);
}

/** The years, both ends included, that a year means after such a word; of "between" only the first end. */
export function yearsFrom(word: YearWord | undefined, year: number): Years {
  switch (word) {
    case 'after':
      return { from: year + 1 };
    case 'since':
    case 'between':
      return { from: year };
    case 'before':
      return { to: year - 1 };
    case 'until':
      return { to: year };
    default:
      return { from: year, to: year };
  }
}
