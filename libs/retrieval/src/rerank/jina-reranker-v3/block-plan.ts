export type BlockLimits = {
  /** Most passages of a block. */
  passages: number;
  /** Tokens that the query, twice, and the passages may take. */
  window: number;
  /** A block ends when no more tokens than these are left of the window. */
  reserve: number;
};

/**
 * The number of passages, of those whose lengths in tokens are given, that the next block takes: greedily in their order, until
 * it is full or what is left of the window is the reserve or less. At least one; none that does not fit any more.
 * Source: `rerank` in `modeling.py` of jina-reranker-v3, where the reserve is the length of a longest passage. Like there the
 * words of the template are not counted: the reserve is what they fit in.
 */
export function nextBlock(lengths: Iterable<number>, queryTokens: number, limits: BlockLimits): number {
  let room = limits.window - 2 * queryTokens;
  let taken = 0;
  for (const length of lengths) {
    if (taken > 0 && length > room) break;
    taken += 1;
    room -= length;
    if (taken >= limits.passages || room <= limits.reserve) break;
  }
  return taken;
}
