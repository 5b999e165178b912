import type { ForeignMark } from './foreign-mark.ts';
import type { OutlineState } from './outline-state.ts';

/** "How long", "how heavy". */
const howWord = 'how';

/** An adjective picks an extreme, compares, or, after "how", asks for what it measures. */
export function takeAdjective(
  state: OutlineState,
  { adjectives, from, to }: Extract<ForeignMark, { kind: 'adjective' }>,
): void {
  const { extreme, more } = state.pending;
  if (state.words[from - 1]?.plain === howWord && adjectives.every(({ form }) => form === 'base')) {
    state.askedAt ??= from;
    state.isYesNo = false;
    return state.add({ from, to }, { kind: 'measure', words: adjectives.flatMap(({ measures }) => measures) }, 1);
  }
  for (const { form, measures, isLeast } of adjectives) {
    if (form === 'superlative' || (form === 'base' && extreme !== undefined)) {
      state.pending.extreme = extreme === true ? !isLeast : isLeast;
      return state.add({ from, to }, { kind: 'measure', words: measures }, 1);
    }
    if (form === 'comparative' || (form === 'base' && more === true)) {
      state.pending.comparative = { words: measures, isLeast, from };
      return;
    }
  }
  state.penalty += 0.7;
}
