import { describe, expect, it } from '@jest/globals';
import { EventQueue } from './event-queue.ts';

async function all(queue: EventQueue<number>): Promise<number[]> {
  const values: number[] = [];
  for await (const value of queue) values.push(value);
  return values;
}

describe('an event queue', () => {
  it('gives out in order what comes before and while it is read', async () => {
    const queue = new EventQueue<number>();
    queue.push(1);
    const read = all(queue);
    await Promise.resolve();
    queue.push(2);
    queue.push(3);
    queue.close();
    queue.push(4);
    expect(await read).toEqual([1, 2, 3]);
  });

  it('ends with the error after what was pushed before it', async () => {
    const queue = new EventQueue<number>();
    queue.push(1);
    queue.close({ error: new Error('ended') });
    const iterator = queue[Symbol.asyncIterator]();
    expect(await iterator.next()).toEqual({ done: false, value: 1 });
    await expect(iterator.next()).rejects.toThrow('ended');
  });
});
