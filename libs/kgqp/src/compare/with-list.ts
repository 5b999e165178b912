import type { CitablePaper } from '../evidence/citable-paper.ts';
import type { CitableUnit } from '../evidence/citable-unit.ts';

/** Items that a sentence which announces a list brings along. */
const mostItems = 4;
const announces = /:\s*$/u;
/** How an item goes on: in small letters, or as an item of its own. */
const goesOn = /^(?:\p{Ll}|\p{N}|[-•*(])/u;

/** Units in their order, each that ends in a colon with the first items after it. */
export function withList(units: readonly CitableUnit[], paper: CitablePaper): CitableUnit[] {
  const all = units
    .toSorted((a, b) => a.order - b.order)
    .flatMap((unit) => (announces.test(unit.text) ? [unit, ...itemsAfter(unit, paper)] : [unit]));
  return [...new Set(all)];
}

function itemsAfter(unit: CitableUnit, { units }: CitablePaper): CitableUnit[] {
  const items: CitableUnit[] = [];
  for (const next of units.slice(unit.order + 1, unit.order + 1 + mostItems)) {
    const isItem = next.section === unit.section && (next.kind === 'item' || goesOn.test(next.text));
    if (!isItem || next.flagged || next.kind === 'metadata') break;
    items.push(next);
  }
  return items;
}
