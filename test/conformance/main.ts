/**
 * `npm run conformance -- --data DIR[:DIR] [--save]`: runs the W3C's tests against the HTTP endpoint. The folders hold the
 * repositories rdf-tests (folder `sparql`) and data-shapes (`data-shapes-test-suite`), or archives of them. Exits with 1 when
 * something fails that `exceptions.ts` does not explain, or passes that it does; `--save` writes `results/conformance`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Endpoint } from './endpoint.ts';
import { exceptions } from './exceptions.ts';
import { leftOut } from './left-out.ts';
import { earlReport } from './report/earl.ts';
import { summarise, surprises } from './report/summary.ts';
import { tableOf } from './report/table.ts';
import { runSuites } from './run-suites.ts';
import { TestFiles } from './test-files.ts';

const root = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({ options: { data: { type: 'string' }, save: { type: 'boolean', default: false } } });
if (values.data === undefined) {
  process.stderr.write(
    'Where are the tests? --data DIR[:DIR], folders or archives of w3c/rdf-tests and w3c/data-shapes.\n',
  );
  process.exit(2);
}

const files = filesOf(values.data.split(delimiter));
const endpoint = await Endpoint.start();
try {
  const outcomes = await runSuites({ endpoint, files, leftOut });
  const summary = summarise(outcomes, exceptions, {
    askg: versionOf(join(root, 'package.json')),
    oxigraph: versionOf(join(root, 'node_modules', 'oxigraph', 'package.json')),
    'rdf-validate-shacl': versionOf(join(root, 'node_modules', 'rdf-validate-shacl', 'package.json')),
    node: process.version,
  });
  process.stdout.write(tableOf(summary));
  if (values.save) {
    const folder = join(root, 'results', 'conformance');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    writeFileSync(join(folder, 'earl.ttl'), earlReport(outcomes, summary.software['askg'] ?? ''));
  }
  const { failures, passes, strays } = surprises(outcomes, exceptions);
  for (const { test } of failures) process.stderr.write(`fails, and nobody says why: ${test.iri}\n`);
  for (const test of passes) process.stderr.write(`passes, but is listed as an exception: ${test}\n`);
  for (const test of strays) process.stderr.write(`listed as an exception, but no test: ${test}\n`);
  if (outcomes.every(({ status }) => status === 'left out')) process.stderr.write('No test was found there.\n');
  const isGood =
    failures.length + passes.length + strays.length === 0 && outcomes.some(({ status }) => status === 'passed');
  process.exitCode = isGood ? 0 : 1;
} finally {
  await endpoint.close();
  files.close();
}

function filesOf(sources: readonly string[]): TestFiles {
  try {
    return new TestFiles(sources);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return process.exit(2);
  }
}

function versionOf(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
