import type { InducedLexicon } from '../induce/induced-lexicon.ts';
import { withBareNumbers } from './bare-numbers.ts';
import { chooseAsked } from './choose-asked.ts';
import { opposites } from './comparisons.ts';
import type { ForeignOutline } from './foreign-item.ts';
import type { ForeignMark } from './foreign-mark.ts';
import type { ForeignWord } from './foreign-word.ts';
import { OutlineState } from './outline-state.ts';
import type { ForeignSegmentation } from './segment-foreign.ts';
import { takeAdjective } from './take-adjective.ts';
import { isUnit, takeNumber } from './take-number.ts';
import { takeOperator } from './take-operator.ts';

/** What a segmentation says: items in the order of the words, with what modifies them. */
export function readForeign(
  words: readonly ForeignWord[],
  { marks, score, uncovered }: ForeignSegmentation,
  lexicon: InducedLexicon,
): ForeignOutline[] {
  const state = new OutlineState(words, lexicon);
  marks.forEach((mark, i) => takeMark(state, mark, marks[i + 1]));
  endRank(state);
  if (state.pending.condition !== undefined || state.pending.extreme !== undefined) state.penalty += 0.6;
  if (state.pending.negated === true) state.penalty += 0.5;
  const outline: ForeignOutline = {
    form: state.isYesNo ? 'ask' : 'select',
    items: withBareNumbers(state.items),
    uncovered,
    asksLast: state.asksLast,
    counts: false,
    score: score - state.penalty,
  };
  const { askedAt = 0, countsAt, asksFor } = state;
  return chooseAsked(outline, { askedAt, countsAt, asksFor, lexicon });
}

function takeMark(state: OutlineState, mark: ForeignMark, next: ForeignMark | undefined): void {
  switch (mark.kind) {
    case 'operator':
      return takeOperator(state, mark, next);
    case 'interrogative':
      // "A part where …" asks for nothing.
      if (state.isYesNo || state.items.length > 0 || state.askedAt !== undefined) return;
      state.askedAt ??= mark.to;
      state.asksFor ??= mark.asksFor;
      state.isYesNo = false;
      return;
    case 'compare': {
      const isNegated = state.pending.negated === true;
      state.pending = {
        ...state.pending,
        compare: isNegated ? opposites[mark.compare] : mark.compare,
        negated: false,
      };
      return;
    }
    case 'number':
      return takeNumber(state, mark, mark.value, next);
    case 'ordinal':
      if (state.pending.offset !== undefined && mark.value > state.pending.offset) {
        state.pending.limit = mark.value - state.pending.offset;
      } else if (
        next?.kind === 'adjective' ||
        next?.kind === 'generic' ||
        next?.kind === 'ordinal' ||
        next?.kind === 'operator'
      ) {
        state.pending.offset = mark.value - 1;
      } else if (mark.value === 1) state.inTime(false);
      else state.penalty += 0.5;
      return;
    case 'generic':
      if (state.pending.extreme === !mark.isLeast && state.pending.joined === 'and') {
        state.pending.bothEnds = true;
        delete state.pending.joined;
      }
      state.pending.extreme = mark.isLeast;
      state.pending.ranksCounts = mark.counts;
      return;
    case 'adjective':
      return takeAdjective(state, mark);
    case 'product':
      return state.add(mark, { kind: 'product', product: mark.product }, 1);
    case 'class':
      return state.add(
        mark,
        { kind: 'node', classes: state.lexicon.schema.classes.get(mark.iri)?.members ?? [] },
        mark.worth,
      );
    case 'property':
      if (isUnit(state, mark)) return;
      return state.add(mark, { kind: 'property', iri: mark.iri }, mark.worth);
    case 'name':
      return state.add(mark, { kind: mark.isValue ? 'value' : 'entity', match: mark.match }, 1);
  }
}

/** "Which is cited most": what the verb leads to is counted. */
function endRank({ pending, items }: OutlineState): void {
  const last = items.at(-1);
  const { extreme, ranksCounts, limit = 1, offset = 0 } = pending;
  const isFree = last?.what.kind === 'property' && last.extreme === undefined && last.condition === undefined;
  if (!isFree || extreme === undefined || ranksCounts !== true) return;
  last.extreme = { descending: !extreme, limit, offset };
  delete pending.extreme;
}
