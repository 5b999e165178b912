/** What the chat model may cost for one question, whatever it is asked on the way. */
export type ChatLimits = {
  /** Calls, those that fail included. */
  calls: number;
  /** Tokens of all calls together, sent and received. */
  tokens: number;
  /** Tokens of the evidence for one question, with titles and headings, about as the model counts them. */
  evidence?: number;
};

export const defaultChatLimits: ChatLimits = { calls: 6, tokens: 24_000 };
