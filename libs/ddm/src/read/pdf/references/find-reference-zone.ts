import type { Unit } from '../structure/unit.ts';

const names =
  /^(?:references?|bibliography|literature|literature cited|works cited|references and notes|cited (?:literature|references)|reference list|literaturverzeichnis|références|bibliographie|referencias|bibliografía)\s*[:.]?$/i;

/** Half-open range of the units of one reference list, without its heading, which stands before it. */
export type ReferenceZone = { from: number; to: number };

/** The reference lists of a paper, each from its heading up to the next one. A supplement may have a list of its own. */
export function findReferenceZones(units: readonly Unit[]): ReferenceZone[] {
  return units.flatMap((unit, i) => {
    if (unit.type !== 'heading' || !names.test(unit.text)) return [];
    const next = units.findIndex((other, at) => at > i && other.type === 'heading');
    return [{ from: i + 1, to: next < 0 ? units.length : next }];
  });
}
