import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClusteredVectors } from './clustered-vectors.ts';
import type { Outcome } from './outcome.ts';

const limitMs = 900_000;
/** One thread, as ours: on a machine that is busy more of them wait for each other for seconds. */
const oneThread = { OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1', RAYON_NUM_THREADS: '1' };

/** Why fast-plaid cannot be measured; undefined when it can. */
export function fastPlaidLacks(python: string | undefined): string | undefined {
  if (python === undefined) return 'ASKG_BENCH_PYTHON names no interpreter that has fast-plaid';
  try {
    execFileSync(python, ['-c', 'import fast_plaid, numpy, torch'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return `${python} has no fast-plaid: pip install fast-plaid numpy`;
  }
}

/** The same vectors indexed and asked by fast-plaid with its own settings (four bits a dimension), in a process of its own. */
export function fastPlaid(python: string, { data, documents, queries }: ClusteredVectors): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'askg-fast-plaid-'));
  try {
    writeFileSync(join(folder, 'documents.f32'), data);
    writeFileSync(join(folder, 'queries.f32'), Buffer.concat(queries.map((query) => Buffer.from(query.data.buffer))));
    const { count = 0, dimensions = 0 } = documents[0] ?? {};
    const script = join(import.meta.dirname, 'fast_plaid_process.py');
    const sizes = [documents.length, count, dimensions, queries.length].map(String);
    const printed = execFileSync(python, [script, folder, ...sizes], {
      encoding: 'utf8',
      timeout: limitMs,
      env: { ...process.env, ...oneThread },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as Outcome;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
