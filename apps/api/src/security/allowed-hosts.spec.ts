import { describe, expect, it } from '@jest/globals';
import { allowedHosts } from './allowed-hosts.ts';

describe('allowed hosts', () => {
  const allowed = allowedHosts('127.0.0.1', 'https://kg.example.org/id/');

  it.each([
    'localhost',
    'localhost:3000',
    'LOCALHOST:8080',
    'localhost.',
    '127.0.0.1:3000',
    '[::1]:3000',
    '192.168.1.5',
  ])('takes %s', (host) => expect(allowed(host)).toBe(true));

  it('takes the host of the base IRI and the one listened on', () => {
    expect(allowed('kg.example.org')).toBe(true);
    expect(allowedHosts('lab.example', 'http://localhost:3000/id/')('lab.example:3000')).toBe(true);
  });

  it.each([
    undefined,
    '',
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example:127.0.0.1',
    'localhost@evil.example',
    'evil.example/localhost',
    'localhost evil.example',
  ])('refuses %s', (host) => {
    expect(allowed(host)).toBe(false);
  });
});
