import type { Corpus } from '../../corpus.ts';
import type { ExportedPaper } from '../paper/exported-paper.ts';
import { paperFormats, type TextFormat } from '../paper/paper-formats.ts';
import { type CrateFile, metadataFile } from './crate-file.ts';
import { type CrateOptions, paperMetadata } from './paper-metadata.ts';
import { sourceName } from './source-name.ts';

/** What is made from the source: name, title and media type of each file. */
const made: [format: TextFormat, name: string, title: string, mediaType: string][] = [
  ['nquads', 'graph.nq', 'Knowledge graph as canonical N-Quads', 'application/n-quads'],
  ['turtle', 'graph.ttl', 'Knowledge graph as Turtle', 'text/turtle'],
  ['jsonld', 'graph.jsonld', 'Knowledge graph as a tree of JSON-LD', 'application/ld+json'],
  ['markdown', 'paper.md', 'Text as Markdown', 'text/markdown'],
];

/**
 * A paper as the files of an RO-Crate, the metadata first.
 * @throws CorpusError corpus/damaged-source
 */
export async function paperCrate(corpus: Corpus, paper: ExportedPaper, options: CrateOptions): Promise<CrateFile[]> {
  const bytes = await corpus.readSource(paper.source);
  const { name, mediaType } = sourceName(paper.document.format, bytes);
  const source: CrateFile = { name, title: 'The file that was read', mediaType, bytes };
  const files = made.map(([format, fileName, title, type]): CrateFile => {
    return { name: fileName, title, mediaType: type, bytes: Buffer.from(paperFormats[format](paper)) };
  });
  return [metadataFile(paperMetadata(paper, [source, ...files], options)), source, ...files];
}
