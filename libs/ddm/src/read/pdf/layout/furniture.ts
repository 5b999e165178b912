import { type Fragment, textOf } from '../lines/fragment.ts';
import type { TextPage } from '../lines/text-page.ts';
import type { BodyStyle } from './body-style.ts';

/** Text around the text: running heads and feet, page numbers, what a publisher prints at the foot of the first page. */
export type Furniture = { page: number; text: string };

/** Fragments of one page at one height. */
type Row = { page: number; fragments: Fragment[]; baseline: number; text: string; key: string };

/** Shares of the height of a page where furniture stands. */
const topZone = 0.14;
const bottomZone = 0.84;
/** Where the imprint of a first page may begin. */
const imprintZone = 0.72;
/** Points by which the place of a running head may differ. */
const drift = 4;

const imprint =
  /©|copyright|\(c\)\s*\d{4}|\bproceedings of\b|all rights reserved|creative commons|licen[cs]ed under|permission to (?:make|copy)|arxiv:\d|preprint\b|conference on neural|^\s*(?:\*|†)?\s*https?:\/\/doi\.org/i;

/** Parts furniture from the text of the pages, by repetition at one place and by what an imprint says. */
export function findFurniture(
  pages: readonly TextPage[],
  body: BodyStyle,
): { fragments: Set<Fragment>; furniture: Furniture[] } {
  const rows = pages.flatMap((page) => marginRows(page));
  const repeated = repeatedRows(rows, pages.length);
  // A tagged file says itself what it prints around its text; inside of it artifacts are more than that.
  const taken = rows.filter((row) => repeated.has(row) || row.fragments.every(isArtifact));
  for (const page of pages) taken.push(...imprintRows(page, new Set(taken.flatMap((row) => row.fragments)), body));
  const fragments = new Set(taken.flatMap((row) => row.fragments));
  return { fragments, furniture: taken.map((row) => ({ page: row.page, text: wordsOf(row) })) };
}

function isArtifact({ pieces }: Fragment): boolean {
  return pieces.every(({ role }) => role === 'artifact');
}

/** A page number beside other words is none of them. */
function wordsOf({ fragments, text }: Row): string {
  const parts = fragments.map(({ pieces }) => textOf(pieces)).filter((part) => !/^\d{1,5}$/.test(part));
  return parts.length === 0 ? text : parts.join(' ');
}

function marginRows(page: TextPage): Row[] {
  return rowsOf(page, page.fragments).filter(
    ({ baseline }) => baseline < topZone * page.height || baseline > bottomZone * page.height,
  );
}

function rowsOf(page: TextPage, fragments: readonly Fragment[]): Row[] {
  const rows: Fragment[][] = [];
  for (const fragment of fragments.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row?.[0] && fragment.baseline - row[0].baseline < 2) row.push(fragment);
    else rows.push([fragment]);
  }
  return rows.map((row) => {
    const sorted = row.toSorted((a, b) => a.x0 - b.x0);
    const text = sorted.map(({ pieces }) => textOf(pieces)).join(' ');
    const key = text
      .toLowerCase()
      .replaceAll(/[\d]+/g, '#')
      .replaceAll(/[^\p{L}#]+/gu, '')
      // The number of a page may stand beside a running foot on some pages only, on left pages before it.
      .replace(/^#(?=.*\p{L}{20})|(?<=\p{L}{20}.*)#$/gu, '');
    return { page: page.number, fragments: sorted, baseline: sorted[0]?.baseline ?? 0, text, key };
  });
}

/** Rows that stand on several pages at the same height; left and right pages may differ. */
function repeatedRows(rows: readonly Row[], pageCount: number): Set<Row> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.key);
    if (group) group.push(row);
    else groups.set(row.key, [row]);
  }
  const needed = Math.max(2, Math.min(0.25 * pageCount, 6));
  const repeated = new Set<Row>();
  for (const [key, group] of groups) {
    for (const row of group) {
      const alike = group.filter((other) => Math.abs(other.baseline - row.baseline) <= drift);
      const pages = new Set(alike.map(({ page }) => page)).size;
      // Numbers alone are page numbers only if they count with the pages.
      if (pages >= needed && (key !== '#' || countsPages(alike))) repeated.add(row);
    }
  }
  return repeated;
}

function countsPages(rows: readonly Row[]): boolean {
  const offsets = rows.map(({ text, page }) => Number(/\d+/.exec(text)?.[0]) - page);
  const counts = new Map<number, number>();
  for (const offset of offsets) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  return Math.max(...counts.values()) >= 0.5 * rows.length;
}

/** A lone page number; on the first page the small print at its foot, from the line that looks like an imprint on. */
function imprintRows(page: TextPage, taken: ReadonlySet<Fragment>, body: BodyStyle): Row[] {
  const rows = rowsOf(
    page,
    page.fragments.filter((fragment) => !taken.has(fragment)),
  );
  const foot = rows.filter(({ baseline }) => baseline > imprintZone * page.height);
  const last = rows.at(-1);
  const number = last && /^[\W_]*\d{1,5}[\W_]*$/.test(last.text) && isApart(last, rows.at(-2), body) ? [last] : [];
  const isSmall = (row: Row): boolean => row.fragments.every(({ size }) => size < 0.95 * body.size);
  const start = foot.findIndex((row, i) => page.number === 1 && imprint.test(row.text) && foot.slice(i).every(isSmall));
  const [top, next] = rows;
  // Of a paper of two pages only the second may have a running head, so that nothing repeats it.
  const isHead = page.number > 1 && top && imprint.test(top.text) && next && isApart(next, top, body);
  const marked = isHead ? [...number, top] : number;
  return start < 0 ? marked : [...new Set([...foot.slice(start), ...marked])];
}

function isApart(row: Row, before: Row | undefined, body: BodyStyle): boolean {
  return !before || row.baseline - before.baseline > 1.6 * body.leading;
}
