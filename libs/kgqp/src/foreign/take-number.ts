import type { ForeignMark } from './foreign-mark.ts';
import type { OutlineState } from './outline-state.ts';

/** A number compares, limits, counts or equals, as the words around it say. */
export function takeNumber(
  state: OutlineState,
  { from, to }: ForeignMark,
  value: number,
  next: ForeignMark | undefined,
): void {
  const isNear = from - state.lastNumberTo <= 2 && state.lastCondition !== undefined;
  state.lastNumberTo = to;
  if (isNear) {
    state.lastCondition?.numbers.push(value);
    return;
  }
  if (next?.kind === 'adjective' || next?.kind === 'generic') {
    state.pending.limit = value;
    return;
  }
  const { compare, comparative, extreme } = state.pending;
  if (compare === undefined && comparative === undefined) {
    if (state.pending.top === true) state.pending.bare = value;
    else if (extreme !== undefined) state.pending.limit = value;
    else if (next !== undefined && (next.kind === 'class' || next.kind === 'property') && next.from === to) {
      state.pending.bare = value;
    } else takeEqual(state, from, to, value);
    return;
  }
  const numbers = [value];
  state.lastCondition = { numbers };
  if (comparative !== undefined && next?.kind === 'property' && next.from === to && isOnlySense(state, to)) {
    // "Larger than 5000 tons": the unit tells what is measured.
    state.pending.condition = { compare: comparative.isLeast ? '<' : '>', numbers };
    delete state.pending.comparative;
    return;
  }
  if (comparative !== undefined) {
    const sign = comparative.isLeast ? '<' : '>';
    state.pending = { ...state.pending, condition: { compare: sign, numbers } };
    delete state.pending.comparative;
    return state.add({ from: comparative.from, to }, { kind: 'measure', words: comparative.words }, 1);
  }
  const condition = { compare: compare ?? '=', numbers };
  delete state.pending.compare;
  const last = state.items.at(-1);
  const isCounted =
    next !== undefined &&
    next.from === to &&
    (next.kind === 'class' || (next.kind === 'property' && isEdge(state, next.iri)));
  const isMeasured =
    last !== undefined && ['property', 'product', 'measure'].includes(last.what.kind) && last.condition === undefined;
  if (isMeasured && !isCounted && last.extreme === undefined) last.condition = condition;
  else state.pending.condition = condition;
}

/** "Built in 1998", "of 1998": the value that was named, or a year. */
function takeEqual(state: OutlineState, from: number, to: number, value: number): void {
  const last = state.items.at(-1);
  const condition = { compare: '=', numbers: [value] } as const;
  const isMeasured = last !== undefined && ['property', 'product', 'measure'].includes(last.what.kind);
  if (isMeasured && from - last.to <= 3 && last.condition === undefined && last.extreme === undefined) {
    last.condition = condition;
  } else if (value > 999 && value < 2200 && Number.isInteger(value)) {
    state.pending.condition = condition;
    state.add({ from, to }, { kind: 'measure', words: state.lexicon.general.interrogatives.get('when') ?? [] }, 1);
  } else state.penalty += 0.6;
}

/** "More than 5 grams": the unit says no more than the property that stands before. */
export function isUnit(state: OutlineState, { from }: ForeignMark): boolean {
  return (
    from === state.lastNumberTo && state.items.at(-1)?.condition !== undefined && state.pending.condition === undefined
  );
}

/** Whether a word speaks of one property only. */
function isOnlySense(state: OutlineState, at: number): boolean {
  const stem = state.words[at]?.stem ?? '';
  const senses = [...state.lexicon.named(stem), ...state.lexicon.spoken(stem)].filter(
    ({ kind }) => kind === 'property',
  );
  return new Set(senses.map(({ iri }) => iri)).size === 1;
}

function isEdge(state: OutlineState, property: string): boolean {
  return state.lexicon.schema.edges.some((edge) => edge.property === property);
}
