import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ddm, parseQuads } from '@askg/ddm';
import { Corpus } from '../corpus.ts';
import { createCatalog, openCatalog } from '../catalog/open-catalog.ts';
import { migrations } from '../catalog/migrations.ts';
import { openDatabase } from '../catalog/sqlite.ts';
import { restore } from '../maintenance/restore.ts';
import { useCorpora } from '../testing/test-corpus.ts';
import { add, base, clock } from '../testing/test-paper.ts';

const corpora = useCorpora();
const coded = (code: string): unknown => expect.objectContaining({ code });
const at = clock().toISOString();

async function statusGraph(corpus: Corpus, key: string): Promise<string[]> {
  const graph = corpus.snapshot().graphs.find(({ name }) => name === `${corpus.baseIri}graph/status/${key}`);
  if (!graph) return [];
  return parseQuads(await corpus.readGraph(graph.digest), 'application/n-quads').map(
    ({ subject, predicate, object }) =>
      `${subject.value.slice(corpus.baseIri.length)} ${predicate.value.replace(ddm.publicationStatus.replace('publicationStatus', ''), '')} ${object.value}`,
  );
}

const twoPapers = async (): Promise<Corpus> => {
  const corpus = corpora.create();
  await add(corpus, {
    text: 'citing',
    identifiers: { doi: '10.1/a' },
    cited: [
      { id: 'ref1', doi: '10.1/B' },
      { id: 'ref2', doi: '10.1/elsewhere' },
    ],
  });
  await add(corpus, { text: 'cited', identifiers: { doi: '10.1/b' } });
  await corpus.updateLinks();
  return corpus;
};

