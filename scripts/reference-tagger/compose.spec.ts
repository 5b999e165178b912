import { expect, it } from '@jest/globals';
import { compose } from './compose.ts';
import type { ReferenceParts } from './parts-of-example.ts';

const parts: ReferenceParts = {
  authors: [
    { family: 'Doe', initials: 'J. M.' },
    { family: 'Roe', initials: 'R.' },
  ],
  title: 'Files of the sea',
  year: '2019',
  container: 'Journal of Files',
  volume: '12',
  issue: '3',
  pages: { from: '45', to: '67' },
};

const written = (style: number): [string, string][] => {
  let isFirst = true;
  const example = compose(parts, (values) => {
    const value = isFirst ? values[style] : values[0];
    isFirst = false;
    return value ?? values[0];
  });
  const stretches: [string, string][] = [];
  for (const [i, { text, spaced }] of (example?.tokens ?? []).entries()) {
    const label = example?.labels[i] ?? '';
    const last = stretches.at(-1);
    if (last?.[0] === label) last[1] += spaced ? ` ${text}` : text;
    else stretches.push([label, text]);
  }
  return stretches;
};

it('writes a reference in the style of the APA', () =>
  expect(written(0)).toEqual([
    ['author', 'Doe, J. M., & Roe, R.'],
    ['date', '(2019).'],
    ['title', 'Files of the sea.'],
    ['container', 'Journal of Files,'],
    ['volume', '12'],
    ['issue', '(3),'],
    ['pages', '45–67.'],
  ]));

it('writes one in that of BibTeX', () =>
  expect(written(2)).toEqual([
    ['author', 'J. M. Doe, and R. Roe.'],
    ['title', 'Files of the sea.'],
    ['container', 'Journal of Files,'],
    ['volume', '12'],
    ['issue', '(3):'],
    ['pages', '45–67,'],
    ['date', '2019.'],
  ]));

it('writes one in that of physics, where only the first page is told', () =>
  expect(written(11).map(([label]) => label)).toEqual(['author', 'title', 'container', 'volume', 'pages', 'date']));
