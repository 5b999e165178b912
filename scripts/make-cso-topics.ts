/**
 * Writes `libs/ddm/data/cso-topics.txt` from the topic labels of the Computer Science Ontology (CC BY 4.0):
 * `node --conditions=source scripts/make-cso-topics.ts FILE`. FILE is a CSV with one label a line below a head, plain or with
 * gzip.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { csoTopicsFile } from '../libs/ddm/src/enrich/keywords/cso-topics.ts';

const file = process.argv[2] ?? '';
const bytes = readFileSync(file);
const [, ...lines] = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trimEnd().split(/\r?\n/u);
const labels = lines.map((line) =>
  line
    .replace(/^"(.*)"$/u, '$1')
    .replaceAll('""', '"')
    .trim(),
);
const sorted = [...new Set(labels.filter((label) => label !== ''))].toSorted((a, b) => (a < b ? -1 : 1));
writeFileSync(csoTopicsFile, `${sorted.join('\n')}\n`);
