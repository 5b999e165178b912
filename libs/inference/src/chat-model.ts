import type { RunOptions } from './run-options.ts';

export type ChatMessage = { role: 'system' | 'user' | 'assistant'; content: string };

export type ChatRequest = {
  messages: ChatMessage[];
  /** Longest reply in tokens. */
  maxTokens?: number;
  /** 0 when not given: the same question shall get the same reply as far as the server can. */
  temperature?: number;
  stop?: string[];
  /** Asks for JSON of this JSON Schema; a reply that is no JSON then is `inference/not-json`. */
  schema?: { name: string; schema: object };
};

export type ChatReply = {
  /** With a schema: JSON that parses. Whether it fits the schema is the caller's to check. */
  text: string;
  /** `length`: the reply was cut at the limit of tokens. */
  finish: 'stop' | 'length';
  usage: { inputTokens: number; outputTokens: number };
};

/** A model that continues a conversation. */
export interface ChatModel {
  readonly name: string;
  complete(request: ChatRequest, options?: RunOptions): Promise<ChatReply>;
}
