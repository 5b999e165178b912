import { describe, expect, it } from '@jest/globals';
import { readPublication } from './publication.ts';

const nothing = { texts: [], turned: '', uris: [], subject: '' };

describe('readPublication', () => {
  it('reads a sidebar and a foot', () =>
    expect(
      readPublication({
        ...nothing,
        texts: [
          'DOI: 10.21105/jose.00143',
          'Submitted: 22 April 2021',
          'Published: 01 May 2025',
          'Doe. (2025). A title. Journal of Open Source Education, 8(87), 143.',
        ],
        uris: ['https://creativecommons.org/licenses/by/4.0/'],
      }),
    ).toEqual({
      identifiers: { doi: '10.21105/jose.00143' },
      venue: 'Journal of Open Source Education',
      date: { year: 2025, month: 5, day: 1 },
      licence: 'https://creativecommons.org/licenses/by/4.0/',
    }));

  it('reads the stamp of arXiv', () =>
    expect(readPublication({ ...nothing, turned: 'arXiv:1706.03762v5[cs.CL]6Dec2017' })).toEqual({
      identifiers: { arxiv: '1706.03762' },
      date: { year: 2017, month: 12, day: 6 },
    }));

  it('reads the foot of proceedings', () =>
    expect(
      readPublication({
        ...nothing,
        texts: [
          'Proceedings of the 56th Annual Meeting of the Association, pages 152–161',
          'Melbourne, Australia, July 15 - 20, 2018. © 2018',
        ],
      }),
    ).toMatchObject({
      venue: 'Proceedings of the 56th Annual Meeting of the Association',
      date: { year: 2018, month: 7 },
    }));
});
