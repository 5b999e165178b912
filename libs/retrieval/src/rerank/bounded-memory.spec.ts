import { describe, expect, it } from '@jest/globals';
import { BoundedMemory } from './bounded-memory.ts';

describe('a bounded memory', () => {
  it('forgets what was not used for longest', () => {
    const memory = new BoundedMemory<number>(2);
    memory.set('a', 1);
    memory.set('b', 2);
    expect(memory.get('a')).toBe(1);
    memory.set('c', 3);
    expect(['a', 'b', 'c'].map((key) => memory.get(key))).toEqual([1, undefined, 3]);
    expect(memory.size).toBe(2);
  });

  it('counts sizes, also of a value that takes the place of another', () => {
    const memory = new BoundedMemory<string>(10, ({ length }) => length);
    memory.set('a', 'x'.repeat(6));
    memory.set('a', 'x'.repeat(3));
    memory.set('b', 'x'.repeat(7));
    expect([memory.size, memory.get('a')?.length]).toEqual([10, 3]);
    memory.set('c', 'x'.repeat(4));
    expect([memory.get('b'), memory.size]).toEqual([undefined, 7]);
  });

  it('does not keep what alone is too large, nor lose the others for it', () => {
    const memory = new BoundedMemory<string>(4, ({ length }) => length);
    memory.set('a', 'xx');
    memory.set('b', 'xxxxx');
    expect([memory.get('a'), memory.get('b'), memory.size]).toEqual(['xx', undefined, 2]);
  });
});
