import { expect, it } from '@jest/globals';
import { missingCollections, readAnonymous } from './anonymous.ts';

it.each([
  ['all', 'all'],
  [' none ', 'none'],
  ['open', ['open']],
  ['open, demo', ['open', 'demo']],
  // No collection has these names, so that a slip of the pen opens nothing.
  ['all,open', ['all', 'open']],
  [',', []],
])('what everybody may read is set by %j', (text, anonymous) => {
  expect(readAnonymous(text)).toEqual(anonymous);
});

it('knows the names that no collection has', () => {
  const collections = { idOf: (name: string) => (name === 'open' ? 1 : undefined) };
  expect(missingCollections(['open', 'opne'], collections)).toEqual(['opne']);
  expect(missingCollections('all', collections)).toEqual([]);
});
