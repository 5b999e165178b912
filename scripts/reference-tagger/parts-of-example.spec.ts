import { expect, it } from '@jest/globals';
import { readAnyStyle } from './read-labelled.ts';
import { partsOfExample } from './parts-of-example.ts';

const partsOf = (xml: string) => {
  const [example] = readAnyStyle(new TextEncoder().encode(`<dataset><sequence>${xml}</sequence></dataset>`));
  return example && partsOfExample(example);
};

it('reads what a labelled reference says', () =>
  expect(
    partsOf(
      '<author>Doe, J., &amp; R. S. Roe.</author><date>(2001, May).</date><title>“Files of the sea.”</title><journal>J. Files,</journal><volume>12(3),</volume><pages>pp. 1-9.</pages>',
    ),
  ).toEqual({
    authors: [
      { family: 'Doe', initials: 'J.' },
      { family: 'Roe', initials: 'R. S.' },
    ],
    title: 'Files of the sea',
    year: '2001',
    container: 'J. Files',
    volume: '12',
    issue: '3',
    pages: { from: '1', to: '9' },
  }));

it('reads an institution as an author, and nothing where some authors are neither', () => {
  const rest = '<date>2001.</date><title>Files of the sea.</title>';
  expect(partsOf(`<author>Ministry of Files.</author>${rest}`)?.authors).toEqual([
    { family: 'Ministry of Files', initials: '' },
  ]);
  expect(partsOf(`<author>Doe, J., Files.</author>${rest}`)).toBeUndefined();
});
