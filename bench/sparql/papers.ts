import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Corpus } from '@askg/corpus';
import { leanNQuads } from '@askg/ddm';
import { addDocument, baseIri, demoPapers, readPapers } from '../../test/eval/stack/demo-corpus.ts';
import { copiesOf } from '../ask/copies.ts';
import { type Dataset, keptDataset, type NamedQuery } from './dataset.ts';

const queries = join(import.meta.dirname, '..', '..', 'ontology', 'queries');
/** Triples of one copy of the demo papers in the lean store, nearly. */
const triplesOfCopy = 11_700;

/**
 * Copies of the demo papers with the graphs of their links, and the competency queries of the ontology. The copies have the
 * same people and references, so that queries over those grow with the square of the copies in places.
 * @param triples about so many
 */
export async function papers(triples: number): Promise<Dataset> {
  const copies = Math.max(1, Math.round(triples / triplesOfCopy));
  return keptDataset(`papers-${triples}`, competencyQueries(), () => graphsOfCopies(copies));
}

async function* graphsOfCopies(copies: number): AsyncGenerator<{ name: string; ntriples: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'askg-bench-sparql-'));
  const corpus = Corpus.create(join(folder, 'corpus'), { baseIri });
  try {
    for (const document of copiesOf(await readPapers(demoPapers), copies)) {
      await addDocument(corpus, document, Buffer.from(document.identifiers.doi ?? ''));
    }
    await corpus.updateLinks();
    for (const { name, digest } of corpus.snapshot().graphs) {
      const ending = `<${name}> .`;
      const lines = leanNQuads(await corpus.readGraph(digest))
        .split('\n')
        .filter(Boolean);
      yield { name, ntriples: lines.map((line) => `${line.slice(0, -ending.length)}.`).join('\n') };
    }
  } finally {
    corpus.close();
    rmSync(folder, { recursive: true });
  }
}

function competencyQueries(): NamedQuery[] {
  const files = readdirSync(queries).filter((file) => file.endsWith('.rq'));
  return files.toSorted().map((file) => ({
    name: file.replace('.rq', ''),
    text: readFileSync(join(queries, file), 'utf8'),
  }));
}
