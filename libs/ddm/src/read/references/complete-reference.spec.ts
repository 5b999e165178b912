import { describe, expect, it } from '@jest/globals';
import { completeReference } from './complete-reference.ts';

const entry = (raw: string, known = {}) => completeReference({ raw, authors: [], boxes: [], sourceIds: [], ...known });

describe('completeReference', () => {
  it('reads an entry in a style without brackets around the year', () =>
    expect(
      entry(
        'Ashish Vaswani, Noam Shazeer, and Illia Polosukhin. Attention is all you need. In Advances in Neural Information Processing Systems, 2017.',
      ),
    ).toMatchObject({
      authors: ['Ashish Vaswani', 'Noam Shazeer', 'Illia Polosukhin'],
      title: 'Attention is all you need',
      container: 'Advances in Neural Information Processing Systems',
      year: 2017,
    }));

  it('leaves an entry alone whose title is known, and keeps what else is known', () => {
    const told = { title: 'Told', authors: ['Doe, Jo'] };
    expect(entry('Anything. Attention is all you need. 2017.', told)).toMatchObject(told);
    expect(entry('Green A. 2021. Plain words.', { year: 1999 })).toMatchObject({ title: 'Plain words', year: 1999 });
  });

  it('makes nothing of an empty entry', () => expect(entry('')).toMatchObject({ raw: '', authors: [] }));
});
