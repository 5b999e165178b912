import type { EvidenceUnit } from './evidence.ts';
import { namesOf, stem, stemsOf } from './words.ts';

/** A question that says a name of a paper's title is about that paper, and what another one says is none of its answer. */
export function unitsMeant(question: string, units: readonly EvidenceUnit[]): readonly EvidenceUnit[] {
  const names = namesOf(question).map(stem);
  const titled = units.filter(({ placed }) => {
    const title = stemsOf(placed.paper.title);
    return names.some((name) => title.has(name));
  });
  return titled.length > 0 ? titled : units;
}
