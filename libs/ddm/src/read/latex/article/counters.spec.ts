import { describe, expect, it } from '@jest/globals';
import { Counters } from './counters.ts';

describe('counters', () => {
  it('number sections within sections', () => {
    const counters = new Counters('decimal', false);
    expect(['section', 'subsection', 'subsection', 'section', 'subsection'].map((name) => counters.step(name))).toEqual(
      ['1', '1.1', '1.2', '2', '2.1'],
    );
    counters.beginAppendix();
    expect([counters.step('section'), counters.step('subsection')]).toEqual(['A', 'A.1']);
  });

  it('number as IEEE does', () => {
    const counters = new Counters('roman', false);
    expect([counters.step('section'), counters.step('section'), counters.step('subsection')]).toEqual([
      'I',
      'II',
      'II-A',
    ]);
    expect(counters.showHeading('subsection')).toBe('A');
  });

  it('follow the source, and end where it goes in circles', () => {
    const counters = new Counters('decimal', false);
    counters.format('figure', [
      { kind: 'text', text: 'S' },
      { kind: 'command', name: 'arabic', file: '', line: 0 },
      { kind: 'group', children: [{ kind: 'text', text: 'figure' }], file: '', line: 0 },
    ]);
    expect(counters.step('figure')).toBe('S1');
    counters.format('table', [{ kind: 'command', name: 'thetable', file: '', line: 0 }]);
    counters.nest('a', 'b');
    counters.nest('b', 'a');
    expect([counters.step('table'), counters.step('a')]).toEqual([expect.any(String), expect.any(String)]);
  });
});
