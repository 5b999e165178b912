import { type Fragment, markScripts } from './fragment.ts';
import { type Line, lineOf } from './line.ts';

type Row = { fragments: Fragment[]; main: Fragment };

/** A longer piece of small text is no script of the line beside it. */
const longestScript = 12;

/** Puts the fragments of one column together to lines, from top to bottom. */
export function findLines(page: number, fragments: readonly Fragment[]): Line[] {
  const rows: Row[] = [];
  const ordered = fragments.toSorted((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  const scripts = new Set(ordered.filter((fragment) => isScriptOfAny(fragment, ordered)));
  for (const fragment of ordered) {
    if (scripts.has(fragment)) continue;
    const row = rows.findLast((candidate) => isOnRow(fragment, candidate));
    if (row) {
      row.fragments.push(fragment);
      if (fragment.length > row.main.length) row.main = fragment;
    } else rows.push({ fragments: [fragment], main: fragment });
  }
  for (const fragment of scripts) {
    const row = rows.find(({ fragments: held }) => held.some((base) => isScriptOf(fragment, base)));
    if (row) row.fragments.push(raised(fragment, row.main));
    else rows.push({ fragments: [fragment], main: fragment });
  }
  return withoutStrays(rows)
    .toSorted((a, b) => a.main.baseline - b.main.baseline || a.main.x0 - b.main.x0)
    .map((row) => lineOf(page, row.fragments));
}

/** Letters a row has at most to be the accents and signs of formulas that stand over the row below or above. */
const longestStray = 8;

/** Joins rows of a few signs with the row of text whose height they share. */
function withoutStrays(rows: readonly Row[]): Row[] {
  const lengthOf = (row: Row): number => row.fragments.reduce((sum, { length }) => sum + length, 0);
  const strays = rows.filter((row) => lengthOf(row) <= longestStray);
  const kept = new Set(rows);
  for (const stray of strays) {
    const { baseline, size, x0, x1 } = stray.main;
    const home = rows
      .filter((row) => row !== stray && kept.has(row) && lengthOf(row) > 2 * lengthOf(stray))
      .filter(({ main, fragments }) => {
        const apart = Math.abs(main.baseline - baseline);
        const reach = 0.75 * Math.min(main.size, 1.3 * size);
        const [left, right] = [Math.min(...fragments.map((f) => f.x0)), Math.max(...fragments.map((f) => f.x1))];
        return apart < reach && x0 > left - size && x1 < right + size;
      })
      .toSorted((a, b) => Math.abs(a.main.baseline - baseline) - Math.abs(b.main.baseline - baseline))[0];
    if (!home) continue;
    home.fragments.push(...stray.fragments.map((fragment) => raised(fragment, home.main)));
    kept.delete(stray);
  }
  return rows.filter((row) => kept.has(row));
}

/** A copy whose pieces know how they stand to the line. */
function raised(fragment: Fragment, main: Fragment): Fragment {
  const pieces = fragment.pieces.map((piece) => ({ ...piece }));
  markScripts(pieces, main);
  return { ...fragment, pieces };
}

function isOnRow(fragment: Fragment, { main, fragments }: Row): boolean {
  const size = Math.max(fragment.size, main.size);
  if (Math.abs(fragment.baseline - main.baseline) > 0.3 * size) return false;
  return fragments.every((other) => Math.min(other.x1, fragment.x1) - Math.max(other.x0, fragment.x0) < 0.5 * size);
}

function isScriptOfAny(fragment: Fragment, fragments: readonly Fragment[]): boolean {
  return fragment.length <= longestScript && fragments.some((base) => isScriptOf(fragment, base));
}

/** Smaller, a little above or below, and close to the end of a piece of text. */
function isScriptOf(script: Fragment, base: Fragment): boolean {
  if (script === base || script.size >= 0.85 * base.size || script.size < 0.4 * base.size) return false;
  const rise = base.baseline - script.baseline;
  if (rise < -0.35 * base.size || rise > 0.7 * base.size || Math.abs(rise) < 0.08 * base.size) return false;
  const near = (gap: number): boolean => gap > -0.3 * base.size && gap < 1.4 * base.size;
  return near(script.x0 - base.x1) || near(base.x0 - script.x1);
}
