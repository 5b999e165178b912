import { verbatim } from '../answer/support.ts';
import type { CitablePaper } from '../evidence/citable-paper.ts';
import type { CitableUnit } from '../evidence/citable-unit.ts';
import type { CorpusView, PlacedUnit } from '../evidence/corpus-view.ts';
import { quote } from '../evidence/quote.ts';
import { likeness } from '../evidence/word-sets.ts';
import { stemsOf } from '../evidence/words.ts';
import type { TextSigns } from './aspect.ts';
import { type Cell, emptyCell } from './cell.ts';
import { type KnownNames, plainlyAt, scoreUnit, tellsAt } from './score-unit.ts';
import { withList } from './with-list.ts';

/** Sentences that a cell quotes, and how near the second has to come to the first. */
const mostQuotes = 2;
const worthShare = 0.9;
/** From this likeness on two sentences say the same. */
const sameText = 0.5;

/**
 * A cell of sentences that bear the signs of an aspect; empty where none does.
 * @param names entities of the paper that speak for a sentence which names them
 */
export function textCell(signs: TextSigns, paper: CitablePaper, view: CorpusView, names: KnownNames = []): Cell {
  if (!view.isStanding(paper.key)) return emptyCell;
  const scored = paper.units
    .map((unit) => ({ unit, score: scoreUnit(unit, signs, paper, names) }))
    .filter(({ score }) => score >= tellsAt)
    .toSorted((a, b) => b.score - a.score || a.unit.order - b.unit.order);
  const [best, ...others] = scored;
  if (best === undefined) return emptyCell;
  const stems = stemsOf(best.unit.text);
  const more = others.filter(
    ({ unit, score }) => score >= best.score * worthShare && likeness(stemsOf(unit.text), stems) < sameText,
  );
  const units = [best, ...more].slice(0, mostQuotes).map(({ unit }) => unit);
  return quotedCell(units, paper, view, best.score >= plainlyAt ? 'supported' : 'partly-supported');
}

/** A cell that is its quotes, in the order of the paper, with the items of a list that one announces. */
export function quotedCell(
  chosen: readonly CitableUnit[],
  paper: CitablePaper,
  view: CorpusView,
  verdict: Cell['verdict'],
): Cell {
  if (chosen.length === 0) return emptyCell;
  const units = withList(chosen, paper).map((unit) => view.place(paper, unit));
  const claims = units.map((each) => ({
    separator: '',
    parts: [{ text: each.unit.text, quotes: [quote(each)] }],
    support: verbatim,
    rows: [],
  }));
  return { text: joined(units), verdict, claims, units };
}

/** Sentences side by side, with a mark where something was left out between them. */
function joined(units: readonly PlacedUnit[]): string {
  return units
    .map(({ unit }, i) => {
      const before = units[i - 1]?.unit;
      if (before === undefined) return unit.text;
      return `${before.block === unit.block && before.order + 1 === unit.order ? ' ' : ' … '}${unit.text}`;
    })
    .join('');
}
