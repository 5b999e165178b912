import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Document } from '@askg/contract';
import { pack } from 'tar-stream';
import { buildDocument } from '../../../document/build-document.ts';
import { cutSentences } from '../../../enrich/sentences/cut-sentences.ts';
import { readLatex } from '../read-latex.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', '..', '..', 'test', 'fixtures', 'latex');

/** The bytes of a file below `test/fixtures/latex`. */
export function fixture(name: string): Buffer {
  return readFileSync(join(folder, name));
}

/** Gives the files of a folder of fixtures that are there. */
export function beside(name: string): (file: string) => Buffer | undefined {
  return (file) => (existsSync(join(folder, name, file)) ? fixture(`${name}/${file}`) : undefined);
}

/** A LaTeX source as a document. */
export async function read(
  source: string | Uint8Array,
  options: Parameters<typeof readLatex>[1] = {},
): Promise<Document> {
  const draft = await readLatex(typeof source === 'string' ? Buffer.from(source) : source, options);
  return buildDocument(draft, { digest: '0'.repeat(64), cutSentences });
}

/** The text of a document's preamble, with `body` between the beginning and the end of the document. */
export function paper(body: string, preamble = ''): string {
  return `\\documentclass{article}\n${preamble}\\title{T}\n\\begin{document}\n${body}\n\\end{document}\n`;
}

type Entry = { name: string; content?: string; type?: 'file' | 'symlink' | 'link'; linkname?: string };

/** A gzip-compressed tar of some files. */
export async function archive(entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack();
  for (const { name, content = '', type = 'file', linkname = '' } of entries) {
    tar.entry({ name, type, linkname }, type === 'file' ? content : '');
  }
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return gzipSync(Buffer.concat(chunks));
}
