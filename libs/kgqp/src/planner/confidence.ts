import type { LabelMatch } from '../linking/label-match.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import type { Candidate } from './assemble.ts';
import type { PlanNode } from './plan.ts';

/**
 * How sure it is that a plan means the question, 0 to 1: the share of the question's telling words that it accounts for,
 * less where names were found loosely, where steps of the graph were taken that no word named, and where the word that says
 * what is asked for is unknown. The factors were chosen on the development questions.
 */
export function confidenceOf({ plan, outline, strain, unsaid }: Candidate, { namings }: Lexicon): number {
  const names = plan.nodes.flatMap((node) => {
    const usual = namings.get(node.cls)?.isSeldom === true && !isSaid(node) ? 0.65 : 1;
    return [...node.names.map((name) => usual * nameFit(name, node)), ...unknownFit(node)];
  });
  const isTied =
    plan.nodes.length > 1 || plan.ranks.length > 0 || plan.columns.some(({ relation }) => relation !== undefined);
  const factors = [
    outline.coverage ** 2,
    Math.min(1, ...names),
    outline.isHeadUnknown ? 0.35 : 1,
    outline.isHeadModified ? 0.6 : 1,
    outline.isBeyond ? 0.3 : 1,
    outline.shape === 'text' ? 0.3 : 1,
    // All things of a class, without any condition, are seldom what is meant.
    isTied || names.length > 0 ? 1 : 0.85,
    1 / (1 + 0.2 * Math.max(0, strain - 0.5)),
    0.5 ** unsaid,
  ];
  return Math.round(factors.reduce((product, factor) => product * factor, 1) * 1000) / 1000;
}

/** How sure it is that a stretch means a name: a single word of a longer one may be just a word. */
function nameFit({ kind, score, from, to, said }: LabelMatch, node: PlanNode): number {
  if (kind === 'loose') return 0.35 + 0.65 * score;
  if (kind !== 'within') return 1;
  // "AlphaFold" is written like a name.
  if (/\p{L}\p{Lu}/u.test(said)) return 0.9;
  if (to - from > 1 || node.isKindSaid === true) return 0.9;
  return node.isTied === true ? 0.65 : 0.45;
}

/** The same for a name that no label has: quotes show one, and a verb or a kind that goes with it. */
function unknownFit(node: PlanNode): number[] {
  if (node.unknownName === undefined) return [];
  if (node.isQuoted === true) return [0.85];
  return [isSaid(node) ? 0.55 : 0.4];
}

function isSaid({ isKindSaid, isTied }: PlanNode): boolean {
  return isKindSaid === true || isTied === true;
}
