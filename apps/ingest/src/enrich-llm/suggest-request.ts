import { type Document } from '@askg/contract';
import { replySchema, sentenceBatches, type ShownSentence } from '@askg/ddm';
import type { ChatRequest } from '@askg/inference';
import type { SuggestPrompt } from './prompt.ts';

/** Longest reply in tokens; one that is longer has lost its way. */
const longestReply = 1_500;
/** Length of a usual reply in tokens, for the estimate: some ten entities and a few relations. */
export const usualReply = 400;

export type SuggestCall = { batch: readonly ShownSentence[]; request: ChatRequest & { maxTokens: number } };

/** The calls that one paper takes. */
export function suggestCalls(document: Document, prompt: SuggestPrompt): SuggestCall[] {
  return sentenceBatches(document).map((batch) => ({
    batch,
    request: {
      messages: prompt.messages(document.title, batch),
      schema: { name: 'suggestions', schema: replySchema },
      temperature: 0,
      maxTokens: longestReply,
    },
  }));
}
