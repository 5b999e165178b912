import { antecedentsOf, promisedBy } from './antecedents.ts';
import type { PlacedUnit } from './corpus-view.ts';
import type { EvidenceUnit } from './evidence.ts';
import { quote } from './quote.ts';

/**
 * Units, each with what it takes its meaning from before it and what it promises after it, none twice: what a chat model is
 * shown and may cite.
 */
export function withCompanions(units: readonly EvidenceUnit[]): EvidenceUnit[] {
  const own = new Map(units.map((unit) => [unit.placed.iri, unit]));
  const shown = new Map<string, EvidenceUnit>();
  for (const unit of units) {
    for (const placed of [...antecedentsOf(unit.placed), unit.placed, ...promisedBy(unit.placed)]) {
      if (!shown.has(placed.iri)) shown.set(placed.iri, own.get(placed.iri) ?? companion(placed, unit));
    }
  }
  return [...shown.values()];
}

function companion(placed: PlacedUnit, { similarity, coverage, score }: EvidenceUnit): EvidenceUnit {
  return { placed, quote: quote(placed), similarity, coverage, score, methods: ['companion'] };
}
