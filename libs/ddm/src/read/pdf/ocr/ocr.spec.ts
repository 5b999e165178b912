import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadPdfium } from '../engine/pdfium.ts';
import { readAnyPdf } from '../read-pdf.ts';
import { makePdf, textAt } from '../testing/make-pdf.ts';
import { openTesseract } from './tesseract.ts';

/** Pixels of the picture a point of the page. */
const perPoint = 220 / 72;
const scan = () => makePdf(['0.9 g 50 50 100 100 re f'], { info: '/Title (A Scanned Paper)' });

type Placed = { text: string; x: number; y: number; size: number };

/** A module like tesseract.js that finds the same lines on every picture, and keeps what it was given. */
function stub(lines: Placed[], given: { pictures: Uint8Array[]; options?: unknown; ended?: boolean }) {
  const word = (text: string, x: number, y: number, size: number) => {
    const bbox = { x0: x, y0: y - 0.7 * size, x1: x + 0.5 * size * text.length, y1: y };
    return { text, bbox: scaled(bbox) };
  };
  const scaled = (box: Record<'x0' | 'y0' | 'x1' | 'y1', number>) => ({
    x0: box.x0 * perPoint,
    y0: box.y0 * perPoint,
    x1: box.x1 * perPoint,
    y1: box.y1 * perPoint,
  });
  const found = lines.map(({ text, x, y, size }) => {
    let at = x;
    const words = text.split(' ').map((each) => {
      const made = word(each, at, y, size);
      at += 0.5 * size * (each.length + 1);
      return made;
    });
    return { words, baseline: scaled({ x0: x, y0: y, x1: at, y1: y }) };
  });
  const worker = {
    recognize: async (picture: Uint8Array) => {
      given.pictures.push(picture);
      return { data: { blocks: [{ paragraphs: [{ lines: found }] }] } };
    },
    terminate: async () => (given.ended = true),
  };
  const engine = {
    createWorker: async (...options: unknown[]) => {
      given.options = options;
      return worker;
    },
  };
  const language = { default: { code: 'eng', gzip: true, langPath: '/data/eng' } };
  return async (name: string): Promise<unknown> => (name === 'tesseract.js' ? engine : language);
}

beforeAll(loadPdfium);

describe('a PDF whose pages are pictures', () => {
  const lines = [
    { text: 'A RECOGNISED TITLE', x: 100, y: 100, size: 20 },
    { text: 'IT WAS FOUND THAT LETTERS CAN BE READ.', x: 72, y: 200, size: 10 },
    { text: 'THIS IS KNOWN TO ALL WHO READ THEM.', x: 72, y: 212, size: 10 },
  ];

  it('is read by Tesseract where it is installed, with boxes, and says so', async () => {
    const given: Parameters<typeof stub>[1] = { pictures: [] };
    const draft = await readAnyPdf(scan(), () => openTesseract(stub(lines, given)));
    expect(draft.title).toBe('A RECOGNISED TITLE');
    const [block] = draft.blocks;
    expect(block).toMatchObject({
      type: 'paragraph',
      content: { text: 'IT WAS FOUND THAT LETTERS CAN BE READ. THIS IS KNOWN TO ALL WHO READ THEM.' },
    });
    const mark = block?.type === 'paragraph' ? block.content.marks.find(({ kind }) => kind === 'box') : undefined;
    expect(mark).toMatchObject({ box: { page: 1 } });
    if (mark?.kind === 'box') expect(mark.box.x0).toBeCloseTo(72 / 595, 3);
    expect(draft.findings.map(({ code, amount }) => [code, amount])).toEqual([['ddm/recognised-text', 1]]);
    expect(given).toMatchObject({ options: ['eng', 1, { langPath: '/data/eng', gzip: true }], ended: true });
  });

  it('is handed over as a grey picture of the page', async () => {
    const given: Parameters<typeof stub>[1] = { pictures: [] };
    await readAnyPdf(scan(), () => openTesseract(stub(lines, given)));
    const png = Buffer.from(given.pictures[0] ?? []);
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect([width, height]).toEqual([Math.round(595 * perPoint), Math.round(842 * perPoint)]);
    const data = png.indexOf('IDAT');
    const rows = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
    expect(rows).toHaveLength((width + 1) * height);
    const pixelAt = (x: number, y: number) =>
      rows[Math.round((842 - y) * perPoint) * (width + 1) + 1 + Math.round(x * perPoint)];
    expect([pixelAt(100, 100), pixelAt(300, 400)]).toEqual([expect.closeTo(0.9 * 255, -1), 255]);
  });

  it('keeps its metadata where nothing is installed, and names what to install', async () => {
    const draft = await readAnyPdf(scan(), () => openTesseract(() => Promise.reject(new Error('not found'))));
    expect(draft.title).toBe('A Scanned Paper');
    expect(draft.findings).toEqual([
      expect.objectContaining({
        code: 'ddm/no-text-layer',
        message: expect.stringContaining('tesseract.js and @tesseract.js-data/eng'),
      }),
    ]);
  });

  it('says that it has no text where none is recognised either', async () => {
    const draft = await readAnyPdf(scan(), () => openTesseract(stub([], { pictures: [] })));
    expect(draft.findings.map(({ code }) => code)).toEqual(['ddm/no-text-layer']);
  });

  it('ends with a code where recognition fails, and Tesseract is closed', async () => {
    const ended: string[] = [];
    const failing = async () => ({
      name: 'broken',
      recognise: () => Promise.reject(new Error('out of memory')),
      close: async () => void ended.push('closed'),
    });
    await expect(readAnyPdf(scan(), failing)).rejects.toMatchObject({ code: 'ddm/recognition-failed' });
    expect(ended).toEqual(['closed']);
  });

  it('is not what a PDF with any text is', async () => {
    const never = () => Promise.reject(new Error('must not be asked'));
    const draft = await readAnyPdf(makePdf([textAt(72, 700, 'Some text of its own.'), '']), never);
    expect(JSON.stringify(draft.blocks)).toContain('Some text of its own.');
  });
});
