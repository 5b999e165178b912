import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';

/**
 * The address that a client without a key is known by: its IPv4 address, or the /64 network of its IPv6 address, all of
 * which one household or machine may use.
 *
 * @param proxies how many proxies stand in front. Each appends the address that called it to `X-Forwarded-For`, so the
 * entry that many places from the end was written by a proxy of ours; those before it anybody may have made up.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const peer = request.socket.remoteAddress ?? '';
  const forwarded = proxies === 0 ? [] : String(request.headers['x-forwarded-for'] ?? '').split(',');
  return networkOf(forwarded.at(-proxies)?.trim() ?? '') ?? networkOf(peer) ?? 'address:unknown';
}

/** What an IP address is counted as; nothing for what is none. */
export function networkOf(text: string): string | undefined {
  const address = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || isIP(address) === 4) return `address:${mapped ?? address}`;
  return isIPv6(address) ? `network:${prefixOf(address)}::/64` : undefined;
}

/** The first four groups of an IPv6 address, each without leading zeros. */
function prefixOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = groupsOf(head);
  const after = tail === undefined ? [] : groupsOf(tail);
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** A dotted end stands for two groups, which lie behind the prefix or are told by the address as a whole. */
function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));
}
