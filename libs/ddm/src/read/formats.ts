import type { Format } from '@askg/contract';
import type { Reader } from './reader.ts';

/** `extensions` tell the format of a file whose content does not; `load` fetches the reader. */
export type FormatEntry = { extensions: readonly string[]; load: () => Promise<Reader> };

/**
 * All formats that can be read: a new one is a folder here, a line of this table, and its name in `Format`. Each reader is
 * loaded when the first file of its format comes: most processes read one format, or none.
 */
export const formats: Readonly<Record<Format, FormatEntry>> = {
  'ddm-json': { extensions: [], load: async () => (await import('./ddm-json/read-ddm-json.ts')).readDdmJson },
  'ddm-turtle': {
    extensions: ['ttl', 'nt', 'nq'],
    load: async () => (await import('./turtle/read-turtle.ts')).readTurtle,
  },
  html: { extensions: ['html', 'htm', 'xhtml'], load: async () => (await import('./html/read-html.ts')).readHtml },
  jats: { extensions: ['nxml', 'jats'], load: async () => (await import('./jats/read-jats.ts')).readJats },
  latex: { extensions: ['tex', 'ltx'], load: async () => (await import('./latex/read-latex.ts')).readLatex },
  markdown: {
    extensions: ['md', 'markdown', 'qmd', 'rmd'],
    load: async () => (await import('./markdown/read-markdown.ts')).readMarkdown,
  },
  pdf: { extensions: ['pdf'], load: loadPdfReader },
  tei: { extensions: ['tei'], load: async () => (await import('./tei/read-tei.ts')).readTei },
};

/** The format that an extension (without its dot, in lower case) stands for. */
export const formatByExtension: ReadonlyMap<string, Format> = new Map(
  (Object.keys(formats) as Format[]).flatMap((format) =>
    formats[format].extensions.map((extension) => [extension, format] as const),
  ),
);

async function loadPdfReader(): Promise<Reader> {
  const [{ loadPdfium }, { readAnyPdf }] = await Promise.all([
    import('./pdf/engine/pdfium.ts'),
    import('./pdf/read-pdf.ts'),
  ]);
  await loadPdfium();
  return (bytes) => readAnyPdf(bytes);
}
