import type { Answer, ComparedCell } from '@askg/contract';
import type { GoldCell, GoldComparison } from './gold.ts';

export type CellOutcome = 'right' | 'wrong' | 'rightly empty' | 'wrongly empty' | 'wrongly filled' | 'no cell';

export type ComparisonScore = {
  id: string;
  isTable: boolean;
  expected: boolean;
  papers?: { found: number; expected: number; strange: string[] };
  aspects?: { found: number; expected: number };
  cells: { paper: string; aspect: string; outcome: CellOutcome; text: string }[];
};

/** Holds an answer against what its table must hold. */
export function scoreComparison(gold: GoldComparison, { table, claims }: Answer): ComparisonScore {
  const score: ComparisonScore = { id: gold.id, isTable: table !== undefined, expected: gold.table, cells: [] };
  if (!gold.table) return score;
  const { papers = [], mayAlso = [], aspects = [], cells = [] } = gold;
  const titles = table?.rows.map(({ title }) => title) ?? [];
  const isOf = (title: string, names: readonly string[]): boolean => names.some((name) => title.startsWith(name));
  const columns = table?.aspects ?? [];
  return {
    ...score,
    papers: {
      found: papers.filter((name) => titles.some((title) => title.startsWith(name))).length,
      expected: papers.length,
      strange: titles.filter((title) => !isOf(title, [...papers, ...mayAlso])),
    },
    aspects: {
      found: aspects.filter((name) => columns.some((column) => isSame(column, name))).length,
      expected: aspects.length,
    },
    cells: cells.map((expected) => {
      const row = table?.rows.find(({ title }) => title.startsWith(expected.paper));
      const cell = row?.cells[columns.findIndex((column) => isSame(column, expected.aspect))];
      const quotes = cell?.claims.flatMap((at) => claims[at]?.citations.map(({ quote }) => quote) ?? []) ?? [];
      const { paper, aspect } = expected;
      return { paper, aspect, outcome: outcomeOf(expected, cell, quotes), text: cell?.text ?? '' };
    }),
  };
}

function outcomeOf({ says = [], silent }: GoldCell, cell: ComparedCell | undefined, quotes: string[]): CellOutcome {
  if (cell === undefined) return 'no cell';
  const isEmpty = cell.text === '';
  if (silent === true) return isEmpty ? 'rightly empty' : 'wrongly filled';
  if (isEmpty) return 'wrongly empty';
  const said = [cell.text, ...quotes];
  return says.some((words) => said.some((text) => text.includes(words))) ? 'right' : 'wrong';
}

/** Names that differ in number, in “target” or in the word for a thing that both mean. */
function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll(/\b(?:target|the)\s/g, '')
    .replaceAll('datasets', 'dataset')
    .split(/\s+/);
  return words.map((word) => word.replace(/s$/, '')).join(' ');
}
