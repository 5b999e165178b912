import type { Usage } from '@askg/contract';
import type { ChatModel, ChatReply, ChatRequest, RunOptions } from '@askg/inference';

/** A chat model that counts what a run costs. Calls that fail count too, without tokens. */
export class MeteredChat implements ChatModel {
  readonly usage: Usage = { modelCalls: 0, inputTokens: 0, outputTokens: 0 };
  #failures = 0;
  readonly #model: ChatModel;

  constructor(model: ChatModel) {
    this.#model = model;
  }

  get name(): string {
    return this.#model.name;
  }

  /** Whether it was called, and gave nothing each time. */
  get isLost(): boolean {
    return this.#failures > 0 && this.#failures === this.usage.modelCalls;
  }

  async complete(request: ChatRequest, options?: RunOptions): Promise<ChatReply> {
    this.usage.modelCalls++;
    try {
      const reply = await this.#model.complete(request, options);
      this.usage.inputTokens += reply.usage.inputTokens;
      this.usage.outputTokens += reply.usage.outputTokens;
      return reply;
    } catch (error) {
      this.#failures += 1;
      throw error;
    }
  }
}
