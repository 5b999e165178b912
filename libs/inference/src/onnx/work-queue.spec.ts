import { describe, expect, test } from '@jest/globals';
import { WorkQueue } from './work-queue.ts';

const upper = (items: readonly string[]): string[] => items.map((item) => item.toUpperCase());

function queueOf(items = 2, size = 100): WorkQueue<string, string> {
  return new WorkQueue({ items, size }, (item) => item.length);
}

/** Gives out and answers all that waits; what was given out, in that order. */
function drain(queue: WorkQueue<string, string>): string[] {
  const given: string[] = [];
  for (let batch = queue.next(1); batch !== undefined; batch = queue.next(1)) {
    given.push(batch.items.join(''));
    batch.done(upper(batch.items));
  }
  return given;
}

describe('WorkQueue', () => {
  test('gives results in the order of the items, whatever micro-batch ends first', async () => {
    const queue = queueOf();
    const results = queue.submit(['a', 'b', 'c']);
    const batches = [queue.next(1), queue.next(1)];
    for (const batch of batches.toReversed()) batch?.done(upper(batch.items));
    expect(await results).toEqual(['A', 'B', 'C']);
  });

  test('lets a question overtake background work between two micro-batches', async () => {
    const queue = queueOf();
    const background = queue.submit(['a', 'b', 'c', 'd'], { priority: 'background' });
    const begun = queue.next(1);
    const question = queue.submit(['x', 'y', 'z']);
    begun?.done(upper(begun.items));
    expect(drain(queue)).toEqual(['xy', 'z', 'cd']);
    expect(await question).toEqual(['X', 'Y', 'Z']);
    expect(await background).toEqual(['A', 'B', 'C', 'D']);
  });

  test('lets requests of equal priority take turns', async () => {
    const queue = queueOf();
    const long = queue.submit(['a', 'b', 'c', 'd', 'e']);
    const short = queue.submit(['x']);
    expect(drain(queue)).toEqual(['ab', 'x', 'cd', 'e']);
    expect(await Promise.all([long, short])).toEqual([['A', 'B', 'C', 'D', 'E'], ['X']]);
  });

  test('keeps a micro-batch below its size, but gives a larger item alone', async () => {
    const queue = queueOf(8, 5);
    const results = queue.submit(['aa', 'bb', 'cc', 'ddddddd', 'e']);
    expect(drain(queue)).toEqual(['aabb', 'cc', 'ddddddd', 'e']);
    expect(await results).toHaveLength(5);
  });

  test('shares a request among threads', async () => {
    const queue = queueOf(8);
    const results = queue.submit(['a', 'b', 'c', 'd']);
    const [one, other] = [queue.next(2), queue.next(2)];
    expect([one?.items, other?.items]).toEqual([['a', 'b'], ['c']]);
    one?.done(upper(one.items));
    other?.done(upper(other.items));
    drain(queue);
    expect(await results).toEqual(['A', 'B', 'C', 'D']);
  });

  test('gives out nothing more of a request that was cancelled', async () => {
    const queue = queueOf();
    const controller = new AbortController();
    const results = queue.submit(['a', 'b', 'c'], { signal: controller.signal });
    const begun = queue.next(1);
    controller.abort();
    await expect(results).rejects.toMatchObject({ code: 'inference/cancelled' });
    begun?.done(upper(begun.items));
    expect(queue.next(1)).toBeUndefined();
  });

  test('does not begin a request that was cancelled before', async () => {
    const queue = queueOf();
    await expect(queue.submit(['a'], { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'inference/cancelled',
    });
    expect(queue.next(1)).toBeUndefined();
  });

  test('gives out nothing more of a request that is late', async () => {
    const queue = queueOf();
    await expect(queue.submit(['a'], { deadlineMs: 1 })).rejects.toMatchObject({
      code: 'inference/deadline',
      message: 'The model did not answer within 1 ms.',
    });
    expect(queue.next(1)).toBeUndefined();
  });

  test('fails the request of a micro-batch that failed, and no other', async () => {
    const queue = queueOf();
    const failing = queue.submit(['a', 'b', 'c']);
    const other = queue.submit(['x']);
    queue.next(1)?.failed(new Error('broken'));
    await expect(failing).rejects.toThrow('broken');
    expect(drain(queue)).toEqual(['x']);
    expect(await other).toEqual(['X']);
  });

  test('fails all requests, also those under way, when it is told to', async () => {
    const queue = queueOf();
    const results = [queue.submit(['a']), queue.submit(['b'], { priority: 'background' })];
    queue.next(1);
    queue.fail(new Error('closed'));
    for (const result of results) await expect(result).rejects.toThrow('closed');
    expect(queue.next(1)).toBeUndefined();
  });

  test('answers nothing with nothing', async () => {
    expect(await queueOf().submit([])).toEqual([]);
  });
});
