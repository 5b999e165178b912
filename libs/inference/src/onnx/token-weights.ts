import { z } from 'zod';

const WordPiece = z.object({
  model: z.object({ type: z.literal('WordPiece'), vocab: z.record(z.string(), z.int()) }),
  added_tokens: z.array(z.object({ id: z.int() })).default([]),
});

/** The most frequent word of English; in front of it stand tokens that mark something, and single characters. */
const firstWord = 'the';
/** Single letters count as a word that is as frequent as these ranks say, and other single characters as another. */
const letterRank = 6;
const characterRank = 147;

/** How much each token of a text says about what it is about; see `tokenWeights`. */
export type TokenWeights = (ids: readonly number[]) => Float32Array;

/**
 * Weights of tokens for late interaction, from the vocabulary alone: the one of BERT, which most English encoders share, lists
 * its words by how frequent they are, so that by Zipf's law the logarithm of a word's place is its rarity, as the inverse
 * document frequency of BM25 is. The weight is its square; marks and the tokens around a text weigh nothing. The weights of a
 * text have a mean of 1; where no token says anything each weighs 1.
 * @param json the content of a `tokenizer.json`
 * @returns undefined for a vocabulary of another kind
 */
export function tokenWeights(json: object): TokenWeights | undefined {
  const parsed = WordPiece.safeParse(json);
  const first = parsed.data?.model.vocab[firstWord];
  if (!parsed.success || first === undefined) return undefined;
  const special = new Set(parsed.data.added_tokens.map(({ id }) => id));
  const rarities = new Map<number, number>();
  for (const [token, id] of Object.entries(parsed.data.model.vocab)) {
    if (special.has(id) || !/[\p{L}\p{N}]/u.test(token)) continue;
    const rank = id >= first ? id - first + 1 : /^[a-z]$/.test(token) ? letterRank : characterRank;
    rarities.set(id, Math.log(1 + rank));
  }
  return (ids) => {
    const weights = Float32Array.from(ids, (id) => (rarities.get(id) ?? 0) ** 2);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return sum > 0 ? weights.map((weight) => (weight * ids.length) / sum) : weights.fill(1);
  };
}
