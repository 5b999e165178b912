import { once } from 'node:events';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/**
 * Posts a form and waits for the head of the answer. Redirections are answers like others: what is sent goes to the address
 * that was named and to no other.
 * @throws what the connection fails with; an AbortError when the signal ends it
 */
export async function post(address: string, form: FormData, signal: AbortSignal): Promise<IncomingMessage> {
  const encoded = new Response(form);
  const body = Buffer.from(await encoded.arrayBuffer());
  const open = address.startsWith('https:') ? requestHttps : requestHttp;
  const request = open(address, {
    method: 'POST',
    headers: {
      accept: 'application/xml',
      'content-type': encoded.headers.get('content-type') ?? '',
      'content-length': body.length,
    },
    signal,
  });
  // What fails once the head is there is told by the stream of the answer.
  request.on('error', () => undefined);
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}
