import type { Evidence, EvidenceUnit } from '../evidence/evidence.ts';
import { expectedValue, holdsValue } from '../evidence/expected-value.ts';
import { unitsMeant } from '../evidence/units-meant.ts';
import { namesPaper } from '../relax/names-paper.ts';

type Choice = {
  /** Most units that are quoted, but for those that another one needs before it. */
  most: number;
  /** A unit is quoted when its score is at least this share of the best one's. */
  worth: number;
  /** Most of one paper while another has something worth quoting. */
  perPaper: number;
};

const ofOnePaper: Choice = { most: 4, worth: 0.72, perPaper: 4 };
/**
 * Several papers have more to say, and each should be heard. Chosen on ScholarQABench: of what the experts cite 0.48 was cited (chosen
 * as of one paper 0.38), and 0.80 of what was cited was theirs (0.83).
 */
const ofSeveral: Choice = { most: 6, worth: 0.65, perPaper: 3 };

/**
 * Asked of one paper, a paragraph is quoted when its best unit reaches this share of the best one's: the answer mostly stands in
 * one place there, while several papers are asked for breadth. Chosen on questions of QASPER that are not of its test part.
 */
const worthParagraph = 0.95;

/** The units worth quoting, best first. */
export function chooseSentences(
  question: string,
  { units, isOnePaper }: Pick<Evidence, 'units' | 'isOnePaper'>,
): EvidenceUnit[] {
  const prose = tellingAspect(
    question,
    units.filter(({ placed }) => placed.unit.kind !== 'metadata'),
  );
  const [best] = prose;
  if (!best) return [];
  const { most, worth, perPaper } = isAboutOne(question, prose, best) ? ofOnePaper : ofSeveral;
  const chosen = prose.filter(({ score }) => score >= best.score * worth);
  return (isOnePaper ? ofBestParagraphs(chosen, best.score * worthParagraph) : spread(chosen, perPaper)).slice(0, most);
}

/** The question names the paper of the best unit, or no other one has anything worth quoting. */
function isAboutOne(question: string, units: readonly EvidenceUnit[], best: EvidenceUnit): boolean {
  const { paper } = best.placed;
  const others = units.some((unit) => unit.placed.paper !== paper && unit.score >= best.score * ofSeveral.worth);
  return !others || namesPaper(question, paper.title);
}

/** The first few of each paper before the others. */
function spread(units: readonly EvidenceUnit[], perPaper: number): EvidenceUnit[] {
  const isFirst = (unit: EvidenceUnit): boolean =>
    units.filter(({ placed }) => placed.paper === unit.placed.paper).indexOf(unit) < perPaper;
  return [...units.filter(isFirst), ...units.filter((unit) => !isFirst(unit))];
}

function ofBestParagraphs(units: readonly EvidenceUnit[], least: number): EvidenceUnit[] {
  const blocks = new Set(units.filter(({ score }) => score >= least).map(({ placed }) => placed.unit.block));
  return units.filter(({ placed }) => blocks.has(placed.unit.block));
}

/** Asked for funders, a licence or the like, what does not tell of it is beside the point, however near, and so is another paper's. */
function tellingAspect(question: string, units: readonly EvidenceUnit[]): readonly EvidenceUnit[] {
  const expected = expectedValue(question);
  if (expected?.form !== 'aspect') return units;
  const meant = unitsMeant(question, units);
  const told = meant.map(({ placed }) => holdsValue(expected, placed.unit.text));
  const best = Math.max(0, ...told);
  return meant.filter((_, i) => told[i] === best);
}
