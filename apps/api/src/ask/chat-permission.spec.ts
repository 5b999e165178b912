import { describe, expect, it } from '@jest/globals';
import { isLoopback, mayUseChat } from './chat-permission.ts';

describe('the use of a chat model that costs money', () => {
  it.each([
    ['localhost:3000', {}],
    ['127.0.0.1', {}],
    ['[::1]:3000', {}],
  ])('is open to this machine: %s', (host, more) => {
    expect(mayUseChat({ headers: { host, ...more } }, '127.0.0.1')).toBe(true);
  });

  it.each([
    ['a server open to other machines', '0.0.0.0', { host: 'localhost:3000' }],
    ['a name that a proxy publishes', '127.0.0.1', { host: 'kg.example.org' }],
    ['an address of the network', '127.0.0.1', { host: '192.168.1.5' }],
    ['a proxy that forwards', '127.0.0.1', { host: 'localhost', 'x-forwarded-for': '10.0.0.1' }],
    ['a name that only looks like one', '127.0.0.1', { host: 'localhost.evil.example' }],
    ['no name', '127.0.0.1', {}],
  ])('is closed to %s', (_name, listenHost, headers) => {
    expect(mayUseChat({ headers }, listenHost)).toBe(false);
  });

  it.each([
    ['127.0.0.1', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['::', false],
    ['10.0.0.1', false],
  ])('knows whether %s is of this machine only', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});
