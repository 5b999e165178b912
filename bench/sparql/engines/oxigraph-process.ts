/* Oxigraph by itself: `oxigraph-process FOLDER` evaluates what it is told and serialises the result, as an endpoint does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Store } from 'oxigraph';
import { readManifest } from '../dataset.ts';
import { countRows } from './count-rows.ts';
import { serveLines } from './serve-lines.ts';

const [folder = ''] = process.argv.slice(2);
const store = new Store();
for (const { file } of readManifest(folder).graphs) {
  store.load(readFileSync(join(folder, file), 'utf8'), { format: 'application/n-quads' });
}

let text = '';
await serveLines(
  (query) => {
    const isGraph = /^\s*(construct|describe)\b/imu.test(query);
    const format = isGraph ? 'application/n-triples' : 'application/sparql-results+json';
    const result = store.query(query, { use_default_graph_as_union: true, results_format: format });
    if (typeof result !== 'string') throw new Error('The engine gave no text.');
    text = result;
  },
  () => countRows(text),
);
