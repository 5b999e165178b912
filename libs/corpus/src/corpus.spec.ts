import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Corpus } from './corpus.ts';
import { Layout } from './files/layout.ts';
import { useCorpora } from './testing/test-corpus.ts';
import { add, base, graphOf, linkingOf } from './testing/test-paper.ts';

const corpora = useCorpora();
const coded = (code: string): unknown => expect.objectContaining({ code });

describe('the folder of a corpus', () => {
  it('keeps its base and id over closing and opening', () => {
    const folder = corpora.folder();
    const made = Corpus.create(folder, { baseIri: 'https://papers.example/kg#', id: 'chosen' });
    made.close();
    made.close();
    const opened = Corpus.open(folder);
    expect([opened.baseIri, opened.id, opened.commitNumber()]).toEqual(['https://papers.example/kg#', 'chosen', 0]);
    opened.close();
  });

  it('gives each corpus an id of its own', () => {
    expect(corpora.create().id).not.toBe(corpora.create().id);
  });

  it('is made in an absent or empty folder, and nowhere else', () => {
    const folder = corpora.folder();
    expect(() => Corpus.open(folder)).toThrow(coded('corpus/not-found'));
    expect(Corpus.exists(folder)).toBe(false);
    mkdirSync(folder);
    Corpus.create(folder, { baseIri: base }).close();
    expect(Corpus.exists(folder)).toBe(true);
    expect(() => Corpus.create(folder, { baseIri: base })).toThrow(coded('corpus/exists'));
    const other = corpora.folder();
    mkdirSync(other);
    writeFileSync(join(other, 'thesis.tex'), '');
    expect(() => Corpus.create(other, { baseIri: base })).toThrow(coded('corpus/not-empty'));
    const file = corpora.folder();
    writeFileSync(file, '');
    expect(() => Corpus.create(file, { baseIri: base })).toThrow(coded('corpus/not-empty'));
  });

  it('is not touched when the base is no base', () => {
    const folder = corpora.folder();
    expect(() => Corpus.create(folder, { baseIri: 'papers' })).toThrow(coded('ddm/invalid-base'));
    expect(existsSync(folder)).toBe(false);
  });

  it('is made anew where an attempt was ended before the catalog had its name', () => {
    const folder = corpora.folder();
    for (const name of ['sources', 'graphs', 'tmp']) mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'tmp', 'half.sqlite'), 'half');
    for (const name of ['lock.sqlite', 'lock.sqlite-journal']) writeFileSync(join(folder, name), '');
    const corpus = Corpus.create(folder, { baseIri: base });
    expect(corpus.papers()).toEqual([]);
    corpus.close();
  });

  it('can be opened for reading only, which refuses to write', async () => {
    const written = corpora.create();
    await add(written, { text: 'one' });
    const reader = Corpus.open(written.folder, { readOnly: true });
    expect(reader.papers()).toEqual(written.papers());
    await expect(reader.removePaper(String(reader.papers()[0]?.key))).rejects.toEqual(coded('corpus/read-only'));
    expect(reader.liftTombstone.bind(reader, 'x')).toThrow(coded('corpus/read-only'));
    reader.close();
    expect(written.papers()).toHaveLength(1);
  });
});

describe('commits', () => {
  it('are numbered from 1 and keep earlier snapshots', async () => {
    const corpus = corpora.create();
    const first = await add(corpus, { text: 'one', identifiers: { doi: '10.1/one' } });
    const second = await add(corpus, { text: 'two', identifiers: { doi: '10.1/two' } });
    const changed = await add(corpus, {
      text: 'one, again',
      identifiers: { doi: '10.1/one' },
      source: 'jats one',
      pipeline: 'p2',
    });
    expect([first, second, changed].map(({ commit, version }) => [commit, version])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
    ]);
    const pointer = ({ key, graph }: { key: string; graph: string }): unknown => ({
      name: corpus.graphName(key),
      digest: graph,
      kind: 'paper',
      key,
    });
    expect(corpus.snapshot()).toEqual({ commit: 3, graphs: [pointer(changed), pointer(second)] });
    expect(corpus.snapshot(2)).toEqual({ commit: 2, graphs: [pointer(first), pointer(second)] });
    expect(corpus.snapshot(0)).toEqual({ commit: 0, graphs: [] });
    expect(() => corpus.snapshot(4)).toThrow(coded('corpus/unknown-commit'));
  });

  it('are told as the last change of each graph', async () => {
    const corpus = corpora.create();
    const { key } = await add(corpus, { text: 'one', source: 'x' });
    const { graph } = await add(corpus, { text: 'one, again', source: 'x', pipeline: 'p2' });
    const gone = await add(corpus, { text: 'two' });
    await corpus.removePaper(gone.key);
    expect(corpus.changesSince(1)).toEqual({
      commit: 4,
      changes: [
        { name: corpus.graphName(key), digest: graph, commit: 2 },
        { name: corpus.graphName(gone.key), digest: null, commit: 4 },
      ],
    });
    expect(corpus.changesSince(4)).toEqual({ commit: 4, changes: [] });
  });

  it('cost nothing where nothing has changed', async () => {
    const corpus = corpora.create();
    await add(corpus, { text: 'one', source: 'x' });
    const again = await add(corpus, { text: 'one', source: 'x', pipeline: 'p2' });
    expect(again).toMatchObject({ commit: 1, version: 1, unchanged: true });
    expect(corpus.commitNumber()).toBe(1);
    expect(corpus.jobs.enqueue([{ source: again.source, path: 'x', format: 'jats' }], 'p2')).toEqual([]);
  });

  it('refuse a graph whose file is not there', async () => {
    const corpus = corpora.create();
    const { key, source, graph } = await add(corpus, { text: 'one' });
    rmSync(new Layout(corpus.folder).graph(graph));
    const facts = { title: 'one', identifiers: {}, findings: [], linking: linkingOf({ text: 'one' }) };
    expect(() => corpus.commitPaper({ key, source, format: 'jats', pipeline: 'p2', graph, facts, ms: {} })).toThrow(
      coded('corpus/missing-graph'),
    );
  });

  it('store a graph that can be read by its digest', async () => {
    const corpus = corpora.create();
    const { key, graph } = await add(corpus, { text: 'Größe 𝒪(n)' });
    expect(await corpus.readGraph(graph)).toBe(graphOf(key, 'Größe 𝒪(n)'));
  });

  it('give equal corpora equal digests, whatever the order', async () => {
    const papers = [
      { text: 'one', identifiers: { doi: '10.1/one' }, cited: [{ id: 'ref1', doi: '10.1/TWO' }] },
      { text: 'two', identifiers: { doi: '10.1/two' } },
      { text: 'two in print', identifiers: { doi: '10.1/two' }, format: 'pdf' as const },
    ];
    const digests = await Promise.all(
      [papers, papers.toReversed()].map(async (ordered) => {
        const corpus = corpora.create();
        for (const paper of ordered) await add(corpus, paper);
        await corpus.updateLinks();
        return corpus.snapshotDigest().digest;
      }),
    );
    expect(digests[0]).toBe(digests[1]);
  });
});
