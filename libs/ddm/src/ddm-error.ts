import { CodedError, type CodeText } from '@askg/contract';

/** Every code of this package, with what it means and what to do next. */
const codes = {
  'ddm/empty-file': {
    title: 'The file is empty',
    fix: 'Check that the file was copied or downloaded whole, then try again.',
  },
  'ddm/unknown-format': {
    title: 'The format of the file was not recognised',
    fix: 'Give the paper as PDF, JATS, TEI, LaTeX, HTML or Markdown, or name the format yourself (--as).',
  },
  'ddm/unsupported-format': {
    title: 'This format cannot be read yet',
    fix: 'Give the paper as PDF, JATS, TEI, LaTeX, HTML or Markdown.',
  },
  'ddm/unsupported-encoding': {
    title: 'The character encoding is not supported',
    fix: 'Convert the file to UTF-8 and correct the encoding in its XML declaration.',
  },
  'ddm/malformed-xml': {
    title: 'The file is not well-formed XML',
    fix: 'Mend the file at the line and column named, or fetch it again from its publisher.',
  },
  'ddm/forbidden-entity': {
    title: 'The file declares entities of its own',
    fix: 'Expand the entities (xmllint --noent, on a file you trust) and remove the internal subset of the DOCTYPE.',
  },
  'ddm/too-large': {
    title: 'The file is larger than the limit',
    fix: 'Split the file, or remove embedded data such as images.',
  },
  'ddm/too-many-elements': {
    title: 'The file has more elements than the limit',
    fix: 'Split the file, or remove the parts that are not text, such as data tables.',
  },
  'ddm/too-deep': {
    title: 'The elements of the file are nested too deeply',
    fix: 'Flatten the nesting; no paper needs this depth, so the file is probably damaged.',
  },
  'ddm/not-jats': {
    title: 'The file is XML, but not a JATS article',
    fix: 'Give a file whose root element is article, or name the right format (--as).',
  },
  'ddm/not-tei': {
    title: 'The file is XML, but not a TEI paper',
    fix: 'Give a file whose root element is TEI and that holds one paper, or name the right format (--as).',
  },
  'ddm/not-html': {
    title: 'The page holds no paper',
    fix: 'Give the page with the full text, saved whole; a landing page or one that scripts fill has none.',
  },
  'ddm/malformed-text': {
    title: 'The bytes are not text in the encoding of the file',
    fix: 'Convert the file to UTF-8 (iconv -f LATIN1 -t UTF-8), then try again.',
  },
  'ddm/malformed-pdf': {
    title: 'The PDF is damaged',
    fix: 'Fetch the file again, or repair it (qpdf, mutool clean), then try again.',
  },
  'ddm/encrypted': {
    title: 'The PDF is protected by a password',
    fix: 'Remove the protection (qpdf --decrypt) if you may, then try again.',
  },
  'ddm/too-many-pages': {
    title: 'The PDF has more pages than the limit',
    fix: 'Split the file; a paper or a thesis has far fewer.',
  },
  'ddm/recognition-failed': {
    title: 'The text on images of pages could not be recognised',
    fix: 'Install tesseract.js and @tesseract.js-data/eng anew, or add a text layer to the file (ocrmypdf), then try again.',
  },
  'ddm/engine-not-loaded': {
    title: 'The PDF engine has not been started',
    fix: 'Read the file by readSource(), which starts it.',
  },
  'ddm/malformed-gzip': {
    title: 'The compressed file is damaged',
    fix: 'Fetch the file again, or inflate it yourself (gzip -d) and give what comes out.',
  },
  'ddm/malformed-json': {
    title: 'The file is not JSON',
    fix: 'Mend the file at the place named.',
  },
  'ddm/not-ddm-json': {
    title: 'The file is JSON, but no paper',
    fix: 'Give a paper with “title”, “authors” and “sections” of “paragraphs” of “sentences”.',
  },
  'ddm/malformed-archive': {
    title: 'The archive is damaged',
    fix: 'Fetch the file again, or unpack it yourself (tar -xf) and give the main .tex file.',
  },
  'ddm/not-latex': {
    title: 'The archive holds no paper in LaTeX',
    fix: 'Give an archive with a file that has \\documentclass and \\begin{document}, or name the right format (--as).',
  },
  'ddm/no-paper': {
    title: 'The graph holds no paper',
    fix: 'Give a graph that askg wrote, or one in the published ASKG ontology.',
  },
  'ddm/several-papers': {
    title: 'The file holds several papers',
    fix: 'Read it by `askg ingest` or `askg read`, which divide it.',
  },
  'ddm/invalid-base': {
    title: 'The base IRI cannot be used',
    fix: 'Give an absolute http or https IRI in ASCII that ends with a slash or a hash, such as http://localhost:3000/id/.',
  },
  'ddm/invalid-text': {
    title: 'A text cannot be written as UTF-8',
    fix: 'Fetch the source again: it was probably cut in the middle of a character.',
  },
  'ddm/malformed-graph': {
    title: 'The graph file is damaged',
    fix: 'Restore it from a backup, or ingest the paper again from its source (askg verify lists what is damaged).',
  },
  'ddm/malformed-rdf': {
    title: 'The RDF could not be parsed',
    fix: 'Mend the text at the line named, and check that the media type is the right one.',
  },
} as const satisfies Record<`ddm/${string}`, CodeText>;

export type DdmErrorCode = keyof typeof codes;

/** A source, a document or a graph that could not be taken as it is. */
export class DdmError extends CodedError<DdmErrorCode> {
  constructor(code: DdmErrorCode, detail: string, options?: ErrorOptions) {
    super(code, codes[code], detail, options);
  }
}
