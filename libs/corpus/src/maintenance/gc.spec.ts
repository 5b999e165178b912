import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, jest } from '@jest/globals';
import { Corpus } from '../corpus.ts';
import { Layout } from '../files/layout.ts';
import { kill, startProcess } from '../testing/start-process.ts';
import { useCorpora } from '../testing/test-corpus.ts';
import { add, base, clock, graphOf, openCorpus } from '../testing/test-paper.ts';
import { rebaseGraph } from './rebase.ts';

// Processes are started and killed, and disks synced: slow on a busy machine.
jest.setTimeout(60_000);
const corpora = useCorpora();
const coded = (code: string): unknown => expect.objectContaining({ code });
const elsewhere = 'https://papers.example/kg#';

async function filled(folder: string): Promise<void> {
  const corpus = openCorpus(folder);
  const identifiers = { doi: '10.1/one' };
  await add(corpus, { text: 'one', identifiers, cited: [{ id: 'ref1', doi: '10.1/two' }], source: 'x' });
  await add(corpus, {
    text: 'one, again',
    identifiers,
    cited: [{ id: 'ref1', doi: '10.1/two' }],
    source: 'x',
    pipeline: 'p2',
  });
  await add(corpus, { text: 'print', identifiers, format: 'pdf' });
  await add(corpus, { text: 'two', identifiers: { doi: '10.1/two' } });
  await add(corpus, { text: 'three', identifiers: { doi: '10.1/three' } });
  await corpus.updateLinks();
  await corpus.removePaper('10.1/three');
  corpus.close();
}

function alone(folder: string): Corpus {
  return Corpus.open(folder, { exclusive: true, clock });
}

async function expectWhole(corpus: Corpus): Promise<void> {
  for await (const { faults } of corpus.verify()) {
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  }
}

describe('gc', () => {
  it('deletes what nothing names any more, and nothing else', async () => {
    const folder = corpora.folder();
    await filled(folder);
    writeFileSync(join(folder, 'tmp', 'half'), 'half');
    const corpus = alone(folder);
    const { digest, commit } = corpus.snapshotDigest();
    // Gone: the first graph of one, that of three, three's source, and the leaving.
    const report = corpus.gc();
    expect(report.files).toBe(4);
    expect(report.bytes).toBeGreaterThan(4);
    expect(corpus.snapshotDigest()).toMatchObject({ digest, commit });
    expect(readdirSync(join(folder, 'sources'))).toHaveLength(3);
    expect(readdirSync(join(folder, 'graphs'))).toHaveLength(4);
    for await (const { faults } of corpus.verify()) expect(faults).toEqual([]);
    expect(corpus.gc()).toEqual({ files: 0, bytes: 0 });
    expect(() => corpus.snapshot(commit - 1)).toThrow(coded('corpus/unknown-commit'));
    expect(corpus.paper('10.1/three')?.state).toBe('removed');
    corpus.close();
  });

  it('keeps a source that waits to be read', async () => {
    const folder = corpora.folder();
    const corpus = openCorpus(folder);
    const { digest } = corpus.addSource(Buffer.from('waits'));
    corpus.jobs.enqueue([{ source: digest, path: 'p', format: 'pdf' }], 'p1');
    corpus.close();
    const later = alone(folder);
    expect(later.gc().files).toBe(0);
    expect((await later.readSource(digest)).toString()).toBe('waits');
    later.close();
  });

  it('leaves a whole corpus when it is killed', async () => {
    const folder = corpora.folder();
    openCorpus(folder).close();
    for (let round = 0; round < 4; round++) {
      const child = await startProcess('gc', folder);
      await setTimeout(round * 3);
      await kill(child);
      const corpus = alone(folder);
      await expectWhole(corpus);
      corpus.gc();
      for await (const { faults } of corpus.verify()) expect(faults).toEqual([]);
      corpus.close();
    }
  });
});

