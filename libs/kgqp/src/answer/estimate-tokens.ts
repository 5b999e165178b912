import type { ChatMessage } from '@askg/inference';

/**
 * Letters of English text that make a token of today's vocabularies, on average about 4; fewer here, so that numbers, names
 * and formulas are not taken for less than they cost.
 */
const lettersPerToken = 3.5;
/** What stands around a message in the templates of chat models. */
const aroundMessage = 6;

/** About how many tokens a text costs, without a tokenizer: rather too many than too few. Signs beyond Latin count one each. */
export function estimateTokens(text: string): number {
  const others = text.match(/[\u0250-\u1fff\u2070-\u{10ffff}]/gu)?.length ?? 0;
  return Math.ceil((text.length - others) / lettersPerToken) + others;
}

/** About how many tokens a server counts for messages. */
export function estimateInput(messages: readonly Pick<ChatMessage, 'content'>[]): number {
  return messages.reduce((sum, { content }) => sum + aroundMessage + estimateTokens(content), 0);
}
