import { expect, it } from '@jest/globals';
import { labelledReferences } from './labelled-references.ts';

it('reads AnyStyle', () => {
  const xml = `<dataset><sequence><author>Doe, J., &amp; Roe, A.</author><date>(2001).</date><title>On files.</title>
    <journal>Files,</journal><volume>12(3),</volume><pages>1–9.</pages><doi>doi:10.1000/abc.</doi></sequence></dataset>`;
  expect(labelledReferences({ source: 'core.xml', xml })).toEqual([
    {
      source: 'core.xml',
      text: 'Doe, J., & Roe, A. (2001). On files. Files, 12(3), 1–9. doi:10.1000/abc.',
      authors: 'Doe, J., & Roe, A.',
      title: 'On files.',
      container: 'Files,',
      year: '2001',
      volume: '12',
      issue: '3',
      pages: '1–9',
      doi: '10.1000/abc',
    },
  ]);
});

it('reads TEI, where a book may be the work or hold it', () => {
  const xml = `<listBibl><bibl><author>J. Doe</author>, <title level="a">A part</title>, in <title level="m">A book</title>,
    vol. <biblScope type="vol">4</biblScope>, <date>1999</date></bibl><bibl><title level="m">A book</title></bibl></listBibl>`;
  expect(labelledReferences({ source: 'tei.xml', xml })).toMatchObject([
    { title: 'A part', container: 'A book', volume: '4', year: '1999' },
    { title: 'A book' },
  ]);
});
