import { delimiter } from 'node:path';
import type { Document, Section } from '@askg/contract';
import { buildDocument, cutSentences, readJats } from '@askg/ddm';
import { jatsFiles } from '../../../bench/jats-files.ts';
import { sampleOf } from '../documents/pairs.ts';

/** A paper before any enricher but the sentence cutter. */
export type PlainPaper = { file: string; document: Document };

/** All JATS files below some folders, apart by the sign that parts paths. */
export async function readPapers(folders: string, sample?: number): Promise<PlainPaper[]> {
  const files = (await Promise.all(folders.split(delimiter).map((folder) => jatsFiles(folder)))).flat();
  return sampleOf(files, sample).map(({ name, bytes }) => ({
    file: name,
    document: buildDocument(readJats(bytes), { digest: '0'.repeat(64), cutSentences }),
  }));
}

/** Words of the running text. */
export function wordsOf({ abstract, sections }: Document): number {
  const count = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.split(/\s+/u).length, 0);
  const walk = (list: readonly Section[]): number =>
    list.reduce(
      (sum, { paragraphs, sections: inner }) =>
        sum + count(paragraphs.flatMap(({ sentences }) => sentences.map(({ text }) => text))) + walk(inner),
      0,
    );
  return count(abstract.flatMap(({ sentences }) => sentences.map(({ text }) => text))) + walk(sections);
}
