import { describe, expect, it } from '@jest/globals';
import { Recent } from './recent.ts';

describe('recent values', () => {
  it('are made once, and forgotten when others were asked for since', async () => {
    const recent = new Recent<string>(2);
    const made: string[] = [];
    const get = (key: string) =>
      recent.get(key, () => {
        made.push(key);
        return Promise.resolve(key);
      });
    await Promise.all([get('a'), get('a')]);
    await get('b');
    await get('a');
    await get('c');
    await get('a');
    expect(made).toEqual(['a', 'b', 'c']);
    await get('b');
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('are made again after a failure', async () => {
    const recent = new Recent<string>(2);
    await expect(recent.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await recent.get('a', () => Promise.resolve('yes'))).toBe('yes');
  });
});
