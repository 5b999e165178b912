import { describe, expect, it } from '@jest/globals';
import type { TextBlock } from '../blocks/block.ts';
import type { Line } from '../lines/line.ts';
import { splitEntries } from './split-entries.ts';

type Made = [text: string, x0: number, baseline: number, page?: number];

const blockOf = (lines: readonly Made[]): TextBlock => ({
  kind: 'text',
  column: 0,
  margins: { left: 72, right: 500, justified: true },
  lines: lines.map(([text, x0, baseline, page = 1]) => ({ text, x0, x1: 480, baseline, page, size: 10 }) as Line),
});
const entries = (lines: readonly Made[]): string[][] =>
  splitEntries([blockOf(lines)]).map((entry) => entry.lines.map(({ text }) => text));

describe('splitEntries', () => {
  it('cuts a list at labels that count up, and takes no other number for one', () => {
    const lines: Made[] = [
      ['[1] J. Doe. Files.', 72, 10],
      ['12. It goes on.', 90, 22],
      ['[2] R. Roe. More', 72, 34],
      ['files, 1999.', 90, 46],
    ];
    expect(entries(lines)).toEqual([
      ['[1] J. Doe. Files.', '12. It goes on.'],
      ['[2] R. Roe. More', 'files, 1999.'],
    ]);
    expect(splitEntries([blockOf(lines)]).map(({ label }) => label)).toEqual(['1', '2']);
  });

  it('cuts a list without labels at the lines that hang out, over a page too', () =>
    expect(
      entries([
        ['Doe, J. Files and what is', 72, 700],
        ['in them, 1999.', 86, 712],
        ['Roe, R. More files that', 72, 724],
        ['need two lines, 2001.', 86, 60, 2],
      ]),
    ).toEqual([
      ['Doe, J. Files and what is', 'in them, 1999.'],
      ['Roe, R. More files that', 'need two lines, 2001.'],
    ]));

  it('cuts a list without either at the gaps, and at a name after a column', () =>
    expect(
      entries([
        ['Doe, J. Files and what is', 72, 600],
        ['in them, 1999.', 72, 612],
        ['Roe, R. More files that', 72, 632],
        ['need two lines, 2001.', 72, 644],
        ['Poe, E. A. Birds, 1845.', 72, 60, 2],
        ['R Core Team. (2013). R.', 72, 60, 3],
      ]),
    ).toEqual([
      ['Doe, J. Files and what is', 'in them, 1999.'],
      ['Roe, R. More files that', 'need two lines, 2001.'],
      ['Poe, E. A. Birds, 1845.'],
      ['R Core Team. (2013). R.'],
    ]));
});
