import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { clientAddress } from './client-address.ts';

/** A request as far as its address goes. */
function from(remoteAddress: string, forwarded?: string): IncomingMessage {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
}

describe('a client without a key', () => {
  it.each([
    ['192.0.2.7', 'address:192.0.2.7'],
    ['::ffff:192.0.2.7', 'address:192.0.2.7'],
    ['2001:db8:0:12:a:b:c:d', 'network:2001:db8:0:12::/64'],
    ['2001:DB8:0000:0012::1', 'network:2001:db8:0:12::/64'],
    ['fe80::1%eth0', 'network:fe80:0:0:0::/64'],
    ['::1', 'network:0:0:0:0::/64'],
    ['64:ff9b::192.0.2.7', 'network:64:ff9b:0:0::/64'],
    ['', 'address:unknown'],
  ])('is known by its address or its network: %s', (address, id) => {
    expect(clientAddress(from(address), 0)).toBe(id);
  });

  it('cannot choose another address by a header', () => {
    expect(clientAddress(from('192.0.2.7', '198.51.100.1'), 0)).toBe('address:192.0.2.7');
    expect(clientAddress(from('10.0.0.1', '203.0.113.9, 192.0.2.7'), 1)).toBe('address:192.0.2.7');
    expect(clientAddress(from('10.0.0.1', '203.0.113.9, 192.0.2.7, 10.0.0.2'), 2)).toBe('address:192.0.2.7');
  });

  it('is known by the address of the proxy where that writes nothing of use', () => {
    expect(clientAddress(from('10.0.0.1'), 1)).toBe('address:10.0.0.1');
    expect(clientAddress(from('10.0.0.1', 'unknown'), 1)).toBe('address:10.0.0.1');
    expect(clientAddress(from('10.0.0.1', '192.0.2.7'), 2)).toBe('address:10.0.0.1');
  });
});
