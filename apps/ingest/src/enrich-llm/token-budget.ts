import type { ChatRequest } from '@askg/inference';

/** Tokens of the frame that servers put around messages and a schema: more than any known template takes. */
const frameTokens = 256;
/** UTF-8 bytes of English prose that make one token, as a rule. */
const bytesPerToken = 4;

/** The tokens that a run may cost, and those that it has cost so far, input and output together. */
export class TokenBudget {
  readonly limit: number;
  #spent = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  get spent(): number {
    return this.#spent;
  }

  /** Whether so many more tokens keep within the limit. */
  allows(tokens: number): boolean {
    return this.#spent + tokens <= this.limit;
  }

  spend(tokens: number): void {
    this.#spent += tokens;
  }
}

/**
 * The most tokens that one call can cost. A token is at least one byte in every tokenizer that works on bytes, so the bytes
 * of messages and schema bound the input; the reply is bounded by `maxTokens`.
 */
export function mostTokens(request: ChatRequest & { maxTokens: number }): number {
  return inputBytes(request) + frameTokens + request.maxTokens;
}

/** The tokens that one call will cost, as a rule. @param replyTokens expected length of the reply */
export function likelyTokens(request: ChatRequest, replyTokens: number): number {
  return Math.ceil(inputBytes(request) / bytesPerToken) + replyTokens;
}

function inputBytes({ messages, schema }: ChatRequest): number {
  const said = messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  return said + (schema === undefined ? 0 : Buffer.byteLength(JSON.stringify(schema)));
}
