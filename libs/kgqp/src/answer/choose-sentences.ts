import type { Evidence, EvidenceUnit } from '../evidence/evidence.ts';

/** Most units that an answer without a model quotes, but for those that another one needs before it. */
const mostSentences = 4;

/** A unit is quoted when its score is at least this share of the best one's. Chosen on the development questions. */
const worthShare = 0.72;

/**
 * Asked of one paper, a paragraph is quoted when its best unit reaches this share of the best one's: the answer mostly stands in
 * one place there, while several papers are asked for breadth. Chosen on questions of QASPER that are not of its test part.
 */
const worthParagraph = 0.95;

/** The units worth quoting, best first. */
export function chooseSentences({ units, isOnePaper }: Pick<Evidence, 'units' | 'isOnePaper'>): EvidenceUnit[] {
  const prose = units.filter(({ placed }) => placed.unit.kind !== 'metadata');
  const best = prose[0]?.score ?? 0;
  const worth = prose.filter(({ score }) => score >= best * worthShare);
  return (isOnePaper ? ofBestParagraphs(worth, best * worthParagraph) : worth).slice(0, mostSentences);
}

function ofBestParagraphs(units: readonly EvidenceUnit[], least: number): EvidenceUnit[] {
  const blocks = new Set(units.filter(({ score }) => score >= least).map(({ placed }) => placed.unit.block));
  return units.filter(({ placed }) => blocks.has(placed.unit.block));
}
