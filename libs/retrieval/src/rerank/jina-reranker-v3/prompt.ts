/** Marks where a passage has been read; the state there stands for the passage. */
export const passageMarker = '<|embed_token|>';

/** Marks where the query has been read for the second time; the state there stands for the query. */
export const queryMarker = '<|rerank_token|>';

const system =
  'You are a search relevance expert who can determine a ranking of the passages based on how relevant they are to the query. ' +
  'If the query is a question, how relevant a passage is depends on how well it answers the question. ' +
  'If not, try to analyze the intent of the query and assess how well each passage satisfies the intent. ' +
  'If an instruction is provided, you should follow the instruction when determining the ranking.';

export type ListwisePrompt = {
  query: string;
  passages: readonly string[];
  /** What to heed beside relevance, in words. */
  instruction?: string;
};

/**
 * The prompt that jina-reranker-v3 was trained on, to the letter: the query before and after all passages, with a marker at
 * the end of each passage and of the last query. Texts must hold no special tokens (`stripSpecials`); words of the template in
 * them, such as `</passage>`, are left as they are, since marks are found by their token and not by the words around.
 * Source: `modeling.py` of the model's repository (the paper shows another, shorter system text).
 */
export function listwisePrompt({ query, passages, instruction }: ListwisePrompt): string {
  const listed = passages.map((text, i) => `<passage id="${i}">\n${text}${passageMarker}\n</passage>`).join('\n');
  return (
    `<|im_start|>system\n${system}<|im_end|>\n<|im_start|>user\n` +
    `I will provide you with ${passages.length} passages, each indicated by a numerical identifier. ` +
    `Rank the passages based on their relevance to query: ${query}\n` +
    (instruction === undefined ? '' : `<instruct>\n${instruction}\n</instruct>\n`) +
    `${listed}\n<query>\n${query}${queryMarker}\n</query>` +
    `<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n`
  );
}
