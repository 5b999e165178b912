import { describe, expect, it } from '@jest/globals';
import { entityTag, matches } from './conditional.ts';

describe('entity tags', () => {
  it('differ when the parts are cut differently', () => {
    expect(entityTag('ab', 'c')).not.toBe(entityTag('a', 'bc'));
    expect(entityTag('ab', 'c')).toBe(entityTag('ab', 'c'));
  });

  it('are compared weakly, in a list, and by a star', () => {
    const tag = entityTag('x');
    expect(matches(tag, tag)).toBe(true);
    expect(matches(`"a", ${tag.slice(2)}`, tag)).toBe(true);
    expect(matches('*', tag)).toBe(true);
    expect(matches('"a"', tag)).toBe(false);
    expect(matches(undefined, tag)).toBe(false);
  });
});
