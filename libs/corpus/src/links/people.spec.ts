import { documentToNQuads } from '@askg/ddm';
import { describe, expect, it } from '@jest/globals';
import { openDatabase } from '../catalog/sqlite.ts';
import { documentFacts } from '../commit/document-facts.ts';
import { Corpus } from '../corpus.ts';
import { useCorpora } from '../testing/test-corpus.ts';
import { add, base, clock, type TestPaper } from '../testing/test-paper.ts';
import { join } from 'node:path';
import type { Document } from '@askg/contract';

const corpora = useCorpora();
const place = (key: string, id = 'person1'): string => `${base}paper/${key}/${id}`;
const one: TestPaper = { text: 'one', identifiers: { doi: '10.1/a' }, people: [{ name: 'Wei Wang' }] };
const two: TestPaper = { text: 'two', identifiers: { doi: '10.1/b' }, people: [{ name: 'Wei Wang' }] };

async function filled(): Promise<Corpus> {
  const corpus = corpora.create();
  for (const paper of [one, two]) await add(corpus, paper);
  await corpus.updateLinks();
  return corpus;
}

const sizes = async (corpus: Corpus): Promise<number[]> =>
  (await corpus.people.list()).map(({ places }) => places.length);

describe('the people of a corpus', () => {
  it('are each where a paper names them, under their spellings', async () => {
    const corpus = await filled();
    const [person] = await corpus.people.list();
    expect(person).toEqual({
      iri: `${base}person/10.1_a/person1`,
      name: 'Wei Wang',
      names: [],
      orcids: [],
      places: [{ iri: place('10.1_a'), key: '10.1_a', title: 'one', id: 'person1', name: 'Wei Wang' }],
      matches: [],
    });
    expect(await corpus.people.find(place('10.1_a'))).toEqual(person);
  });

  it('are merged by a decision in one commit, and are two again when it is undone', async () => {
    const corpus = await filled();
    const before = corpus.snapshotDigest().digest;
    const { decision, people, commit } = await corpus.people.merge([place('10.1_a'), place('10.1_b')]);
    expect([decision.id, decision.at, commit]).toEqual([1, clock().toISOString(), corpus.commitNumber()]);
    expect(people.map(({ matches }) => matches)).toEqual([
      [{ places: [place('10.1_a'), place('10.1_b')], evidence: ['decision: 1'] }],
    ]);
    await corpus.people.undo(1);
    expect([await sizes(corpus), corpus.people.decisions()]).toEqual([[1, 1], []]);
    expect(corpus.snapshotDigest().digest).toBe(before);
    const again = await corpus.people.merge([place('10.1_a'), place('10.1_b')]);
    expect(again.decision.id).toBe(2);
  });

  it('stay as decided when a paper is read again, goes and comes back, and when the base moves', async () => {
    const corpus = await filled();
    await corpus.people.merge([place('10.1_a'), place('10.1_b')]);
    const people = [{ name: 'Ann Lindqvist' }, { name: 'Wei Wang' }];
    await add(corpus, { ...two, text: 'two, again', source: 'new', format: 'jats', pipeline: 'p2', people });
    await add(corpus, { ...two, format: 'pdf', people });
    await corpus.updateLinks();
    expect(await sizes(corpus)).toContain(2);
    await corpus.removePaper('10.1_b');
    expect(await sizes(corpus)).toEqual([1]);
    corpus.liftTombstone('10.1_b');
    await add(corpus, two);
    await corpus.updateLinks();
    expect(await sizes(corpus)).toEqual([2]);
    const { folder } = corpus;
    corpus.close();
    const alone = Corpus.open(folder, { exclusive: true, clock });
    await alone.rebase('https://papers.example/');
    expect((await alone.people.list()).map(({ iri }) => iri)).toEqual(['https://papers.example/person/10.1_a/person1']);
    const moved = alone.snapshotDigest().digest;
    await alone.updateLinks();
    expect(alone.snapshotDigest().digest).toBe(moved);
    alone.close();
  });

  it('refuse what names nobody or decides nothing, and change nothing then', async () => {
    const corpus = await filled();
    const coded = (code: string): unknown => expect.objectContaining({ code });
    await expect(corpus.people.find(place('10.1_z'))).rejects.toEqual(coded('corpus/unknown-person'));
    await expect(corpus.people.merge([place('10.1_a'), place('10.1_z')])).rejects.toEqual(
      coded('corpus/unknown-person'),
    );
    await expect(corpus.people.merge([place('10.1_a')])).rejects.toEqual(coded('corpus/nothing-to-decide'));
    await expect(corpus.people.split([place('10.1_a'), place('10.1_b')])).rejects.toEqual(
      coded('corpus/nothing-to-decide'),
    );
    await expect(corpus.people.undo(1)).rejects.toEqual(coded('corpus/unknown-decision'));
    expect([corpus.commitNumber(), corpus.people.decisions()]).toEqual([3, []]);
  });
});

describe('a paper that an earlier version committed', () => {
  const document: Document = {
    schema: 'askg.document/1',
    format: 'jats',
    digest: 'a'.repeat(64),
    title: 'A paper with an author',
    abstract: [],
    identifiers: { doi: '10.1/a' },
    date: { year: 2020 },
    keywords: ['first', 'second'],
    contributors: [{ name: 'Jane Doe', given: 'Jane', family: 'Doe', affiliations: ['Here'], role: 'author' }],
    sections: [],
    figures: [],
    tables: [],
    formulas: [],
    footnotes: [],
    references: [{ id: 'ref1', raw: 'Roe, R. Nothing.', authors: ['Roe, R.'], boxes: [] }],
    findings: [],
  };

  it('has its facts read from its graph, once, and they are those that a commit gives', async () => {
    const corpus = corpora.create();
    const { digest } = corpus.addSource(Buffer.from('x'));
    corpus.jobs.enqueue([{ source: digest, path: '/x', format: 'jats' }], 'p');
    const nquads = documentToNQuads({ ...document, digest }, { base, key: '10.1_a' });
    const graph = await corpus.writeGraph(nquads);
    const facts = documentFacts(document);
    corpus.commitPaper({ key: '10.1_a', source: digest, format: 'jats', pipeline: 'p', graph, facts, ms: {} });
    const catalog = openDatabase(join(corpus.folder, 'catalog.sqlite'), false);
    catalog.exec('UPDATE sources SET linking = NULL, linking_version = NULL');
    await corpus.updateLinks();
    expect((await corpus.people.list()).map(({ name }) => name)).toEqual(['Jane Doe']);
    const kept = catalog.prepare('SELECT linking FROM sources').get()?.['linking'];
    expect(JSON.parse(String(kept))).toEqual(facts.linking);
    catalog.close();
  });
});
