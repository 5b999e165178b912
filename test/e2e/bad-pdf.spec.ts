import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, jest } from '@jest/globals';
import type { Paper } from '@askg/contract';
import { madePaper } from '../../libs/ddm/src/read/pdf/testing/made-paper.ts';
import { linesAt, makePdf, textAt } from '../../libs/ddm/src/read/pdf/testing/make-pdf.ts';
import { root, useAskg } from './testing/askg.ts';

// Each command is a process or several; a busy machine takes its time.
jest.setTimeout(120_000);
const askg = useAskg();

const words = 'the quick brown fox jumps over the lazy dog and runs away again';
const tooMany = Array.from({ length: 4000 }, (_, i) =>
  textAt(20 + (i % 13) * 0.4, 820 - i / 5, words, 1.2 + (i % 7) * 0.3),
).join('');

/** PDFs that are no papers to read, each with the code of its failure. */
const refused: Record<string, [bytes: () => Uint8Array, code: string]> = {
  empty: [() => new Uint8Array(), 'ddm/empty-file'],
  letter: [() => Buffer.from('Dear reader, this is no PDF.'), 'ddm/malformed-pdf'],
  truncated: [() => madePaper().subarray(0, 900), 'ddm/malformed-pdf'],
  encrypted: [() => readFileSync(join(root, 'test', 'fixtures', 'pdf', 'encrypted.pdf')), 'ddm/encrypted'],
  'ten-thousand-pages': [() => makePdf(Array.from({ length: 10_000 }, () => '')), 'ddm/too-many-pages'],
};
/** PDFs that can be read in part, each with what is found missing. */
const found: Record<string, [bytes: () => Uint8Array, codes: string[]]> = {
  scanned: [() => makePdf(['0.9 g 50 50 100 100 re f'], { info: '/Title (A Scan)' }), ['ddm/no-text-layer']],
  dense: [() => makePdf([tooMany], { compress: true }), ['ddm/page-too-dense']],
  bomb: [() => makePdf([' '.repeat(2 ** 28), linesAt(72, 700, [words])], { compress: true }), []],
  unmapped: [() => makePdf([linesAt(72, 700, ['QXZKJV BDFGH JKLMN'], 10, 'unmapped')]), ['ddm/no-character-map']],
  paper: [madePaper, ['ddm/dropped-text']],
};

it('ends each PDF of a batch in a code of its own, or in a finding, and reads the others', async () => {
  for (const [name, [bytes]] of Object.entries({ ...refused, ...found })) {
    writeFileSync(askg.folder(`${name}.pdf`), bytes());
  }
  const files = Object.keys({ ...refused, ...found }).map((name) => askg.folder(`${name}.pdf`));
  const { code, err, out } = await askg.run(['ingest', ...files]);
  expect([code, out]).toEqual([1, expect.stringMatching(/^5 papers read in .*, 5 failed/)]);
  for (const [name, [, expected]] of Object.entries(refused)) expect(err).toContain(`${name}.pdf: ${expected}: `);

  const papers = JSON.parse((await askg.run(['papers', '--json'])).out) as Paper[];
  const codes = papers
    .filter(({ state }) => state === 'committed')
    .map(({ findings }) => findings.map((finding) => finding.code).join());
  expect(new Set(codes)).toEqual(new Set(Object.values(found).map(([, expected]) => expected.join())));
  const scan = papers.find(({ title }) => title === 'A Scan');
  expect(scan?.findings[0]?.message).toContain('install tesseract.js');
});
