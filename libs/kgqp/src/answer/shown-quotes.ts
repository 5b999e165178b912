import { isInstruction } from '@askg/ddm';
import type { EvidenceUnit } from '../evidence/evidence.ts';
import { withCompanions } from '../evidence/with-companions.ts';

/** A quote as a model is shown it. */
export type ShownQuote = { n: number; paper: string; section?: string; text: string };

/** Quotes shown to a model, but for what one of them cannot be read without: more cost time and distract a small one. */
const mostQuotes = 8;

/**
 * The units that a model may be shown, best first, each with its companions. What gives orders is left out with its whole paragraph: a reader may quote
 * it, but a model might do as it says.
 */
export function unitsToShow(units: readonly EvidenceUnit[]): EvidenceUnit[] {
  const isFit = (unit: EvidenceUnit): boolean => !standsAmidOrders(unit);
  return withCompanions(units.filter(isFit).slice(0, mostQuotes)).filter(isFit);
}

function standsAmidOrders({ placed, quote }: EvidenceUnit): boolean {
  if (isInstruction(quote.quote)) return true;
  const { paper, unit } = placed;
  return (
    unit.kind !== 'metadata' && paper.unitsAt(unit.block).some(({ text, flagged }) => !flagged && isInstruction(text))
  );
}

/** Units as they are shown, numbered from 1. A title or heading that gives orders is not told. */
export function shownQuotes(units: readonly EvidenceUnit[]): ShownQuote[] {
  return units.map(({ quote: { title, section, quote } }, i) => ({
    n: i + 1,
    paper: isInstruction(title) ? '' : title,
    ...(section === undefined || isInstruction(section) ? {} : { section }),
    text: quote,
  }));
}
