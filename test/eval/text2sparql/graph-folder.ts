import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseQuads, serialise } from '@askg/ddm';
import { OxigraphPool } from '@askg/graph';

const isGraph = /\.(?:ttl|n3|nt)(?:\.gz)?$/u;

/** The files of RDF in a folder. */
export function graphFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => isGraph.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}

/** An engine with the triples of some files as one graph. */
export async function openGraph(
  files: readonly string[],
): Promise<{ store: OxigraphPool; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'askg-graph-'));
  writeFileSync(join(folder, 'all.nq'), files.map(triplesOf).join(''));
  const store = new OxigraphPool({
    folder,
    feed: { commitNumber: () => 1 },
    feedModule: new URL('./graph-feed.ts', import.meta.url),
    now: () => performance.now(),
    engines: 1,
  });
  await store.start();
  const close = async (): Promise<void> => {
    await store.close();
    rmSync(folder, { recursive: true });
  };
  return { store, close };
}

/** The triples of a file as N-Quads of the one graph; nodes without a name get their file's number into theirs. */
function triplesOf(file: string, number: number): string {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const lines = serialise(parseQuads(text, 'text/turtle', 'http://localhost/'), 'application/n-triples').split('\n');
  return lines
    .filter(Boolean)
    .map((line) => line.replaceAll(/(^|> )_:/gu, `$1_:f${number}x`))
    .map((line) => `${line.replace(/ \.$/u, '')} <http://localhost/graph> .\n`)
    .join('');
}
