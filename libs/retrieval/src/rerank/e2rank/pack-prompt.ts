import { listLine, pseudoQuery } from './prompts.ts';
import { cutToTokens } from '../token-budget.ts';

export type PackedPrompt = {
  prompt: string;
  /** Documents that stand in it: the first ones. */
  documents: number;
  /** Whether the query, or the only document, had to be shortened. */
  cut: boolean;
};

/**
 * The pseudo-query with as many of the first documents as the budget allows, never with a part of one, unless it is the only
 * one. The frame and the query always stand; a query that takes more than half of the budget is shortened.
 * @param texts of the documents, of one line each and without special tokens, as the query
 * @param budget in tokens, for the whole prompt
 */
export function packPrompt(
  query: string,
  texts: readonly string[],
  budget: number,
  count: (text: string) => number,
): PackedPrompt {
  const frame = count(pseudoQuery('', []));
  const asked = cutToTokens(query, Math.floor((budget - frame) / 2), count);
  let total = count(pseudoQuery(asked.text, []));
  let documents = 0;
  for (const [i, text] of texts.entries()) {
    total += count(listLine(i, text));
    if (total > budget) break;
    documents += 1;
  }
  if (documents === 0 && texts[0] !== undefined) {
    const room = budget - count(pseudoQuery(asked.text, [''])) - 1;
    const { text } = cutToTokens(texts[0], room, count);
    if (text !== '') return { prompt: pseudoQuery(asked.text, [text]), documents: 1, cut: true };
  }
  // Lines counted one by one can have a few tokens less than in one piece.
  while (documents > 0 && count(pseudoQuery(asked.text, texts.slice(0, documents))) > budget) documents -= 1;
  return { prompt: pseudoQuery(asked.text, texts.slice(0, documents)), documents, cut: asked.cut };
}
