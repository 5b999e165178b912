import { isIP } from 'node:net';

/**
 * The test of the `Host` header against DNS rebinding. A page of a foreign site can make its own name resolve to this
 * machine, but it cannot make the browser send another name: so only names that are known to mean this server are taken.
 *
 * These are the loopback names, the host the server listens on, the host of the corpus's base IRI (where a proxy may
 * publish it), and any IP address, because no name stands behind it. The port is not compared: a forwarded or mapped
 * port differs from the one the server knows.
 */
export function allowedHosts(listenHost: string, baseIri: string): (host: string | undefined) => boolean {
  const names = new Set(['localhost', listenHost.toLowerCase(), new URL(baseIri).hostname.toLowerCase()]);
  return (host) => {
    const name = hostName(host);
    return name !== undefined && (names.has(name) || isIP(name.replace(/^\[|\]$/g, '')) !== 0);
  };
}

/** The name in a `Host` header, lower case and without port; nothing when the header is missing or malformed. */
function hostName(host: string | undefined): string | undefined {
  const parts = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+?)\.?(?::\d{1,5})?$/i.exec(host ?? '');
  return parts?.[1]?.toLowerCase();
}
