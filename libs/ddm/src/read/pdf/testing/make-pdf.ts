import { deflateSync } from 'node:zlib';

/** A page of a made PDF: what its program draws, and what its dictionary adds. */
export type MadePage = {
  content: string;
  entries?: string;
  width?: number;
  height?: number;
  /** Types of elements of the structure tree, such as `H1`; element n holds the content `marked` with n. */
  elements?: readonly string[];
};

const fonts = {
  helvetica: 'Helvetica',
  bold: 'Helvetica-Bold',
  italic: 'Helvetica-Oblique',
  mono: 'Courier',
  /** Its capitals have names that say nothing, and no map tells what they are. */
  unmapped: 'Private',
};
export type MadeFont = keyof typeof fonts;

/** Drawing operators for one line of text; `x` and `y` in points from the lower left corner. */
export function textAt(x: number, y: number, text: string, size = 10, font: MadeFont = 'helvetica'): string {
  const escaped = text.replaceAll(/[\\()]/g, String.raw`\$&`);
  return `BT /${font} ${size} Tf ${x} ${y} Td (${escaped}) Tj ET\n`;
}

/** Content that belongs to an element of the structure tree, or is an artifact. */
export function marked(as: number | 'Artifact', content: string): string {
  return as === 'Artifact' ? `/Artifact BMC\n${content}EMC\n` : `/P << /MCID ${as} >> BDC\n${content}EMC\n`;
}

/** Lines below each other; the first baseline at `y`. */
export function linesAt(
  x: number,
  y: number,
  lines: readonly string[],
  size = 10,
  font: MadeFont = 'helvetica',
  leading = 1.2 * size,
): string {
  return lines.map((line, i) => textAt(x, y - i * leading, line, size, font)).join('');
}

/** A PDF of some pages, written by hand: small enough to stand in a test, and with nothing in it that a test did not ask for. */
export function makePdf(
  pages: readonly (MadePage | string)[],
  options: {
    compress?: boolean;
    /** Entries of the dictionary that tells of the file, such as `/Title (…)`. */
    info?: string;
    /** Entries of the catalog; `add` adds an object that they refer to and gives its number. */
    catalog?: (add: (body: string) => number) => string;
  } = {},
): Uint8Array {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number => objects.push(Buffer.from(body));
  const catalog = add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const names = Object.entries(fonts).map(([name, base]) => {
    const nameless = Array.from({ length: 26 }, (_, i) => `/g${i}`).join(' ');
    const encoding = name === 'unmapped' ? `<< /Type /Encoding /Differences [65 ${nameless}] >>` : '/WinAnsiEncoding';
    const id = add(`<< /Type /Font /Subtype /Type1 /BaseFont /${base} /Encoding ${encoding} >>`);
    return `/${name} ${id} 0 R`;
  });
  const resources = add(`<< /Font << ${names.join(' ')} >> >>`);
  const kids = pages.map((page, number) => {
    const made: MadePage = typeof page === 'string' ? { content: page } : page;
    const { content, width = 595, height = 842 } = made;
    const entries = `${made.entries ?? ''} /StructParents ${number}`;
    const raw = Buffer.from(content, 'latin1');
    const data = options.compress ? deflateSync(raw) : raw;
    const filter = options.compress ? '/Filter /FlateDecode ' : '';
    const stream = add(
      Buffer.concat([Buffer.from(`<< ${filter}/Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]),
    );
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources ${resources} 0 R /Contents ${stream} 0 R ${entries} >>`,
    );
  });
  objects[1] = Buffer.from(
    `<< /Type /Pages /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] /Count ${kids.length} >>`,
  );
  const tree = addTree(pages, kids, add);
  if (tree !== undefined) {
    objects[catalog - 1] = Buffer.from(
      `<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot ${tree} 0 R >>`,
    );
  }
  if (options.catalog) {
    const entries = options.catalog(add);
    objects[catalog - 1] = Buffer.from(`<< /Type /Catalog /Pages 2 0 R ${entries} >>`);
  }
  const info = options.info === undefined ? '' : ` /Info ${add(`<< ${options.info} >>`)} 0 R`;
  return writeFile(objects, `/Root ${catalog} 0 R${info}`);
}

/** The structure tree of pages that have elements: all of them in one document, and for each page a list by their numbers. */
function addTree(
  pages: readonly (MadePage | string)[],
  kids: readonly number[],
  add: (body: string) => number,
): number | undefined {
  const types = pages.map((page) => (typeof page === 'string' ? [] : (page.elements ?? [])));
  const count = types.flat().length;
  if (count === 0) return undefined;
  const first = add('null') + 1;
  const root = first + count;
  let next = first;
  const lists = types.map((own, page) =>
    own.map((type, id) => add(`<< /Type /StructElem /S /${type} /P ${root} 0 R /Pg ${kids[page]} 0 R /K ${id} >>`)),
  );
  const references = lists.map((own) => own.map(() => `${next++} 0 R`).join(' '));
  const numbers = references.map((own, page) => `${page} [${own}]`).join(' ');
  return add(`<< /Type /StructTreeRoot /K [${references.join(' ')}] /ParentTree << /Nums [${numbers}] >> >>`);
}

function writeFile(objects: readonly Buffer[], trailer: string): Uint8Array {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let size = chunks[0]?.length ?? 0;
  const offsets: number[] = [];
  for (const [i, body] of objects.entries()) {
    const chunk = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    offsets.push(size);
    size += chunk.length;
    chunks.push(chunk);
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  chunks.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${count} ${trailer} >>\nstartxref\n${size}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(chunks));
}
