import type { BlockLimits } from './block-plan.ts';

export type ListwiseLimits = {
  /** Most passages of one prompt, 1 to 125. */
  block: number;
  /** Longest query and longest passage in tokens; what is longer loses its end. */
  queryTokens: number;
  passageTokens: number;
};

/**
 * As the model was published, but for the size of a block, which is 125 there: 16 passages of 150 tokens are some 2.4 · 10¹²
 * operations, an estimated half a minute on two cores.
 */
export const usualLimits: ListwiseLimits = { block: 16, queryTokens: 512, passageTokens: 2048 };

/** Most passages of a block in `modeling.py`. */
const largestBlock = 125;

/** The window that the model was published with. */
const publishedWindow = 131_072;

/** A text that was cut within a character ends in U+FFFD, which may take two tokens more than what it stands for. */
const mendedEnd = 2;

/**
 * The limits that hold for a model. The published window is taken as it is, as the reference does; a shorter one is
 * filled as far as it goes: the tokens of the template are taken off it, and query and passages are cut so that one passage fits.
 * @param window longest prompt of the model in tokens @param template tokens of a prompt of so many empty passages
 */
export function limitsFor(
  { block, queryTokens, passageTokens }: ListwiseLimits,
  window: number,
  template: (passages: number) => number,
): BlockLimits & Pick<ListwiseLimits, 'queryTokens' | 'passageTokens'> {
  if (!(block >= 1 && block <= largestBlock)) {
    throw new RangeError(`A block holds 1 to ${largestBlock} passages, not ${block}.`);
  }
  if (window >= publishedWindow) {
    return { passages: block, window: publishedWindow, reserve: passageTokens, queryTokens, passageTokens };
  }
  // A window that the template alone would fill holds fewer passages.
  let passages = block;
  while (passages > 1 && window - template(passages) < window / 2) passages -= 1;
  // The query stands there twice.
  const left = Math.max(4, window - template(passages) - (passages + 2) * mendedEnd);
  const query = Math.min(queryTokens, Math.floor(left / 4));
  const longest = Math.min(passageTokens, left - 2 * query);
  return { passages, window: left, reserve: 0, queryTokens: query, passageTokens: longest };
}
