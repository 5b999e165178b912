import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Document, Problem } from '@askg/contract';
import { Corpus, type Decided, documentFacts, type Person } from '@askg/corpus';
import { documentToNQuads } from '@askg/ddm';
import { run, type Ran } from '../testing/run.ts';

let folder: string;
const people = (...words: string[]): Promise<Ran> => run(['people', ...words], { ASKG_DATA: join(folder, 'data') });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'askg-people-'));
  const corpus = Corpus.create(join(folder, 'data'), { baseIri: 'https://papers.example/id/' });
  await add(corpus, '10.1/a', 'Jane Doe', 'Rosa Okonkwo-Lindqvist');
  await add(corpus, '10.1/b', 'Janet Moreau', 'Rosa Okonkwo-Lindqvist');
  await corpus.updateLinks();
  corpus.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

async function add(corpus: Corpus, doi: string, ...names: string[]): Promise<void> {
  const { digest } = corpus.addSource(Buffer.from(doi));
  const document: Document = {
    schema: 'askg.document/1',
    format: 'jats',
    digest,
    title: `A study of everything, known as ${doi}`,
    abstract: [],
    identifiers: { doi },
    keywords: [],
    contributors: names.map((name) => ({ name, affiliations: [], role: 'author' as const })),
    sections: [],
    figures: [],
    tables: [],
    formulas: [],
    footnotes: [],
    references: [],
    findings: [],
  };
  corpus.jobs.enqueue([{ source: digest, path: '/papers/one.xml', format: 'jats' }], 'test');
  const key = corpus.keyFor({ doi }, digest);
  const graph = await corpus.writeGraph(documentToNQuads(document, { base: corpus.baseIri, key }));
  const facts = documentFacts(document);
  corpus.commitPaper({ key, source: digest, format: 'jats', pipeline: 'test', graph, facts, ms: {} });
}

async function listed(...words: string[]): Promise<Person[]> {
  return JSON.parse((await people('list', '--json', ...words)).out) as Person[];
}

const decided = ({ out }: Ran): Decided => JSON.parse(out) as Decided;

describe('askg people', () => {
  it('lists everybody across papers, and shows why two places are one person', async () => {
    expect((await listed()).map(({ name, places }) => [name, places.length])).toEqual([
      ['Jane Doe', 1],
      ['Janet Moreau', 1],
      ['Rosa Okonkwo-Lindqvist', 2],
    ]);
    const [rosa] = await listed('--name', 'rosa lind');
    expect(rosa?.iri).toBe('https://papers.example/id/person/10.1_a/person2');
    const { code, out } = await people('show', 'https://papers.example/id/paper/10.1_b/person2');
    expect(code).toBe(0);
    expect(out).toMatch(/^because +https:\S+10\.1_a\/person2 and https:\S+10\.1_b\/person2: name: rare/m);
  });

  it('merges, splits and undoes, and keeps what was decided', async () => {
    const [jane, janet] = await listed('--name', 'jan');
    const merged = decided(await people('merge', jane?.iri ?? '', janet?.iri ?? '', '--json'));
    expect(merged.people.map(({ name, names }) => [name, ...names])).toEqual([['Janet Moreau', 'Jane Doe']]);
    const split = decided(await people('split', 'https://papers.example/id/paper/10.1_b/person2', '--json'));
    expect(split.people.map(({ iri }) => iri.replace('https://papers.example/id/person/', ''))).toEqual([
      '10.1_a/person2',
      '10.1_b/person2',
    ]);
    expect((await people('decisions')).out).toMatch(
      /^1 {2}\S+ {2}merge Jane Doe .*\n2 {2}\S+ {2}split Rosa .* from Rosa /,
    );
    const undone = decided(await people('undo', String(split.decision.id), '--json'));
    expect(undone.people).toHaveLength(1);
    expect((await listed()).map(({ places }) => places.length)).toEqual([2, 2]);
  });

  it.each([
    ['an unknown IRI', ['show', 'https://papers.example/id/person/nobody'], 'corpus/unknown-person'],
    ['one person to merge', ['merge', 'https://papers.example/id/paper/10.1_a/person1'], 'corpus/nothing-to-decide'],
    [
      'a whole person to split',
      ['split', 'https://papers.example/id/paper/10.1_a/person1'],
      'corpus/nothing-to-decide',
    ],
    ['an unknown decision', ['undo', '7'], 'corpus/unknown-decision'],
    ['a decision that is no number', ['undo', 'last'], 'cli/wrong-use'],
  ])('refuses %s with a code, and decides nothing', async (_, words, code) => {
    const ran = await people(...words, '--json');
    expect(ran.code).toBe(2);
    expect(Problem.parse(JSON.parse(ran.out)).code).toBe(code);
    expect(JSON.parse((await people('decisions', '--json')).out)).toEqual([]);
  });
});
