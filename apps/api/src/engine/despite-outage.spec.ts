import { describe, expect, it } from '@jest/globals';
import { RetrievalError } from '@askg/retrieval';
import { despiteOutage } from './despite-outage.ts';

describe('a search whose server is down', () => {
  it('gives nothing, and says why', async () => {
    const search = Promise.reject(new RetrievalError('retrieval/unreachable', 'It took too long'));
    expect(await despiteOutage(search)).toEqual({
      passages: [],
      degraded: [{ step: 'search', wanted: 'passages', used: 'nothing', reason: expect.stringContaining('too long') }],
      timings: {},
    });
  });

  it('does not hide what is wrong with the index itself', async () => {
    const damaged = new RetrievalError('retrieval/damaged-index', 'A file is cut.');
    await expect(despiteOutage(Promise.reject(damaged))).rejects.toBe(damaged);
  });
});
