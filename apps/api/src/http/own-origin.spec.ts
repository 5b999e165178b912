import { expect, it } from '@jest/globals';
import { ownOrigin } from './own-origin.ts';

it.each([
  ['localhost:3000', 'https://kg.example.org/id/', 'http://localhost:3000'],
  ['[::1]:3000', 'https://kg.example.org/id/', 'http://[::1]:3000'],
  ['KG.example.org', 'https://kg.example.org/id/', 'https://kg.example.org'],
  ['kg.example.org:8080', 'https://kg.example.org/id/', 'http://kg.example.org:8080'],
  [undefined, 'http://localhost:3000/id/', 'http://localhost:3000'],
])('who comes to %s of %s reaches %s', (host, baseIri, origin) => {
  expect(ownOrigin({ headers: host === undefined ? {} : { host } }, baseIri)).toBe(origin);
});
