import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Answer, type Document, Problem } from '@askg/contract';
import { Corpus, documentFacts } from '@askg/corpus';
import { documentToNQuads } from '@askg/ddm';
import { run, type Ran } from '../testing/run.ts';

let folder: string;
const papers = (...words: string[]): Promise<Ran> => run(['papers', ...words], { ASKG_DATA: join(folder, 'data') });
const status = (...words: string[]): Promise<Ran> => papers('status', ...words);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'askg-status-'));
  const corpus = Corpus.create(join(folder, 'data'), { baseIri: 'https://papers.example/id/' });
  for (const doi of ['10.1/a', '10.1/b']) {
    const { digest } = corpus.addSource(Buffer.from(doi));
    const document: Document = {
      schema: 'askg.document/1',
      format: 'jats',
      digest,
      title: `A study of everything, known as ${doi}`,
      abstract: [],
      identifiers: { doi },
      keywords: [],
      contributors: [],
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
  corpus.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('askg papers status', () => {
  it('says by hand what became of a paper, shows it everywhere, and takes it back', async () => {
    expect((await status()).err).toMatch(/good standing/);
    const set = await status('10.1/A', 'retracted', '--notice', '10.1/n', '--date', '2021-03-04', '--reason', 'Data');
    expect([set.code, set.out]).toEqual([
      0,
      '10.1_a: retracted 2021-03-04, says somebody here: Data. https://doi.org/10.1/n\n`askg papers status --undo 1` takes it back.\n',
    ]);
    expect((await status()).out).toMatch(/^10\.1_a {2}A study .* {2}retracted 2021-03-04, says somebody here/);
    expect((await papers('list')).out).toMatch(/^10\.1_a .*\(retracted\) A study/);
    expect((await papers('show', '10.1/a')).out).toMatch(/^status +retracted 2021-03-04/m);
    expect((await status('10.1/a')).out).toMatch(/^1 {2}\S+ {2}key:10\.1_a {2}retracted/m);
    expect((await status('10.1/a', '--clear')).out).toMatch(/^10\.1_a: in good standing/);
    expect((await status('--undo', '2')).out).toMatch(/^10\.1_a: retracted .*\n$/);
    expect(JSON.parse((await status('--undo', '1', '--json')).out)).toMatchObject({ key: '10.1_a', entry: { id: 1 } });
    expect(JSON.parse((await status('--json')).out)).toEqual([]);
  });

  it('is told with an answer that was given before', async () => {
    const example = readFileSync(new URL('../../../../docs/examples/answer.json', import.meta.url), 'utf8');
    const answer = Answer.parse(JSON.parse(example));
    const key = answer.claims[0]?.citations[0]?.paper ?? '';
    const corpus = Corpus.open(join(folder, 'data'));
    corpus.answers.put(Answer.parse(JSON.parse(example.replaceAll(key, '10.1_a'))));
    corpus.close();
    const show = (): Promise<Ran> => run(['answers', 'show', answer.id], { ASKG_DATA: join(folder, 'data') });
    expect((await show()).out).not.toContain('when this was answered');
    await status('10.1/a', 'retracted');
    expect((await show()).out).toMatch(
      /^Note: .* is retracted now; it was in good standing when this was answered\.$/m,
    );
  });

  it('reads a feed, and ends with a failure where rows were not understood', async () => {
    const feed = join(folder, 'ours.jsonl');
    writeFileSync(feed, '{"doi":"10.1/a","status":"retracted"}\n{"doi":"10.9/x","status":"corrected"}\n');
    const whole = await status('--feed', feed);
    expect([whole.code, whole.out]).toEqual([
      0,
      'ours: 2 rows read, 2 with something new.\n1 row about papers of the corpus, 1 about other works, 0 without DOI and PubMed id, 0 not understood.\nline 1: 10.1_a\n',
    ]);
    writeFileSync(feed, '{"doi":"10.1/a","status":"retracted"}\n{}\n');
    const broken = await status('--feed', feed, '--source', 'ours', '--json');
    expect(broken.code).toBe(1);
    expect(JSON.parse(broken.out)).toMatchObject({ added: 0, malformed: [{ line: 2 }], matched: [{ isNew: false }] });
    expect((await status()).out).toMatch(/says ours/);
  });

  it.each([
    ['a status that there is not', ['10.1/a', 'gone'], 'cli/wrong-use'],
    ['a date that is none', ['10.1/a', 'retracted', '--date', 'yesterday'], 'cli/wrong-use'],
    ['a day that no calendar has', ['10.1/a', 'retracted', '--date', '2021-02-30'], 'corpus/invalid-status'],
    ['a notice that is no address', ['10.1/a', 'retracted', '--notice', 'see journal'], 'corpus/invalid-status'],
    ['an unknown paper', ['10.1/none', 'retracted'], 'corpus/unknown-paper'],
    ['an unknown number', ['--undo', '7'], 'corpus/unknown-status'],
    ['two things at once', ['10.1/a', 'retracted', '--clear'], 'cli/wrong-use'],
    ['a reason for nothing', ['10.1/a', '--reason', 'Data'], 'cli/wrong-use'],
    ['a feed that is not there', ['--feed', '/nowhere.csv'], 'cli/unreadable'],
    ['a folder as a feed', ['--feed', '.'], 'cli/unreadable'],
  ])('refuses %s with a code', async (_, words, code) => {
    const ran = await status(...words, '--json');
    expect(ran.code).toBe(2);
    expect(Problem.parse(JSON.parse(ran.out)).code).toBe(code);
    expect(JSON.parse((await status('--json')).out)).toEqual([]);
  });
});
