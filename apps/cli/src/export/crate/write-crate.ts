import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Corpus } from '@askg/corpus';
import { CliError } from '../../cli-error.ts';
import { type TextFormat, textFormats } from '../export-formats.ts';
import type { ExportedPaper } from '../exported-paper.ts';
import { type CrateFile, crateMetadata } from './crate-metadata.ts';
import { sourceName } from './source-name.ts';

/** What is made from the source: name, title and media type of each file. */
const made: [format: TextFormat, name: string, title: string, mediaType: string][] = [
  ['nquads', 'graph.nq', 'Knowledge graph as canonical N-Quads', 'application/n-quads'],
  ['turtle', 'graph.ttl', 'Knowledge graph as Turtle', 'text/turtle'],
  ['jsonld', 'graph.jsonld', 'Knowledge graph as a tree of JSON-LD', 'application/ld+json'],
  ['markdown', 'paper.md', 'Text as Markdown', 'text/markdown'],
];

/**
 * Writes a paper as an RO-Crate into a folder that is absent or empty.
 * @param about day of the export (ISO 8601), and version of askg
 * @returns the names of the files, the metadata first
 * @throws CliError cli/wrong-use, cli/unwritable; CorpusError corpus/damaged-source
 */
export async function writeCrate(
  corpus: Corpus,
  paper: ExportedPaper,
  folder: string,
  about: { day: string; version: string },
): Promise<string[]> {
  const bytes = await corpus.readSource(paper.source);
  const { name, mediaType } = sourceName(paper.document.format, bytes);
  const source: CrateFile = { name, title: 'The file that was read', mediaType, bytes };
  const files = made.map(([format, fileName, title, type]): CrateFile => {
    return { name: fileName, title, mediaType: type, bytes: Buffer.from(textFormats[format](paper)) };
  });
  const metadata = crateMetadata(paper, { files: [source, ...files], ...about });
  const metadataFile = { name: 'ro-crate-metadata.json', bytes: Buffer.from(`${JSON.stringify(metadata, null, 2)}\n`) };
  const all = [metadataFile, source, ...files];
  await prepare(folder);
  for (const file of all) await writeFile(join(folder, file.name), file.bytes).catch(unwritable(folder));
  return all.map((file) => file.name);
}

async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch(unwritable(folder));
  const entries = await readdir(folder).catch(unwritable(folder));
  if (entries.length > 0) throw new CliError('cli/wrong-use', `The folder ${folder} is not empty.`);
}

function unwritable(folder: string): (cause: NodeJS.ErrnoException) => never {
  return (cause) => {
    throw new CliError('cli/unwritable', `${folder}: ${cause.code}.`, { cause });
  };
}
