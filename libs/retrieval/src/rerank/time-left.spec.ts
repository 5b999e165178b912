import { describe, expect, it } from '@jest/globals';
import { TimeLeft } from './time-left.ts';

describe('the time left', () => {
  it('grows less with the clock, down to nothing', () => {
    let time = 1000;
    const left = new TimeLeft({ deadlineMs: 50 }, () => time);
    expect(left.next()).toEqual({ deadlineMs: 50 });
    time += 49;
    expect([left.next(), left.over]).toEqual([{ deadlineMs: 1 }, false]);
    time += 2;
    expect([left.next(), left.over, left.options()]).toEqual([undefined, true, { deadlineMs: 0 }]);
  });

  it('has no end without a deadline', () => {
    const left = new TimeLeft({}, () => 1e12);
    expect([left.next(), left.over]).toEqual([{}, false]);
  });

  it('is over for whoever has gone', () => {
    const stop = new AbortController();
    const left = new TimeLeft({ signal: stop.signal }, () => 0);
    expect(left.next()).toEqual({ signal: stop.signal });
    left.checkCancelled();
    stop.abort();
    expect(() => left.checkCancelled()).toThrow(expect.objectContaining({ code: 'retrieval/cancelled' }));
  });
});
