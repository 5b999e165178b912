import { describe, expect, it } from '@jest/globals';
import { isPublicAddress } from './public-address.ts';

describe('public addresses', () => {
  it.each(['91.198.174.192', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2620:0:862:ed1a::1', '2a02:ec80:300:ed1a::1'])(
    '%s is one',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fd00:ec2::254',
    'ff02::1',
    '2002:7f00:1::',
    '2001:db8::1',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2',
    'localhost',
    '',
    '2130706433',
  ])('%s is none', (address) => expect(isPublicAddress(address)).toBe(false));
});
