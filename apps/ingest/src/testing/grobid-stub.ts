import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from '@jest/globals';

/** How the stub answers: with a status and a body, with half of one, or not at all. */
export type StubAnswer =
  { status: number; body?: string | Buffer; headers?: Record<string, string> } | 'silence' | 'cut' | 'half' | 'stall';

/** What was asked of the stub. */
export type StubRequest = { path: string; body: string };

/**
 * Starts an HTTP server that answers like a GROBID service, with these answers in order; the last one is repeated. It ends
 * with the test.
 */
export function useGrobidStub(): (answers: readonly StubAnswer[]) => Promise<{ url: string; requests: StubRequest[] }> {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });
  return async (answers) => {
    const requests: StubRequest[] = [];
    const answer = (request: IncomingMessage, response: ServerResponse, body: string): void => {
      const next = answers[Math.min(requests.length, answers.length - 1)] ?? 'silence';
      requests.push({ path: request.url ?? '', body });
      if (next === 'silence') return;
      if (next === 'cut') return void request.socket.destroy();
      if (next === 'half' || next === 'stall') {
        response.writeHead(200, { 'content-length': 1000 }).write('<TEI>');
        if (next === 'half') setTimeout(() => request.socket.destroy(), 10);
        return;
      }
      response.writeHead(next.status, next.headers).end(next.body);
    };
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => answer(request, response, Buffer.concat(chunks).toString('latin1')));
    });
    servers.push(server);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
  };
}
