import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TokenVectors } from '@askg/inference';
import { PlaidIndex, PlaidWriter, centroidsFor, sampleTokens, trainCodec } from '@askg/retrieval';
import type { ClusteredVectors } from './clustered-vectors.ts';
import type { Outcome } from './outcome.ts';

/** Vectors that k-means sees for each centroid. */
const vectorsOfCentroid = 16;
const documentsAtOnce = 1000;

/** Builds an index of the vectors in a temporary folder, two bits a dimension, and asks it. */
export async function ourPlaid({ documents, queries }: ClusteredVectors, refined: boolean): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'askg-plaid-'));
  try {
    const start = performance.now();
    const before = process.cpuUsage();
    await build(folder, documents, refined);
    const index = await PlaidIndex.open(folder, synthetic(documents));
    if (!index) throw new Error('no index was written');
    const buildS = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(before);
    const latencies: number[] = [];
    const found: number[][] = [];
    await index.search(queries[0] as TokenVectors);
    const warm = process.cpuUsage();
    for (const query of queries) {
      const asked = performance.now();
      const hits = await index.search(query);
      latencies.push(performance.now() - asked);
      found.push(hits.map(({ id }) => Number(id)));
    }
    const asking = process.cpuUsage(warm);
    await index.close();
    const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    return {
      buildS,
      processorS: (user + system) / 1e6,
      bytes,
      latencies,
      processorMs: (asking.user + asking.system) / 1000 / queries.length,
      found,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function build(folder: string, documents: readonly TokenVectors[], refined: boolean): Promise<void> {
  const centroids = centroidsFor(documents.reduce((sum, { count }) => sum + count, 0));
  const sample = sampleTokens(documents, vectorsOfCentroid * centroids);
  const writer = await PlaidWriter.create(
    folder,
    await trainCodec(sample, { centroids, refined }),
    synthetic(documents),
  );
  for (let from = 0; from < documents.length; from += documentsAtOnce) {
    const part = documents.slice(from, from + documentsAtOnce);
    await writer.add(part.map((tokens, i) => ({ id: String(from + i), tokens })));
  }
}

/** The vectors are of no model. */
function synthetic([first]: readonly TokenVectors[]): Parameters<typeof PlaidIndex.open>[1] {
  return { name: 'synthetic', digest: '0'.repeat(64), dimensions: first?.dimensions ?? 0 };
}
