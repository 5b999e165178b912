import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'askg-bench', 'sparql');

export type NamedQuery = { name: string; text: string };
export type DatasetGraph = { name: string; file: string };

/**
 * Triples that every engine is given alike: a file of N-Quads for each named graph, and all of them as N-Triples in one file
 * for engines that have no union of named graphs.
 */
export type Dataset = {
  name: string;
  folder: string;
  triples: number;
  graphs: DatasetGraph[];
  /** Path of all triples as N-Triples. */
  ntriples: string;
  queries: NamedQuery[];
};

type Manifest = Pick<Dataset, 'triples' | 'graphs'>;

/**
 * The dataset of a name. It is kept for the next run.
 * @param graphs gives the graphs; blank nodes of different graphs have to have different labels
 */
export async function keptDataset(
  name: string,
  queries: NamedQuery[],
  graphs: () => AsyncIterable<{ name: string; ntriples: string }>,
): Promise<Dataset> {
  const folder = join(cache, name);
  if (!existsSync(folder)) {
    const draft = `${folder}.draft`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, 'manifest.json'), JSON.stringify(await writeGraphs(draft, graphs())));
    renameSync(draft, folder);
  }
  return { name, folder, ...readManifest(folder), ntriples: join(folder, 'all.nt'), queries };
}

async function writeGraphs(
  folder: string,
  graphs: AsyncIterable<{ name: string; ntriples: string }>,
): Promise<Manifest> {
  const manifest: Manifest = { triples: 0, graphs: [] };
  for await (const { name, ntriples } of graphs) {
    const lines = ntriples.split('\n').filter(Boolean);
    const file = `${manifest.graphs.length}.nq`;
    writeFileSync(join(folder, file), lines.map((line) => `${line.slice(0, -1)}<${name}> .\n`).join(''));
    writeFileSync(join(folder, 'all.nt'), `${lines.join('\n')}\n`, { flag: 'a' });
    manifest.graphs.push({ name, file });
    manifest.triples += lines.length;
  }
  return manifest;
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

/** All triples of a dataset, as a stream of bytes. */
export function streamTriples(dataset: Dataset): NodeJS.ReadableStream {
  return createReadStream(dataset.ntriples);
}
