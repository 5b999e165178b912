import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Corpus } from '@askg/corpus';
import { addDocument, baseIri, readPapers } from '../../test/eval/stack/demo-corpus.ts';
import { copiesOf } from './copies.ts';

/** So many copies of the demo papers have 100,000 passages. */
const copies = 250;
const folder = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'askg-bench', 'ask-large');

/** The corpus of copies of the papers in a folder. It is kept for the next run; making it takes some minutes. */
export async function largeCorpus(papers: string): Promise<Corpus> {
  if (existsSync(`${folder}.complete`)) return Corpus.open(folder);
  rmSync(folder, { recursive: true, force: true });
  const corpus = Corpus.create(folder, { baseIri });
  let done = 0;
  for (const document of copiesOf(await readPapers(papers), copies)) {
    await addDocument(corpus, document, Buffer.from(document.identifiers.doi ?? ''));
    if (++done % 500 === 0) process.stderr.write(`${done} papers\n`);
  }
  writeFileSync(`${folder}.complete`, '');
  return corpus;
}
