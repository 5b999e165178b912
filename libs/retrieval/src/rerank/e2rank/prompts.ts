/*
 * The three forms of text that E2Rank reads, letter by letter as its evaluation builds them (arXiv 2510.22733, appendix). None
 * of them makes special tokens in the texts harmless: see `plainText`.
 */

/** What the model was trained to end a text with, and pools there. Its tokenizer does not add it. */
export const endOfText = '<|endoftext|>';

/** Tokens of the family that are not written like `<|…|>`; for where the model's tokenizer is out of sight. */
export const namedTokens: readonly string[] = ['think', 'tool_call', 'tool_response'].flatMap((name) => [
  `<${name}>`,
  `</${name}>`,
]);

/** What a search is told to do where nothing else is known of it. */
export const defaultTask = 'Given a web search query, retrieve relevant passages that answer the query';

const listTask = 'Given a web search query and some relevant documents, rerank the documents that answer the query:';

/** A document to be found. */
export function documentForm(text: string): string {
  return text + endOfText;
}

/** A query by itself; there is no space after `Query:`. */
export function queryForm(query: string, task = defaultTask): string {
  return `Instruct: ${task}\nQuery:${query}${endOfText}`;
}

export type PseudoQueryOptions = {
  /**
   * The form of the README, whose printed scores belong to it: the end mark in each document, no line break before
   * and no space after `Search Query:`. It was never evaluated, and is here for those scores only.
   */
  readmeCompat?: boolean;
};

/**
 * A query together with the first documents that were found, as one turn of a conversation with thinking switched off. It is
 * pooled at its last token, the two line breaks after `</think>`; nothing may be added behind.
 */
export function pseudoQuery(
  query: string,
  documents: readonly string[],
  { readmeCompat = false }: PseudoQueryOptions = {},
): string {
  const end = readmeCompat ? endOfText : '';
  const lines = documents.map((document, i) => listLine(i, document + end));
  const list = readmeCompat
    ? `${lines.join('').slice(0, -1)}Search Query:${query}`
    : `${lines.join('')}Search Query: ${query}`;
  return `<|im_start|>user\n${listTask}\nDocuments:\n${list}<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n`;
}

/** A document in the list, with its line break; `index` is from 0, and printed from 1. */
export function listLine(index: number, document: string): string {
  return `[${index + 1}] ${document}\n`;
}
