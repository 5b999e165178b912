import type { ChatModel, ChatReply, ChatRequest, RunOptions } from '@askg/inference';

/** A chat model that answers what a test tells it to, and keeps what it was asked. */
export class StubChat implements ChatModel {
  readonly name = 'stub';
  readonly asked: ChatRequest[] = [];
  readonly #reply: (request: ChatRequest, options: RunOptions) => Promise<ChatReply> | ChatReply | string;

  constructor(
    reply: string | ((request: ChatRequest, options: RunOptions) => Promise<ChatReply> | ChatReply | string),
  ) {
    this.#reply = typeof reply === 'string' ? () => reply : reply;
  }

  async complete(request: ChatRequest, options: RunOptions = {}): Promise<ChatReply> {
    this.asked.push(request);
    const reply = await this.#reply(request, options);
    if (typeof reply !== 'string') return reply;
    return { text: reply, finish: 'stop', usage: { inputTokens: 100, outputTokens: 20 } };
  }
}
