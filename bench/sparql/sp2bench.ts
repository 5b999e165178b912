import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Store } from 'oxigraph';
import { type Dataset, keptDataset, type NamedQuery } from './dataset.ts';

/**
 * SP2Bench (Schmidt et al., ICDE 2009) at a larger size: copies of its graph of 10,000 triples, each with publications and
 * people of its own. Shared are the schema, Paul Erdoes and the unknown document, through which the copies hang together.
 * The generator's own larger graphs grow denser; these do not.
 * @param data folder with `10kdata.n3.gz` and `queries/*.sparql`
 * @param triples about so many
 */
export async function sp2bench(data: string, triples: number): Promise<Dataset> {
  const lines = readTriples(join(data, '10kdata.n3.gz'));
  const copies = Math.max(1, Math.round(triples / lines.length));
  return keptDataset(`sp2bench-${triples}`, readQueries(join(data, 'queries')), async function* () {
    for (let copy = 0; copy < copies; copy++) {
      // What is shared by all copies stands in the first.
      const own = copy === 0 ? lines : lines.filter((line) => renamed(line, copy) !== line);
      const ntriples = own.map((line) => renamed(line, copy)).join('\n');
      yield { name: `http://localhost/sp2bench/copy${copy}`, ntriples };
    }
  });
}

function readTriples(file: string): string[] {
  const store = new Store();
  store.load(gunzipSync(readFileSync(file)), { format: 'text/turtle' });
  return store.dump({ format: 'application/n-quads' }).split('\n').filter(Boolean);
}

function renamed(line: string, copy: number): string {
  return line
    .replaceAll('<http://localhost/publications/', `<http://localhost/copy${copy}/publications/`)
    .replaceAll(/(^|> )_:/gu, `$1_:c${copy}x`);
}

function readQueries(folder: string): NamedQuery[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sparql'));
  return files.toSorted().map((file) => ({
    name: file.replace('.sparql', ''),
    text: readFileSync(join(folder, file), 'utf8'),
  }));
}
