import type { Operator } from '../linking/meaning.ts';
import { comparisons, opposites } from './comparisons.ts';
import type { AggregateName } from './foreign-item.ts';
import type { ForeignMark } from './foreign-mark.ts';
import type { OutlineState } from './outline-state.ts';

const aggregates: Partial<Record<Operator, AggregateName>> = { average: 'AVG', sum: 'SUM' };

/** Takes the effect of a word that gives the question its shape. */
export function takeOperator(
  state: OutlineState,
  { operators, from, to }: Extract<ForeignMark, { kind: 'operator' }>,
  next: ForeignMark | undefined,
): void {
  for (const operator of operators) {
    const compare = comparisons[operator];
    const isRange = operator !== 'between' || next?.kind === 'number';
    if (compare !== undefined && isRange) {
      state.pending.compare = state.pending.negated === true && compare !== 'between' ? opposites[compare] : compare;
      if (state.pending.negated === true) state.pending.negated = false;
      return;
    }
    const aggregate = aggregates[operator];
    if (aggregate !== undefined) {
      state.pending.aggregate = aggregate;
      state.askedAt ??= from;
      return;
    }
    switch (operator) {
      case 'prose':
        state.asksLast ||= state.items.length === 0;
        state.askedAt ??= to;
        state.isYesNo = false;
        return;
      case 'ask-things':
        state.askedAt ??= to;
        state.isYesNo = false;
        return;
      case 'yes-no':
        if (from === 0) state.isYesNo = true;
        return;
      case 'count':
        state.pending.count = true;
        state.countsAt ??= to;
        state.isYesNo = false;
        return;
      case 'not':
        state.pending.negated = true;
        return;
      case 'each':
        state.pending.grouped = true;
        return;
      case 'and':
      case 'or':
      case 'theirs':
        state.pending.joined = operator;
        return;
      case 'several':
        state.pending.condition = { compare: '>', numbers: [1] };
        return;
      case 'more':
        state.pending.more = true;
        return;
      case 'last':
        state.inTime(true);
        return;
      case 'top':
        state.pending.top = true;
        return;
      case 'filler':
      case 'any-relation':
        return;
      default:
    }
  }
  // A word that should shape the question and does not.
  state.penalty += 0.5;
}