describe('rebase', () => {
  it('moves every IRI, and back again to the same digests', async () => {
    const folder = corpora.folder();
    await filled(folder);
    const corpus = alone(folder);
    const before = corpus.snapshotDigest();
    const links = corpus.snapshot().graphs.find(({ kind }) => kind === 'links');
    expect(links).toBeDefined();
    expect(await corpus.rebase(elsewhere)).toBe(3);
    expect(corpus.baseIri).toBe(elsewhere);
    expect(corpus.commitNumber()).toBe(before.commit + 1);
    expect(corpus.snapshot().graphs.map(({ name }) => name.startsWith(elsewhere))).toEqual([true, true, true]);
    expect(await corpus.updateLinks()).toMatchObject({ unchanged: true });
    const text = await corpus.readGraph(corpus.paper('10.1/one')?.graphDigest ?? '');
    expect(text).not.toContain(base);
    const names = corpus.changesSince(before.commit).changes;
    expect(names.filter(({ digest }) => digest === null)).toHaveLength(3);
    expect(await corpus.rebase(base)).toBe(3);
    expect(corpus.snapshotDigest()).toEqual({ ...before, commit: before.commit + 2 });
    expect(corpus.snapshot(before.commit).graphs).toEqual(corpus.snapshot().graphs);
    await expectWhole(corpus);
    corpus.close();
  });

  it('gives what reading under the new base gives', async () => {
    const [moved, made] = [corpora.folder(), corpora.create({ baseIri: elsewhere })];
    const papers = [
      { text: 'one', identifiers: { doi: '10.1/one' }, cited: [{ id: 'ref1', doi: '10.1/two' }] },
      { text: 'two', identifiers: { doi: '10.1/two' } },
    ];
    const first = openCorpus(moved);
    for (const paper of papers) {
      await add(first, paper);
      await add(made, paper);
    }
    await first.updateLinks();
    await made.updateLinks();
    first.close();
    const corpus = alone(moved);
    await corpus.rebase(elsewhere);
    expect(corpus.snapshotDigest().digest).toBe(made.snapshotDigest().digest);
    corpus.close();
  });

  it('moves the graphs of lesser sources too, which may stand one day', async () => {
    const folder = corpora.folder();
    await filled(folder);
    const corpus = alone(folder);
    await corpus.rebase(elsewhere);
    await add(corpus, { text: 'of two', source: 'x', pipeline: 'p3', identifiers: { doi: '10.1/two' } });
    expect(corpus.paper('10.1/one')).toMatchObject({ title: 'print', format: 'pdf' });
    const text = await corpus.readGraph(corpus.paper('10.1/one')?.graphDigest ?? '');
    expect(text).toBe(graphOf('10.1_one', 'print', elsewhere));
    corpus.close();
  });

  it('to the same base or to none changes nothing', async () => {
    const folder = corpora.folder();
    await filled(folder);
    const corpus = alone(folder);
    const before = corpus.snapshotDigest();
    expect(await corpus.rebase(base)).toBe(0);
    await expect(corpus.rebase('nowhere')).rejects.toEqual(coded('ddm/invalid-base'));
    expect(corpus.snapshotDigest()).toEqual(before);
    corpus.close();
  });

  it('that cannot read every graph changes nothing', async () => {
    const folder = corpora.folder();
    await filled(folder);
    const corpus = alone(folder);
    const before = corpus.snapshotDigest();
    rmSync(new Layout(folder).graph(corpus.paper('10.1/two')?.graphDigest ?? ''));
    await expect(corpus.rebase(elsewhere)).rejects.toEqual(coded('corpus/missing-graph'));
    expect([corpus.snapshotDigest(), corpus.baseIri]).toEqual([before, base]);
    corpus.close();
  });

  it('leaves a whole corpus under one of both bases when it is killed', async () => {
    const folder = corpora.folder();
    await filled(folder);
    for (let round = 0; round < 4; round++) {
      const child = await startProcess('rebase', folder);
      await setTimeout(round * 7);
      await kill(child);
      const corpus = alone(folder);
      expect(corpus.snapshot().graphs).toHaveLength(3);
      for (const { name } of corpus.snapshot().graphs) expect(name.startsWith(corpus.baseIri)).toBe(true);
      await expectWhole(corpus);
      corpus.close();
    }
  });

  it('moves resources of the corpus, and no other IRI nor any text', () => {
    const line = (object: string, at: string): string =>
      `<${at}paper/10.1_a> <http://purl.org/dc/terms/relation> ${object} <${at}graph/10.1_a> .\n`;
    for (const object of [
      `"see <${base}paper/10.1_b> <${base}graph/10.1_a> ."`,
      `<${base}about.html>`,
      '<https://example.org/x>',
      `"1"^^<http://www.w3.org/2001/XMLSchema#integer>`,
    ]) {
      expect(rebaseGraph(line(object, base), base, elsewhere)).toBe(line(object, elsewhere));
    }
    expect(rebaseGraph(line(`<${base}source/00>`, base), base, elsewhere)).toBe(
      line(`<${elsewhere}source/00>`, elsewhere),
    );
    expect(rebaseGraph('', base, elsewhere)).toBe('');
  });
});
