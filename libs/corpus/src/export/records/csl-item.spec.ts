import { describe, expect, it } from '@jest/globals';
import { urlOf } from './csl-item.ts';

describe('the address of a paper', () => {
  it.each([
    [{ url: 'https://a.example/p', doi: '10.1/a' }, 'https://a.example/p'],
    [{ doi: '10.21105/joss.00143' }, 'https://doi.org/10.21105/joss.00143'],
    [
      { doi: '10.1002/(SICI)1097(199609)20:1<1::AID-X1>3.0.CO;2-#' },
      'https://doi.org/10.1002/(SICI)1097(199609)20:1%3C1::AID-X1%3E3.0.CO;2-%23',
    ],
    [{ doi: '10.1/a?b', arxiv: '2101.00001' }, 'https://doi.org/10.1/a%3Fb'],
    [{ arxiv: '2101.00001' }, 'https://arxiv.org/abs/2101.00001'],
    [{}, undefined],
  ])('that has %j is %s', (identifiers, url) => expect(urlOf({ identifiers })).toBe(url));
});
