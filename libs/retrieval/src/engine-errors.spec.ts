import { describe, expect, it } from '@jest/globals';
import { toRetrievalError } from './engine-errors.ts';
import { RetrievalError } from './retrieval-error.ts';

describe('an error of an engine', () => {
  const own = new RetrievalError('retrieval/closed', 'It was closed.');
  it.each([
    ['a full disk', Object.assign(new Error('write'), { code: 'ENOSPC' }), 'retrieval/not-writable'],
    [
      'a full disk, as Lance words it',
      new Error('lance error: No space left on device (os error 28)'),
      'retrieval/not-writable',
    ],
    ['a read-only disk', Object.assign(new Error('open'), { code: 'EROFS' }), 'retrieval/not-writable'],
    ['a damaged file', new Error('Invalid magic number'), 'retrieval/damaged-index'],
    ['something thrown that is no error', 'oh', 'retrieval/damaged-index'],
    ['one of ours', own, 'retrieval/closed'],
  ])('of %s gets the code that says what to do', (_, error, code) => {
    expect(toRetrievalError(error).code).toBe(code);
  });

  it('keeps its cause and its words', () => {
    const cause = new Error('Invalid magic number');
    expect(toRetrievalError(cause)).toMatchObject({ message: 'Invalid magic number', cause });
  });
});
