import type { ClaimPart, DraftClaim } from '../answer/draft-answer.ts';
import { enumerate } from '../answer/enumerate.ts';
import { byRows } from '../answer/support.ts';
import type { Aspect } from './aspect.ts';
import type { Cell } from './cell.ts';
import type { TableRow } from './fill-table.ts';
import { shortTitle } from './short-title.ts';

/** Aspects that are told to differ, and values that are spelt out of one; the table has all. */
const mostDifferences = 3;
const mostValues = 6;
/** So many papers of one value are called by their names. */
const mostNames = 2;

type Entry = { title: string; cell: Cell; values: ClaimPart[] };
type Column = { name: string; entries: Entry[] };

/** What a table shows at a glance: which values of an aspect all papers have, and where each has one of its own. */
export function summarise(aspects: readonly Aspect[], rows: readonly TableRow[]): DraftClaim[] {
  if (rows.length < 2) return [];
  const columns = aspects.flatMap(({ name }, at): Column[] => {
    const entries = rows.flatMap(({ paper, cells }): Entry[] => {
      const cell = cells[at];
      return cell?.values === undefined ? [] : [{ title: paper.title, cell, values: cell.values }];
    });
    return entries.length === rows.length ? [{ name, entries }] : [];
  });
  const different = columns.filter((column) => isOfOneValue(column) && sharedOf(column).length === 0);
  return [...sharing(columns, rows.length), ...different.slice(0, mostDifferences).map(differing)];
}

/** Whether each paper has one value: lists are compared by what they share only. */
function isOfOneValue({ entries }: Column): boolean {
  return entries.every(({ values }) => values.length === 1);
}

/** The values that every paper has, each with what it rests on in all of them. */
function sharedOf({ entries: [first, ...others] }: Column): ClaimPart[] {
  return (first?.values ?? []).flatMap((value) => {
    const same = others.map(({ values }) => values.find(({ text }) => text === value.text));
    const found = same.filter((each) => each !== undefined);
    if (found.length < others.length) return [];
    return [{ text: value.text, quotes: [...value.quotes, ...found.flatMap(({ quotes }) => quotes)] }];
  });
}

/** `Both have in common: licence CC BY 4.0 [1] [2].` */
function sharing(columns: readonly Column[], papers: number): DraftClaim[] {
  const items = columns.flatMap((column) =>
    sharedOf(column)
      .slice(0, mostValues)
      .map(({ text, quotes }, i) => ({ text: i === 0 ? `${column.name} ${text}` : text, quotes })),
  );
  if (items.length === 0) return [];
  const all = papers === 2 ? 'Both' : `All ${papers}`;
  const told = columns.filter((column) => sharedOf(column).length > 0);
  return [claimOf([{ text: `${all} have in common: `, quotes: [] }, ...enumerate(items)], told)];
}

/** `They differ in journal: Journal of Trees (Oaks and Elms) [3] [4] and Bread (Rye) [5].` */
function differing(column: Column): DraftClaim {
  const groups = new Map<string, Entry[]>();
  for (const entry of column.entries) {
    const value = entry.values[0]?.text ?? '';
    groups.set(value, [...(groups.get(value) ?? []), entry]);
  }
  const items = [...groups].map(([value, entries]) => ({
    text: `${value} (${namesOf(entries)})`,
    quotes: entries.flatMap(({ values }) => values.flatMap(({ quotes }) => quotes)),
  }));
  return claimOf([{ text: `They differ in ${column.name}: `, quotes: [] }, ...enumerate(items)], [column]);
}

function namesOf(entries: readonly Entry[]): string {
  if (entries.length > mostNames) return `${entries.length} papers`;
  return new Intl.ListFormat('en-GB').format(entries.map(({ title }) => shortTitle(title)));
}

function claimOf(parts: ClaimPart[], columns: readonly Column[]): DraftClaim {
  const claims = columns.flatMap(({ entries }) => entries.flatMap(({ cell }) => cell.claims));
  const rows = claims.flatMap((claim) => claim.rows);
  return { separator: ' ', parts: [...parts, { text: '.', quotes: [] }], support: byRows(1), rows };
}
