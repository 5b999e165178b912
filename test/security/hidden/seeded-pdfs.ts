import { linesAt } from '../../../libs/ddm/src/read/pdf/testing/make-pdf.ts';
import { asPdf, type PdfSeed, seedAt, wrapped } from './as-pdf.ts';
import { prompt } from './prompt.ts';
import type { SeededPaper } from './seeded-paper.ts';

const lines = wrapped(prompt);
const at = (x: number, y: number, size = 8): string => linesAt(x, y, lines, size);
const shown = at(72, seedAt);
const string = `(${prompt})`;
const cover = `q 500 0 0 28 60 ${seedAt - 14} cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q\n`;

const onPage: Record<string, PdfSeed> = {
  'white text': { before: `1 1 1 rg\n${shown}0 0 0 rg\n` },
  'nearly white text': { before: `0.95 g\n${shown}0 g\n` },
  'text of half a point': { before: at(72, seedAt, 0.5) },
  'text scaled down to nothing': { before: `q 0.05 0 0 0.05 72 ${seedAt} cm\n${at(0, 0, 10)}Q\n` },
  'text that is drawn as nothing': { before: `3 Tr\n${shown}0 Tr\n` },
  'text beside the page': { before: at(700, seedAt) },
  'text below the page': { before: at(72, -60) },
  'text under a picture': { before: shown, after: cover },
  'text under a white rectangle': { before: shown, after: `1 1 1 rg 60 ${seedAt - 14} 500 28 re f\n` },
  'text that is clipped away': { before: `q 0 0 2 2 re W n\n${shown}Q\n` },
  'another text for what a page shows': {
    before: `/Span << /ActualText ${string} >> BDC\n${linesAt(72, seedAt, ['.'], 8)}EMC\n`,
  },
  'text squeezed to a line': { before: `q 0.01 0 0 1 72 ${seedAt} cm\n${at(0, 0)}Q\n` },
};

const aside: Record<string, PdfSeed> = {
  'title, subject and keywords of the file': {
    info: `/Title ${string} /Subject ${string} /Keywords ${string} /Author ${string}`,
  },
  'XMP metadata': {
    catalog: (add) => {
      const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:description xmlns:dc="http://purl.org/dc/elements/1.1/">${prompt}</dc:description></x:xmpmeta>`;
      const id = add(`<< /Type /Metadata /Subtype /XML /Length ${packet.length} >>\nstream\n${packet}\nendstream`);
      return `/Metadata ${id} 0 R`;
    },
  },
  'an annotation': {
    entries: `/Annots [<< /Type /Annot /Subtype /FreeText /Rect [72 600 500 620] /Contents ${string} >>]`,
  },
  'a form field': {
    catalog: (add) => {
      const field = add(`<< /Type /Annot /Subtype /Widget /FT /Tx /T (field) /V ${string} /Rect [72 600 500 620] >>`);
      return `/AcroForm << /Fields [${field} 0 R] >>`;
    },
  },
  'an attachment': {
    catalog: (add) => {
      const file = add(`<< /Type /EmbeddedFile /Length ${prompt.length} >>\nstream\n${prompt}\nendstream`);
      const spec = add(`<< /Type /Filespec /F (review.txt) /Desc ${string} /EF << /F ${file} 0 R >> >>`);
      return `/Names << /EmbeddedFiles << /Names [(review.txt) ${spec} 0 R] >> >>`;
    },
  },
};

const seeded =
  (isReported: boolean) =>
  ([name, seed]: [string, PdfSeed]): SeededPaper => ({
    name: `PDF: ${name}`,
    format: 'pdf',
    clean: asPdf(),
    poisoned: asPdf(seed),
    isReported,
  });

export const seededPdfs: readonly SeededPaper[] = [
  ...Object.entries(onPage).map(seeded(true)),
  ...Object.entries(aside).map(seeded(false)),
];
