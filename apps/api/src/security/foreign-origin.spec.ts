import { describe, expect, it } from '@jest/globals';
import { isForeignOrigin } from './foreign-origin.ts';

const host = 'localhost:3000';

describe('requests from pages of other origins', () => {
  it.each([
    ['a program', {}],
    ['an own page', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
    ['an own page behind a TLS proxy', { origin: 'https://localhost:3000' }],
    ['a typed address', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
    ['a link followed from elsewhere', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
  ])('are not: %s', (_name, headers) => {
    expect(isForeignOrigin({ host, ...headers })).toBe(false);
  });

  it.each([
    ['a fetch', { origin: 'https://evil.example' }],
    ['a page on another port', { origin: 'http://localhost:8080' }],
    ['a sandboxed page', { origin: 'null' }],
    ['an embedded resource', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['a fetch of a sibling site', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }],
  ])('are: %s', (_name, headers) => {
    expect(isForeignOrigin({ host, ...headers })).toBe(true);
  });
});
