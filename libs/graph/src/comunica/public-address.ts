import { BlockList, isIP } from 'node:net';

/**
 * Addresses that are not on the public internet, by the IANA special-purpose registries: this machine, private and shared
 * networks, link-local (with the metadata services of clouds), documentation, multicast, and ranges that wrap an IPv4 address
 * in an IPv6 one, through which the others could be reached.
 */
const special = new BlockList();
const ipv4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
for (const [network, prefix] of ipv4) special.addSubnet(network, prefix, 'ipv4');

/** Global unicast, the only part of IPv6 that is routed in public. */
const unicast = new BlockList();
unicast.addSubnet('2000::', 3, 'ipv6');
const ipv6: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];
for (const [network, prefix] of ipv6) special.addSubnet(network, prefix, 'ipv6');

/** Whether an IP address stands on the public internet. What is not an address does not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special.check(address, 'ipv4');
    case 6:
      return unicast.check(address, 'ipv6') && !special.check(address, 'ipv6');
    default:
      return false;
  }
}
