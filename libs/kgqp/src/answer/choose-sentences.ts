import type { EvidenceUnit } from '../evidence/evidence.ts';

/** Most units that an answer without a model quotes, but for those that another one needs before it. */
const mostSentences = 4;

/** A unit is quoted when its score is at least this share of the best one's. Chosen on the development questions. */
const worthShare = 0.72;

/** The units worth quoting, best first. */
export function chooseSentences(units: readonly EvidenceUnit[]): EvidenceUnit[] {
  const prose = units.filter(({ placed }) => placed.unit.kind !== 'metadata');
  const best = prose[0]?.score ?? 0;
  return prose.filter(({ score }) => score >= best * worthShare).slice(0, mostSentences);
}
