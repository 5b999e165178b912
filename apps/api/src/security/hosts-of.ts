import type { IncomingMessage } from 'node:http';

/**
 * All names that a request gives this server: in its `Host` headers, of which there may be one only, and in a target that is
 * a whole address, as proxies are sent. `undefined` stands for a name that cannot be told.
 */
export function hostsOf({ rawHeaders, url = '' }: Pick<IncomingMessage, 'rawHeaders' | 'url'>): (string | undefined)[] {
  const hosts = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host');
  const [host] = hosts;
  const named = hosts.length === 1 ? [host] : [undefined];
  if (url.startsWith('/') || url === '*') return named;
  return [...named, URL.canParse(url) ? new URL(url).host : undefined];
}
