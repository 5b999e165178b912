import { describe, expect, it } from '@jest/globals';
import { Runs } from './runs.ts';

const signal = new AbortController().signal;

describe('the runs under way', () => {
  it('are so many of one client at most, and of all together', () => {
    const runs = new Runs({ ofAll: 3, ofClient: 2 });
    const first = runs.begin('1', { client: 'a', signal });
    runs.begin('2', { client: 'a', signal });
    expect(() => runs.begin('3', { client: 'a', signal })).toThrow(expect.objectContaining({ code: 'api/busy' }));
    runs.begin('4', { client: 'b', signal });
    expect(() => runs.begin('5', { client: 'c', signal })).toThrow(expect.objectContaining({ code: 'api/busy' }));
    first.end();
    runs.begin('6', { client: 'a', signal });
    expect(runs.size).toBe(3);
  });

  it('stop when they are told to, or when their client leaves', () => {
    const runs = new Runs({ ofAll: 3, ofClient: 3 });
    const client = new AbortController();
    const told = runs.begin('1', { client: 'a', signal });
    const left = runs.begin('2', { client: 'a', signal: client.signal });
    runs.cancel('1');
    client.abort();
    expect([told.signal.aborted, left.signal.aborted]).toEqual([true, true]);
    expect(() => runs.cancel('3')).toThrow(expect.objectContaining({ code: 'api/unknown-run' }));
  });
});
