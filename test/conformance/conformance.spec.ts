import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseQuads } from '@askg/ddm';
import { Endpoint } from './endpoint.ts';
import { exceptions } from './exceptions.ts';
import { leftOut } from './left-out.ts';
import type { Outcome } from './outcome.ts';
import { earlReport } from './report/earl.ts';
import { summarise, surprises } from './report/summary.ts';
import { runSuites } from './run-suites.ts';
import { TestFiles } from './test-files.ts';

const sample = join(import.meta.dirname, '..', 'fixtures', 'w3c');
let endpoint: Endpoint;
let outcomes: Outcome[];

beforeAll(async () => {
  endpoint = await Endpoint.start();
  outcomes = await runSuites({ endpoint, files: new TestFiles([sample]), leftOut });
});
afterAll(async () => endpoint.close());

describe('a sample of the W3C tests, against the endpoint', () => {
  it('passes', () => {
    const { failures, passes, strays } = surprises(outcomes, exceptions);
    expect(failures.map(({ test, reason }) => `${test.suite} ${test.id}: ${reason}`)).toEqual([]);
    expect(passes).toEqual([]);
    expect(strays).toEqual([]);
  });

  it('holds tests of each kind, and leaves out what the list says', () => {
    const { groups } = summarise(outcomes, exceptions, {});
    expect(groups.map(({ group, tests, leftOut: left }) => [group, tests, left])).toEqual([
      ['SHACL Core', 2, 0],
      ['SPARQL 1.0 query evaluation', 7, 0],
      ['SPARQL 1.1 protocol', 34, 14],
      ['SPARQL 1.1 query evaluation', 10, 0],
      ['SPARQL 1.1 query syntax', 2, 0],
      ['SPARQL 1.1 result formats', 10, 0],
      ['SPARQL 1.1 service description', 3, 0],
    ]);
  });

  it('shows when the list of exceptions is not true', () => {
    const suite = 'sparql/sparql11/exists';
    const tests = [`${suite}#exists01`, `${suite}#exists99`, 'sparql/sparql11/elsewhere#one'];
    const { passes, strays } = surprises(outcomes, [{ reason: 'None.', tests }]);
    expect(passes).toEqual([`${suite}#exists01`]);
    expect(strays).toEqual([`${suite}#exists99`]);
  });

  it('is reported in EARL, one assertion for each test that ran', () => {
    const quads = parseQuads(earlReport(outcomes, '1.2.3'), 'text/turtle', 'http://example.org/report');
    const ran = outcomes.filter(({ status }) => status !== 'left out').map(({ test }) => test.iri);
    const asserted = quads.filter(({ predicate }) => predicate.value === 'http://www.w3.org/ns/earl#test');
    expect(asserted.map(({ object }) => object.value)).toEqual(ran);
  });
});

describe('an expected result that is changed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'askg-conformance-spec-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['sparql/sparql11/json-res', 'jsonres01.srj', 'uri', 'literal', 'jsonres01'],
    ['sparql/sparql11/csv-tsv-res', 'csvtsv01.csv', 'o', 'p', 'csv01'],
    ['sparql/sparql11/csv-tsv-res', 'csvtsv02.tsv', '.org', '.com', 'tsv02'],
    ['sparql/sparql11/exists', 'exists01.srx', 'example', 'elsewhere', 'exists01'],
    [
      'data-shapes-test-suite/tests/core/complex',
      'personexample.ttl',
      'sh:focusNode ex:Alice',
      'sh:focusNode ex:Bob',
      'personexample',
    ],
  ])('fails: %s/%s', async (suite, file, from, to, id) => {
    const copy = join(folder, id);
    cpSync(join(sample, suite), join(copy, suite), { recursive: true });
    const text = readFileSync(join(copy, suite, file), 'utf8');
    writeFileSync(join(copy, suite, file), text.replaceAll(from, to));
    const changed = await runSuites({ endpoint, files: new TestFiles([copy]), leftOut });
    const { failures } = surprises(changed, exceptions);
    expect(failures.map(({ test }) => test.id)).toContain(id);
  });
});
