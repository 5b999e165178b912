import { type ChatModel, openChat } from '@askg/inference';
import type { ModelTask } from '@askg/kgqp';

/** The chat model of this name at `OPENAI_BASE_URL`; none for `none`. */
export function chatModel(name: string): ChatModel | undefined {
  if (name === 'none') return undefined;
  const baseUrl = process.env['OPENAI_BASE_URL'];
  if (baseUrl === undefined) throw new Error('Set OPENAI_BASE_URL to the server of the chat model.');
  const apiKey = process.env['OPENAI_API_KEY'];
  return openChat({ baseUrl, model: name, ...(apiKey === undefined ? {} : { apiKey }) });
}

/** What that model does for a query: `ASKG_CHAT_TASK`, as the server reads it. */
export function modelTask(): ModelTask {
  return process.env['ASKG_CHAT_TASK'] === 'words' ? 'words' : 'whole';
}
