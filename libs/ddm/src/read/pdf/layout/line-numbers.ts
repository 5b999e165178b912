import { type Fragment, textOf } from '../lines/fragment.ts';
import type { TextPage } from '../lines/text-page.ts';

type Numbered = { page: number; fragment: Fragment; value: number };

/** Points by which the numbers of one margin may be out of line. */
const tolerance = 2.5;
const fewest = 5;

/** Numbers of lines in the margin: a column of numbers that count up along the pages, with no text around them. */
export function findLineNumbers(pages: readonly TextPage[]): Set<Fragment> {
  const numbers = pages.flatMap((page) => numbersOf(page));
  const found = new Set<Fragment>();
  for (const column of [...columnsOf(numbers, 'x1'), ...columnsOf(numbers, 'x0')]) {
    if (column.length >= fewest && countsUp(column) && reachesFar(column, pages)) {
      for (const { fragment } of column) found.add(fragment);
    }
  }
  return found;
}

function numbersOf(page: TextPage): Numbered[] {
  return page.fragments.flatMap((fragment) => {
    const text = fragment.length <= 5 ? textOf(fragment.pieces) : '';
    return /^\d{1,5}$/.test(text) ? [{ page: page.number, fragment, value: Number(text) }] : [];
  });
}

/** Numbers that end, or begin, at one place across, in the order of reading. */
function columnsOf(numbers: readonly Numbered[], edge: 'x0' | 'x1'): Numbered[][] {
  const columns: Numbered[][] = [];
  for (const number of numbers.toSorted((a, b) => a.fragment[edge] - b.fragment[edge])) {
    const column = columns.at(-1);
    const last = column?.at(-1);
    if (column && last && number.fragment[edge] - last.fragment[edge] <= tolerance / 2) column.push(number);
    else columns.push([number]);
  }
  return columns.map((column) =>
    column.toSorted((a, b) => a.page - b.page || a.fragment.baseline - b.fragment.baseline),
  );
}

function countsUp(column: readonly Numbered[]): boolean {
  let steps = 0;
  for (let i = 1; i < column.length; i++) {
    const step = (column[i]?.value ?? 0) - (column[i - 1]?.value ?? 0);
    if (step === 1 || step === 5) steps++;
  }
  return steps >= 0.85 * (column.length - 1);
}

/** The first column of a table counts up too, but not down a whole page, nor page after page. */
function reachesFar(column: readonly Numbered[], pages: readonly TextPage[]): boolean {
  const heights = pages.map(({ number, height }) => {
    const on = column.filter(({ page }) => page === number).map(({ fragment }) => fragment.baseline);
    return on.length < 2 ? 0 : (Math.max(...on) - Math.min(...on)) / height;
  });
  return Math.max(...heights) > 0.4;
}
