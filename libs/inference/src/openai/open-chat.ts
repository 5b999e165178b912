import { z } from 'zod';
import type { ChatModel, ChatReply, ChatRequest } from '../chat-model.ts';
import { InferenceError } from '../inference-error.ts';
import type { RunOptions } from '../run-options.ts';
import { chatBody, nextDialect, usualDialect } from './dialect.ts';
import { jsonInText } from './json-in-text.ts';
import { ModelServer, type ServerOptions } from './model-server.ts';

/** What is relied on of a reply; servers leave out much of the rest. */
const Completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish(),
});
type Completion = z.infer<typeof Completion>;

/** Bytes of a reply in words; a server that sends more has gone wrong. */
const largestReply = 4 * 1024 * 1024;

/**
 * A chat model behind any server with OpenAI's chat route. Nothing is sent before the first call.
 * `complete` adds to the errors of `ModelServer`: `inference/not-json`, `inference/unusable-reply`.
 */
export function openChat(options: ServerOptions): ChatModel {
  return new ServedChat(options);
}

class ServedChat implements ChatModel {
  readonly name: string;
  readonly #server: ModelServer;
  /** Learnt from refusals, so that each is met once. */
  #dialect = usualDialect;

  constructor({ model, ...server }: ServerOptions) {
    this.name = model;
    this.#server = new ModelServer({ largestReply, ...server });
  }

  complete(request: ChatRequest, options: RunOptions = {}): Promise<ChatReply> {
    return this.#server.within(options, async (signal) => replyOf(await this.#ask(request, signal), request));
  }

  async #ask(request: ChatRequest, signal: AbortSignal): Promise<unknown> {
    for (;;) {
      const tried = this.#dialect;
      try {
        const body = chatBody(this.name, request, tried);
        return await this.#server.ask(signal, (client) => client.chat.completions.create(body, { signal }));
      } catch (error) {
        const next = nextDialect(tried, request, error);
        if (next === undefined) throw error;
        this.#dialect = next;
      }
    }
  }
}

function replyOf(reply: unknown, request: ChatRequest): ChatReply {
  const parsed = Completion.safeParse(reply);
  if (!parsed.success) {
    throw new InferenceError(
      'inference/unusable-reply',
      `The reply is no chat completion: ${z.prettifyError(parsed.error)}`,
    );
  }
  const { choices, usage } = parsed.data;
  const [choice] = choices as [Completion['choices'][number]];
  const finish = choice.finish_reason === 'length' ? 'length' : 'stop';
  return {
    text: textOf(choice, finish, request),
    finish,
    usage: { inputTokens: usage?.prompt_tokens ?? 0, outputTokens: usage?.completion_tokens ?? 0 },
  };
}

function textOf(choice: Completion['choices'][number], finish: ChatReply['finish'], { schema }: ChatRequest): string {
  const { content, refusal } = choice.message;
  if (refusal) throw new InferenceError('inference/unusable-reply', `The model refuses: ${refusal}`);
  if (content === undefined || content === null) {
    const reason = choice.finish_reason ?? 'no reason given';
    throw new InferenceError('inference/unusable-reply', `The reply has no text (${reason}).`);
  }
  if (schema === undefined) return content;
  const json = jsonInText(content);
  if (json !== undefined) return json;
  const cut = finish === 'length' ? ' It was cut at the limit of tokens.' : '';
  throw new InferenceError(
    'inference/not-json',
    `The reply begins with ${JSON.stringify(content.slice(0, 200))}.${cut}`,
  );
}
