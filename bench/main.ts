/**
 * `npm run bench -- NAME [--data DIR] [--triples N,N] [--passages N,N] [--json] [--save]`: runs one benchmark and prints what it measured;
 * `--save` writes it to `results/bench/NAME.json`, which is what the documents quote.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';

export type BenchOptions = {
  data: string;
  /** Sizes to measure at, for a benchmark of graphs. */
  triples?: number[];
  /** The same for a benchmark of searches. */
  passages?: number[];
};
/** A figure a reader compares with its bar; `bar` is undefined where none was set. */
export type Measure = { name: string; value: number; unit: string; bar?: number; details?: unknown };
export type Bench = { describe: string; run(options: BenchOptions): Promise<Measure[]> };

const root = join(import.meta.dirname, '..');
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: join(root, 'demo', 'papers') },
    triples: { type: 'string' },
    passages: { type: 'string' },
    json: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
  },
});

const name = positionals[0] ?? '';
if (!names.includes(name)) {
  process.stderr.write(`Which benchmark? One of: ${names.join(', ')}\n`);
  process.exit(2);
}

const { bench } = (await import(`./${name}.bench.ts`)) as { bench: Bench };
const measures = await bench.run({
  data: values.data,
  ...(values.triples === undefined ? {} : { triples: values.triples.split(',').map(Number) }),
  ...(values.passages === undefined ? {} : { passages: values.passages.split(',').map(Number) }),
});
const report = {
  bench: name,
  describe: bench.describe,
  data: relative(root, values.data),
  machine: { node: process.version, cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30) },
  measures,
};
const text = `${JSON.stringify(report, null, 2)}\n`;
if (values.save) {
  mkdirSync(join(root, 'results', 'bench'), { recursive: true });
  writeFileSync(join(root, 'results', 'bench', `${name}.json`), text);
}
if (values.json) process.stdout.write(text);
else {
  for (const { name: label, value, unit, bar } of measures) {
    process.stdout.write(`${label}: ${value} ${unit}${bar === undefined ? '' : ` (bar ${bar})`}\n`);
  }
}
