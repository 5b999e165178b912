import type { Years } from '../planner/item.ts';
import type { LabelMatch } from '../linking/label-match.ts';
import type { ClassPath } from '../planner/class-paths.ts';

/** Something that a unit of text must satisfy, with how it can be given up. `loss` from 0 to 1. */
export type Constraint = {
  /** What it says, in words. */
  says: string;
  /** From the unit to the thing that the constraint is about; empty for the unit itself. */
  path: ClassPath;
  names?: LabelMatch;
  years?: Years;
  concepts?: readonly string[];
  /** What deleting it loses. */
  loss: number;
  /** A weaker constraint that can stand for it, and what that loses. */
  weaker?: { step: string; constraint: Constraint; loss: number };
};

export type Relaxation = { step: string; loss: number; constraints: readonly Constraint[] };

/** The change of one constraint that loses least: a weaker one in its place, or none. */
export function relax(constraints: readonly Constraint[]): Relaxation | undefined {
  const changes = constraints.flatMap((constraint, i): Relaxation[] => {
    const others = (replacement: readonly Constraint[]) => constraints.toSpliced(i, 1, ...replacement);
    const deleted = { step: `without: ${constraint.says}`, loss: constraint.loss, constraints: others([]) };
    if (constraint.weaker === undefined) return [deleted];
    const { step, loss, constraint: weaker } = constraint.weaker;
    return [{ step, loss, constraints: others([weaker]) }, deleted];
  });
  const possible = changes.filter(({ constraints: left }) => left.length > 0);
  return possible.toSorted((a, b) => a.loss - b.loss)[0];
}
