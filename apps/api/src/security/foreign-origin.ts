import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a page of another origin makes this request. Following a link here is not such a request; fetching, embedding
 * or posting a form is. A browser tells by `Origin`, and by `Sec-Fetch-Site` where it leaves `Origin` out; a program
 * sends neither. Only host and port are compared, since a proxy in front may speak TLS.
 */
export function isForeignOrigin(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  if (origin !== undefined) return !URL.canParse(origin) || new URL(origin).host !== host?.toLowerCase();
  const site = headers['sec-fetch-site'];
  return (site === 'cross-site' || site === 'same-site') && headers['sec-fetch-mode'] !== 'navigate';
}