describe('the status of a paper', () => {
  it('is said by hand, shown with the paper, and taken back', async () => {
    const corpus = await twoPapers();
    const said = { status: 'retracted', date: '2021-03-04', reason: ' Data ', notice: '10.1/N' } as const;
    const { key, status, entry, commit } = await corpus.statuses.set('doi:10.1/B', said);
    expect([key, status]).toEqual([
      '10.1_b',
      {
        status: 'retracted',
        date: '2021-03-04',
        reason: 'Data',
        notice: 'https://doi.org/10.1/n',
        source: 'by hand',
        recorded: at,
      },
    ]);
    expect(commit).toBe(corpus.commitNumber());
    expect(corpus.paper(key)?.status).toEqual(status);
    expect(corpus.papers().map((paper) => paper.status?.status)).toEqual([undefined, 'retracted']);
    expect([...corpus.statuses.standing().keys()]).toEqual([key]);
    expect(await corpus.statuses.undo(entry.id)).toMatchObject({ key, entry: { id: entry.id } });
    expect(corpus.paper(key)).not.toHaveProperty('status');
    expect(corpus.statuses.history(key)).toEqual([]);
    expect(await statusGraph(corpus, key)).toEqual([]);
  });

  it('stands in a graph of its own, and in that of a paper that cites it', async () => {
    const corpus = await twoPapers();
    await corpus.statuses.set('10.1/b', { status: 'expression-of-concern', date: '2021-03', notice: '10.1/n' });
    const lines = (work: string): string[] => [
      `paper/${work} publicationStatus ${ddm['status-expression-of-concern']}`,
      `paper/${work} statusDate 2021-03`,
      `paper/${work} statusNotice https://doi.org/10.1/n`,
      `paper/${work} statusSource by hand`,
      `paper/${work} statusYear 2021`,
    ];
    expect(await statusGraph(corpus, '10.1_b')).toEqual(lines('10.1_b'));
    expect(await statusGraph(corpus, '10.1_a')).toEqual(lines('10.1_a/ref1'));
    expect(await corpus.statuses.citedBy('10.1_a')).toEqual(
      new Map([
        [
          'ref1',
          { status: 'expression-of-concern', date: '2021-03', notice: 'https://doi.org/10.1/n', source: 'by hand' },
        ],
      ]),
    );
    expect(await corpus.statuses.citedBy('10.1_b')).toEqual(new Map());
  });

  it('is known of works that are only cited, and of papers that come later', async () => {
    const corpus = await twoPapers();
    const said = { status: 'retracted' } as const;
    expect(corpus.statuses.record([{ works: ['doi:10.1/elsewhere', 'pmid:7'], said }], 'feed')).toEqual([
      { isNew: true },
    ]);
    await corpus.statuses.follow('feed');
    expect([...(await corpus.statuses.citedBy('10.1_a')).keys()]).toEqual(['ref2']);
    const { key } = await add(corpus, { text: 'late', identifiers: { doi: '10.1/late', pmid: '7' } });
    expect(corpus.paper(key)?.status).toMatchObject({ status: 'retracted', source: 'feed' });
  });

  it('is suggested by the title, as a finding, until somebody says otherwise', async () => {
    const corpus = corpora.create();
    const { key } = await add(corpus, { text: 'RETRACTED: A study', identifiers: { doi: '10.1/a' } });
    expect(corpus.paper(key)).toMatchObject({
      status: { status: 'retracted', source: 'document' },
      findings: [{ code: 'corpus/status-by-document', severity: 'warning' }],
    });
    await corpus.updateLinks();
    expect(await statusGraph(corpus, key)).toContain(`paper/${key} statusSource document`);
    await corpus.statuses.set(key, { status: 'none' });
    expect(corpus.paper(key)).not.toHaveProperty('status');
    expect(corpus.paper(key)?.findings).toEqual([]);
    expect(await statusGraph(corpus, key)).toEqual([]);
  });

  it('is suggested by a notice that was read, and goes with it', async () => {
    const corpus = await twoPapers();
    const notices = [{ status: 'retracted', doi: '10.1/b' }] as const;
    const notice = await add(corpus, {
      text: 'Retraction: cited',
      identifiers: { doi: '10.1/n' },
      notices: [...notices],
    });
    await corpus.updateLinks();
    expect(corpus.paper('10.1/b')).toMatchObject({
      status: { status: 'retracted', source: 'document', notice: 'https://doi.org/10.1/n' },
      findings: [{ code: 'corpus/status-by-document' }],
    });
    expect([...(await corpus.statuses.citedBy('10.1_a')).keys()]).toEqual(['ref1']);
    const [entry] = corpus.statuses.history('10.1_b');
    await expect(corpus.statuses.undo(entry?.id ?? 0)).rejects.toEqual(coded('corpus/unknown-status'));
    await corpus.statuses.set('10.1/b', { status: 'none' });
    await add(corpus, {
      text: 'Retraction: cited',
      identifiers: { doi: '10.1/n' },
      notices: [...notices],
      pipeline: 'p2',
    });
    expect(corpus.paper('10.1/b')).not.toHaveProperty('status');
    await corpus.statuses.undo(corpus.statuses.history('10.1_b').at(-1)?.id ?? 0);
    expect(corpus.paper('10.1/b')?.status?.source).toBe('document');
    await corpus.removePaper(notice.key);
    expect(corpus.paper('10.1/b')).not.toHaveProperty('status');
    expect(await statusGraph(corpus, '10.1_a')).toEqual([]);
  });

  it('stays when the paper is read again, joins another, is removed and comes back', async () => {
    const corpus = corpora.create();
    const { key } = await add(corpus, { text: 'one', source: 'x' });
    await corpus.statuses.set(key, { status: 'retracted' });
    await add(corpus, { text: 'one again', source: 'x', pipeline: 'p2' });
    expect(corpus.paper(key)?.status?.status).toBe('retracted');
    const other = await add(corpus, { text: 'other', identifiers: { doi: '10.1/o' } });
    await add(corpus, { text: 'one', source: 'x', pipeline: 'p3', identifiers: { doi: '10.1/o' } });
    expect(corpus.paper(other.key)?.status?.status).toBe('retracted');
    await corpus.removePaper(other.key);
    expect(corpus.snapshot().graphs).toEqual([]);
    corpus.liftTombstone(other.key);
    await add(corpus, { text: 'other', identifiers: { doi: '10.1/o' } });
    expect(corpus.paper(other.key)?.status?.status).toBe('retracted');
  });

  it('survives backup, restore and a move to another base', async () => {
    const corpus = await twoPapers();
    const { status } = await corpus.statuses.set('10.1/b', { status: 'withdrawn', notice: 'https://example.org/n' });
    const target = corpora.folder();
    await corpus.backup(target);
    const folder = corpora.folder();
    await restore(target, folder);
    const alone = Corpus.open(folder, { exclusive: true, clock });
    await alone.rebase('https://papers.example/id/');
    expect(alone.paper('10.1/b')?.status).toEqual(status);
    expect(await statusGraph(alone, '10.1_a')).toContain('paper/10.1_a/ref1 statusNotice https://example.org/n');
    expect(await alone.updateLinks()).toMatchObject({ unchanged: true });
    for await (const { faults } of alone.verify()) {
      expect(faults.filter(({ severity }) => severity !== 'info')).toEqual([]);
    }
    alone.close();
  });

  it('may be read with the papers of a collection', async () => {
    const corpus = await twoPapers();
    corpus.collections.add('some', ['10.1/a']);
    const id = corpus.collections.requireId('some');
    expect([...corpus.collections.holdings([id]).graphs]).toEqual([`${base}graph/10.1_a`]);
    await corpus.statuses.set('10.1/b', { status: 'retracted' });
    expect([...corpus.collections.holdings([id]).graphs]).toEqual([
      `${base}graph/10.1_a`,
      `${base}graph/status/10.1_a`,
    ]);
  });

  it.each([
    ['a paper that is not there', '10.1/none', { status: 'retracted' }, 'corpus/unknown-paper'],
    ['a day that no calendar has', '10.1/b', { status: 'retracted', date: '2021-02-30' }, 'corpus/invalid-status'],
    [
      'a notice that is no address',
      '10.1/b',
      { status: 'retracted', notice: 'javascript:alert(1)' },
      'corpus/invalid-status',
    ],
  ] as const)('is refused for %s, and nothing is kept', async (_, name, said, code) => {
    const corpus = await twoPapers();
    const before = corpus.commitNumber();
    await expect(corpus.statuses.set(name, said)).rejects.toEqual(coded(code));
    expect([corpus.commitNumber(), corpus.statuses.history('10.1_b')]).toEqual([before, []]);
  });

  it('is refused for a removed paper, and cannot be taken back twice', async () => {
    const corpus = await twoPapers();
    const { entry } = await corpus.statuses.set('10.1/a', { status: 'corrected' });
    await corpus.statuses.undo(entry.id);
    await expect(corpus.statuses.undo(entry.id)).rejects.toEqual(coded('corpus/unknown-status'));
    await corpus.removePaper('10.1/b');
    await expect(corpus.statuses.set('10.1/b', { status: 'retracted' })).rejects.toEqual(coded('corpus/removed'));
  });

  it('keeps a graph whole, whatever characters the notice and the reason hold', async () => {
    const corpus = await twoPapers();
    const notice = 'https://example.org/a|b?q="<x>"^`{}';
    await corpus.statuses.set('10.1/b', { status: 'retracted', notice, reason: 'It "failed"\n\\ <b>' });
    const graph = await statusGraph(corpus, '10.1_b');
    expect(graph).toContain('paper/10.1_b statusReason It "failed" \\ <b>');
    expect(graph).toContain('paper/10.1_b statusNotice https://example.org/a%7Cb?q=%22%3Cx%3E%22%5E%60%7B%7D');
  });
});

describe('a catalog of version 7', () => {
  it('is upgraded with what it holds', () => {
    const path = join(corpora.folder(), '..', 'catalog.sqlite');
    createCatalog(path, { base_iri: base, id: 'x' }, migrations.slice(0, 7));
    const before = openDatabase(path, false);
    before.exec("INSERT INTO papers (key) VALUES ('10.1_a'); INSERT INTO aliases VALUES ('key:10.1_a', '10.1_a')");
    before.close();
    const catalog = openCatalog(path, false);
    expect(catalog.prepare('SELECT key FROM aliases').all()).toEqual([{ key: '10.1_a' }]);
    expect(catalog.prepare('SELECT count(*) AS n FROM statuses').get()).toEqual({ n: 0 });
    catalog.close();
  });
});
