import type { Usage } from '@askg/contract';
import type { ChatModel, ChatReply, ChatRequest, RunOptions } from '@askg/inference';
import { estimateInput, estimateTokens } from '../answer/estimate-tokens.ts';
import { KgqpError } from '../kgqp-error.ts';
import { type ChatLimits, defaultChatLimits } from './chat-limits.ts';

/** Tokens that a reply is expected to take where its request names no limit. */
const usualReply = 500;

/**
 * A chat model that counts what a run costs, and refuses a call that would cost more than the run may. Calls that fail count
 * too. What a server says that it counted is believed only where it is more than the estimate.
 */
export class MeteredChat implements ChatModel {
  readonly usage: Usage = { modelCalls: 0, inputTokens: 0, outputTokens: 0 };
  readonly #model: ChatModel;
  readonly #limits: ChatLimits;
  #failures = 0;
  #spent = 0;

  constructor(model: ChatModel, limits: ChatLimits = defaultChatLimits) {
    this.#model = model;
    this.#limits = limits;
  }

  get name(): string {
    return this.#model.name;
  }

  /** Whether it was called, and gave nothing each time. */
  get isLost(): boolean {
    return this.#failures > 0 && this.#failures === this.usage.modelCalls;
  }

  /** Tokens that the next call may take, sent and received; 0 when there is no call left. */
  get room(): number {
    return this.usage.modelCalls < this.#limits.calls ? Math.max(0, this.#limits.tokens - this.#spent) : 0;
  }

  /** Tells that the last reply could not be used. */
  discard(): void {
    this.#failures += 1;
  }

  /** @throws KgqpError kgqp/chat-budget, without asking; what the model throws */
  async complete(request: ChatRequest, options?: RunOptions): Promise<ChatReply> {
    const input = estimateInput(request.messages);
    this.#check(input + (request.maxTokens ?? usualReply));
    this.usage.modelCalls++;
    // Calls may run side by side: what one sends is taken at once, its reply when it is there.
    this.#spent += input;
    try {
      const reply = await this.#model.complete(request, options);
      const { inputTokens, outputTokens } = reply.usage;
      this.usage.inputTokens += inputTokens;
      this.usage.outputTokens += outputTokens;
      this.#spent += Math.max(0, inputTokens - input) + Math.max(outputTokens, estimateTokens(reply.text));
      return reply;
    } catch (error) {
      this.#failures += 1;
      throw error;
    }
  }

  #check(tokens: number): void {
    const { calls, tokens: most } = this.#limits;
    if (this.usage.modelCalls >= calls) {
      throw new KgqpError('kgqp/chat-budget', `${calls} calls were made, and more are not allowed for one question.`);
    }
    if (tokens > this.room) {
      throw new KgqpError(
        'kgqp/chat-budget',
        `The call would take about ${tokens} tokens, and ${this.room} of ${most} are left for this question.`,
      );
    }
  }
}
