import type { BoundTerm } from '@askg/contract';
import type { FactRow } from '../facts.ts';
import type { Bindings, Selected } from '../linking/select-rows.ts';
import type { CompiledPlan } from './compile-plan.ts';
import { foldName } from './fold-name.ts';

export const mostSources = 20;

/** `ref2` before `ref10`: engines give what a row rests on in any order. */
const byPlace = new Intl.Collator('en', { numeric: true });

/**
 * The rows to show: those of a result with the same values in all columns become one, with the sources of all of them. Of
 * several spellings of a name the one that stands in the graph most often is shown.
 * @param found what the query for sources gave, where one was needed
 */
export function factRows(
  compiled: CompiledPlan,
  selected: Selected,
  found: Selected | undefined,
  named: readonly string[],
): FactRow[] {
  if (selected.boolean !== undefined) {
    const answer: BoundTerm = {
      type: 'literal',
      value: String(selected.boolean),
      datatype: 'http://www.w3.org/2001/XMLSchema#boolean',
    };
    return [{ bindings: { answer }, sources: unitsFirst([...(found?.rows ?? []).flatMap(irisOf), ...named]) }];
  }
  type Known = { spellings: Map<string, Spelling>; sources: string[] };
  const rows = new Map<string, Known>();
  for (const row of selected.rows) {
    const bindings = shown(row, compiled);
    const key = JSON.stringify(folded(bindings, row, compiled));
    const known: Known = rows.get(key) ?? { spellings: new Map(), sources: [] };
    const spelling = JSON.stringify(bindings);
    known.spellings.set(spelling, { bindings, times: (known.spellings.get(spelling)?.times ?? 0) + 1 });
    known.sources.push(
      ...compiled.sourceColumns.flatMap((column) => (row[column]?.type === 'uri' ? [row[column].value] : [])),
    );
    rows.set(key, known);
  }
  const supporting = found === undefined ? [] : found.rows;
  return [...rows.values()]
    .map(({ spellings, sources }) => ({ bindings: mostFrequent([...spellings.values()]), sources }))
    .filter(({ bindings }) => Object.keys(bindings).length > 0)
    .map(({ bindings, sources }) => {
      const own = supporting.filter((row) =>
        compiled.columns.every((column) => row[column] === undefined || row[column].value === bindings[column]?.value),
      );
      const all = [
        ...sources,
        ...own
          .flatMap(
            (row) =>
              compiled.sources?.columns.flatMap((column) => (row[column]?.type === 'uri' ? [row[column].value] : [])) ??
              [],
          )
          .toSorted(byPlace.compare),
      ];
      return { bindings, sources: unitsFirst(all.length > 0 ? all : named) };
    });
}

function shown(row: Bindings, { columns, fallbacks = {} }: CompiledPlan): Bindings {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const term = row[column] ?? row[fallbacks[column] ?? ''];
      return term === undefined ? [] : [[column, term]];
    }),
  );
}

type Spelling = { bindings: Bindings; times: number };

/** The bindings with what tells things apart in place of their names. */
function folded(bindings: Bindings, row: Bindings, { foldedColumns = [], identities = {} }: CompiledPlan): Bindings {
  return Object.fromEntries(
    Object.entries(bindings).map(([column, term]) => {
      const thing = row[identities[column] ?? ''];
      if (thing !== undefined) return [column, thing];
      const name = foldedColumns.includes(column) && term.type === 'literal' ? foldName(term.value) : '';
      return [column, name === '' ? term : { ...term, value: name }];
    }),
  );
}

/** Of those as frequent the fullest, as names go: "Ada Lind" says more than "A. Lind". */
function mostFrequent(spellings: readonly Spelling[]): Bindings {
  const length = ({ bindings }: Spelling) => Object.values(bindings).reduce((sum, { value }) => sum + value.length, 0);
  return spellings.toSorted((a, b) => b.times - a.times || length(b) - length(a))[0]?.bindings ?? {};
}

function irisOf(row: Bindings): string[] {
  return Object.values(row).flatMap((term) => (term.type === 'uri' ? [term.value] : []));
}

/**
 * Each IRI once; what is part of a paper before papers, as it says more exactly what a row rests on, and of each paper the first
 * before the second of any, so that all of them have their say among so many.
 */
function unitsFirst(iris: readonly string[]): string[] {
  const distinct = [...new Set(iris)].filter((iri) => iri.includes('/paper/'));
  const isPaper = (iri: string) => !/\/paper\/[^/]+\//.test(iri);
  const units = inTurn(distinct.filter((iri) => !isPaper(iri)));
  const papers = distinct.filter((iri) => isPaper(iri));
  return [...units.slice(0, mostSources - Math.min(papers.length, 5)), ...papers].slice(0, mostSources);
}

function inTurn(units: readonly string[]): string[] {
  const turns = new Map<string, number>();
  const placed = units.map((iri) => {
    const paper = /\/paper\/[^/]+/.exec(iri)?.[0] ?? '';
    const turn = turns.get(paper) ?? 0;
    turns.set(paper, turn + 1);
    return { iri, turn };
  });
  return placed.toSorted((a, b) => a.turn - b.turn).map(({ iri }) => iri);
}
