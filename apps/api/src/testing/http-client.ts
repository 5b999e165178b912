import { request, type IncomingHttpHeaders } from 'node:http';

export type HttpResponse = { status: number; headers: IncomingHttpHeaders; text: string };

export type HttpRequest = {
  method?: string;
  /** `Host` included: the client sends what it is given. */
  headers?: Record<string, string>;
  body?: string | Buffer;
  signal?: AbortSignal;
};

/** Sends a request whose target stays exactly as it is given, dot segments and broken encodings included. */
export function send(base: string, target: string, options: HttpRequest = {}): Promise<HttpResponse> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body, signal } = options;
    const outgoing = request(
      { hostname, port, path: target, method, headers, ...(signal ? { signal } : {}) },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
