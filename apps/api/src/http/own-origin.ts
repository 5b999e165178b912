import type { IncomingMessage } from 'node:http';

/**
 * The origin under which a client has reached this server, such as `http://localhost:3000`: that of the base IRI where
 * the `Host` header names its host, since a proxy in front that speaks TLS passes only the host on.
 */
export function ownOrigin({ headers }: Pick<IncomingMessage, 'headers'>, baseIri: string): string {
  const base = new URL(baseIri);
  const host = headers.host?.toLowerCase() ?? base.host;
  return host === base.host ? base.origin : `http://${host}`;
}
