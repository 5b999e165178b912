import { lookup as resolveName } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, fetch } from 'undici';
import { GraphError } from '../graph-error.ts';
import type { FederationLimits } from './federation-options.ts';
import { isPublicAddress } from './public-address.ts';

type Fetch = typeof globalThis.fetch;

/**
 * A `fetch` that reaches the listed endpoints and nothing else, whatever an answer says. The address that a name has is
 * looked up once for a connection and checked there, so that a second answer of the name server cannot lead elsewhere.
 * Redirects end the request; time, requests and bytes are counted over all requests together.
 * Its connections end with the process, which evaluates one query.
 */
export function guardedFetch(limits: FederationLimits): Fetch {
  const agent = new Agent({
    connect: { lookup: checkedLookup(limits.isPrivateAllowed), timeout: limits.requestMs },
    headersTimeout: limits.requestMs,
    bodyTimeout: limits.requestMs,
    maxResponseSize: limits.bytes,
  });
  const left = { requests: limits.requests, bytes: limits.bytes };
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const { service, isAddress } = checkTarget(url, limits);
    if (isAddress) checkAddress(url.hostname.replace(/^\[|\]$/gu, ''), limits.isPrivateAllowed);
    if ((left.requests -= 1) < 0) throw spent(`more than ${limits.requests} requests`);
    const signal = AbortSignal.any([AbortSignal.timeout(limits.requestMs), ...(init?.signal ? [init.signal] : [])]);
    try {
      const response = await fetch(url, {
        method: init?.method ?? 'GET',
        headers: Object.fromEntries(new Headers(init?.headers)),
        ...(init?.body === undefined || init.body === null ? {} : { body: bodyText(init.body) }),
        redirect: 'error',
        signal,
        dispatcher: agent,
      });
      if (response.ok) return await countedResponse(response, left, limits);
      await response.body?.cancel();
      throw new GraphError('graph/service-failed', `${service} answered with status ${response.status}.`);
    } catch (error) {
      throw error instanceof GraphError ? error : unreachable(service, error);
    }
  };
}

/** The listed endpoint that an address belongs to: the address is the endpoint's, with a query behind it at most. */
function checkTarget(url: URL, { services }: FederationLimits): { service: string; isAddress: boolean } {
  const asked = url.href.replace(/#.*$/u, '').replace(/[?&]query=[^&]*$/u, '');
  const service = services.find((each) => new URL(each).href.replace(/#.*$/u, '') === asked);
  if (service === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new GraphError('graph/service-refused', `${asked} is not an endpoint that may be asked.`);
  }
  return { service, isAddress: /^[\d.]+$|^\[/u.test(url.hostname) };
}

function checkAddress(address: string, isPrivateAllowed: boolean): void {
  if (isPrivateAllowed || isPublicAddress(address)) return;
  throw new GraphError('graph/service-refused', `${address} is not an address of the public internet.`);
}

/** Looks a name up and gives only addresses that were checked; all of them have to be public. */
function checkedLookup(isPrivateAllowed: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolveName(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '');
      try {
        for (const { address } of addresses) checkAddress(address, isPrivateAllowed);
      } catch (refusal) {
        return callback(refusal as NodeJS.ErrnoException, '');
      }
      if (options.all) return callback(null, addresses);
      const [first] = addresses;
      return callback(null, first?.address ?? '', first?.family);
    });
  };
}

function bodyText(body: unknown): string {
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new Error('A query is sent as text.');
}

/** The whole response, its bytes counted as they are unpacked. */
async function countedResponse(
  response: Awaited<ReturnType<typeof fetch>>,
  left: { bytes: number },
  limits: FederationLimits,
): Promise<Response> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array<ArrayBuffer>;
    if ((left.bytes -= bytes.byteLength) < 0) throw spent(`more than ${limits.bytes} bytes`);
    chunks.push(bytes);
  }
  const headers = new Headers([...response.headers]);
  headers.delete('content-encoding');
  headers.delete('content-length');
  const counted = new Response(response.status === 204 || response.status === 304 ? null : Buffer.concat(chunks), {
    status: response.status,
    headers,
  });
  // The media type of an answer is read relative to where it came from.
  Object.defineProperty(counted, 'url', { value: response.url });
  return counted;
}

function spent(what: string): GraphError {
  return new GraphError('graph/service-failed', `The other endpoints took ${what} for this query.`);
}

function unreachable(service: string, error: unknown): GraphError {
  const reasons: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) reasons.push(cause.message);
  return new GraphError('graph/service-failed', `${service}: ${reasons.join(': ')}`, { cause: error });
}
