import { createHash } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from '@jest/globals';

/** How the rerank route behaves: it scores, fails, or says nothing. */
export type RerankMood = 'scores' | 'fails' | 'hangs';

export type StubModels = {
  url: string;
  mood: RerankMood;
  /** Texts that were embedded, and passages that were scored. */
  embedded: string[];
  scored: number;
};

export const stubDimensions = 16;

/**
 * A model server on this machine with an embeddings route, whose vectors count the words of a text by their hashes, and a rerank
 * route, whose scores prefer what has most words of the query.
 */
export function useStubModels(): () => Promise<StubModels> {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.close();
      server.closeAllConnections();
    }
  });
  return async () => {
    const stub: StubModels = { url: '', mood: 'scores', embedded: [], scored: 0 };
    const server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => answer(stub, request.url ?? '', text, response));
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    return stub;
  };
}

function answer(stub: StubModels, path: string, text: string, response: ServerResponse): void {
  const send = (content: object): void => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(content));
  };
  if (path.endsWith('/embeddings')) {
    const { input } = JSON.parse(text) as { input: string[] };
    stub.embedded.push(...input);
    return send({ data: input.map((each, index) => ({ index, embedding: vectorOf(each) })) });
  }
  if (stub.mood === 'hangs') return;
  if (stub.mood === 'fails' || !path.endsWith('/rerank')) {
    response.statusCode = 400;
    return send({ error: { message: 'no such model' } });
  }
  const { query, documents } = JSON.parse(text) as { query: string; documents: string[] };
  stub.scored += documents.length;
  const words = wordsOf(query);
  const score = (document: string): number => wordsOf(document).filter((word) => words.includes(word)).length;
  send({ results: documents.map((document, index) => ({ index, relevance_score: score(document) })) });
}

function vectorOf(text: string): number[] {
  const vector = Array.from({ length: stubDimensions }, () => 0.01);
  for (const word of wordsOf(text)) {
    const at = createHash('sha256').update(word).digest()[0] ?? 0;
    vector[at % stubDimensions] = (vector[at % stubDimensions] ?? 0) + 1;
  }
  return vector;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? [];
}
