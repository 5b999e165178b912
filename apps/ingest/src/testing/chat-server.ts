import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from '@jest/globals';
import { type ChatModel, openChat } from '@askg/inference';

export type Asked = { messages: { role: string; content: string }[]; max_tokens: number; temperature: number };
export type Sentences = { n: number; text: string }[];
/** Answers one call; `sentences` are those that the model is shown. */
export type ChatReplier = (sentences: Sentences, response: ServerResponse, asked: Asked) => void;

/** Gives each test chat models behind real servers with OpenAI's chat route, and ends the servers after it. */
export function useChatServers(): (replier: ChatReplier) => Promise<{ chat: ChatModel; url: string; asked: Asked[] }> {
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });
  return async (replier) => {
    const asked: Asked[] = [];
    const server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      request.on('end', () => {
        const body = JSON.parse(text) as Asked;
        asked.push(body);
        const shown = JSON.parse(body.messages.at(-1)?.content ?? '') as { sentences: Sentences };
        replier(shown.sentences, response, body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    return { chat: openChat({ baseUrl: url, model: 'tiny' }), url, asked };
  };
}

/** Tokens that the server says a call took. */
export const callTokens = 110;

/** Lets the model say this. */
export function say(response: ServerResponse, content: string, finish = 'stop', tokens = callTokens): void {
  response.setHeader('content-type', 'application/json').end(
    JSON.stringify({
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: finish }],
      usage: { prompt_tokens: tokens - 10, completion_tokens: 10 },
    }),
  );
}

export function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '60' });
  response.end(JSON.stringify({ error: { message: 'no' } }));
}
