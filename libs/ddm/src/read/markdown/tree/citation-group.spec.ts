import { expect, it } from '@jest/globals';
import { parseGroup } from './citation-group.ts';

it.each<[string, [string, string, string][] | undefined]>([
  [
    '@a; @b',
    [
      ['', 'a', ''],
      ['', 'b', ''],
    ],
  ],
  [
    '@a,@b, p. 3',
    [
      ['', 'a', ''],
      ['', 'b', ', p. 3'],
    ],
  ],
  [
    'e.g., @a; -@b',
    [
      ['e.g.,', 'a', ''],
      ['', 'b', ''],
    ],
  ],
  [
    'see Roe, and @a, p. 3, @b',
    [
      ['see Roe, and', 'a', ', p. 3'],
      ['', 'b', ''],
    ],
  ],
  ['no work; @a', undefined],
])('takes the group [%s] apart', (content, expected) =>
  expect(parseGroup(content)?.map(({ prefix, key, suffix }) => [prefix, key, suffix])).toEqual(expected),
);
