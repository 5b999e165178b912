import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseIri } from '../../test/eval/stack/demo-corpus.ts';
import { type Dataset, keptDataset } from '../sparql/dataset.ts';
import { papers } from '../sparql/papers.ts';

const copied = 100_000;

/** Graphs of the demo papers, again and again under other IRIs, until there are at least so many triples. Kept for the next run. */
export function copiedGraphs(triples: number): Promise<Dataset> {
  return keptDataset(`copied-${triples}`, [], async function* () {
    const original = await papers(copied);
    for (let copy = 0; copy * original.triples < triples; copy += 1) {
      const inCopy = (text: string): string => text.replaceAll(baseIri, `${baseIri}copy${copy}/`);
      for (const { name, file } of original.graphs) {
        const lines = readFileSync(join(original.folder, file), 'utf8').split('\n').filter(Boolean);
        const ntriples = lines.map((line) => `${line.slice(0, line.lastIndexOf('<'))}.`).join('\n');
        yield { name: inCopy(name), ntriples: inCopy(ntriples) };
      }
    }
  });
}
