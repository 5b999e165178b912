import type { ChatRequest } from '../chat-model.ts';
import { refusesFor } from './server-error.ts';

/** How to say the same to servers that each know a part of OpenAI's API. */
export type Dialect = {
  /** How JSON of a schema is asked for: by the schema, by "some JSON" with the schema in the prompt, or only in the prompt. */
  schema: 'json_schema' | 'json_object' | 'prompt';
  tokens: 'max_tokens' | 'max_completion_tokens';
  temperature: boolean;
};

export const usualDialect: Dialect = { schema: 'json_schema', tokens: 'max_tokens', temperature: true };

/** The dialect to try next after a refusal; undefined when the refusal is about something else. */
export function nextDialect(dialect: Dialect, request: ChatRequest, error: unknown): Dialect | undefined {
  if (dialect.tokens === 'max_tokens' && refusesFor(error, /max_tokens/)) {
    return { ...dialect, tokens: 'max_completion_tokens' };
  }
  if (dialect.temperature && refusesFor(error, /temperature/)) return { ...dialect, temperature: false };
  if (request.schema === undefined || !refusesFor(error, /response_format|json|schema|grammar/i)) return undefined;
  if (dialect.schema === 'json_schema') return { ...dialect, schema: 'json_object' };
  return dialect.schema === 'json_object' ? { ...dialect, schema: 'prompt' } : undefined;
}

/** The body of a chat completion in a dialect. */
export function chatBody(model: string, request: ChatRequest, dialect: Dialect) {
  const { schema, maxTokens, stop, temperature = 0 } = request;
  return {
    model,
    stream: false as const,
    messages: schema === undefined || dialect.schema === 'json_schema' ? request.messages : withSchema(request, schema),
    ...(dialect.temperature && { temperature }),
    ...(maxTokens !== undefined && { [dialect.tokens]: maxTokens }),
    ...(stop !== undefined && { stop }),
    ...(schema !== undefined &&
      dialect.schema === 'json_object' && { response_format: { type: 'json_object' as const } }),
    ...(schema !== undefined &&
      dialect.schema === 'json_schema' && {
        response_format: {
          type: 'json_schema' as const,
          json_schema: { name: schema.name, schema: schema.schema as Record<string, unknown>, strict: true },
        },
      }),
  };
}

/** Puts the schema at the end, so that servers that keep a prompt's beginning in memory still recognise it. */
function withSchema({ messages }: ChatRequest, { schema }: { schema: object }): ChatRequest['messages'] {
  const demand = `Answer with JSON of this JSON Schema and nothing else:\n${JSON.stringify(schema)}`;
  const last = messages.at(-1);
  if (last?.role !== 'user') return [...messages, { role: 'user', content: demand }];
  return [...messages.slice(0, -1), { ...last, content: `${last.content}\n\n${demand}` }];
}
