import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Corpus, documentFacts } from '@askg/corpus';
import { documentToNQuads } from '@askg/ddm';
import { OxigraphPool } from '@askg/graph';
import { breadPaper, telescopePaper } from '../testing/test-papers.ts';
import { defaultLexicon } from './default-lexicon.ts';
import { LabelIndexes } from './label-indexes.ts';

let folder: string;
let corpus: Corpus;
let store: OxigraphPool;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'askg-labels-'));
  corpus = Corpus.create(join(folder, 'corpus'), { baseIri: 'http://localhost:3000/id/' });
  await add(telescopePaper);
  store = new OxigraphPool({
    folder: join(folder, 'corpus'),
    feed: corpus,
    now: () => performance.now(),
    engines: 1,
    pollMs: 10,
  });
  await store.start();
}, 60_000);

afterEach(async () => {
  await store.close();
  corpus.close();
  rmSync(folder, { recursive: true, force: true });
});

async function add(paper: typeof telescopePaper): Promise<void> {
  const { digest: source } = corpus.addSource(Buffer.from(paper.title));
  const { format, identifiers } = paper;
  corpus.jobs.enqueue([{ source, path: '/papers/test.xml', format }], 'test');
  const key = corpus.keyFor(identifiers, source);
  const graph = await corpus.writeGraph(
    documentToNQuads({ ...paper, key, digest: source }, { base: corpus.baseIri, key }),
  );
  corpus.commitPaper({
    key,
    source,
    format,
    pipeline: 'test',
    graph,
    facts: documentFacts(paper),
    ms: {},
  });
}

const isLoaded = (commit: number) => store.status().engines.some((engine) => engine.commit >= commit);

describe('The names of a corpus', () => {
  it('hold those of every kind of thing, but no sentences', async () => {
    const { index, isNewest } = await new LabelIndexes(store, defaultLexicon()).current(0);
    expect(isNewest).toBe(true);
    for (const name of ['ada lind', ':lund university', 'telescopes', 'journal of instruments', 'methods', ':argus']) {
      expect([name, index.named(name).length]).toEqual([name, 1]);
    }
    expect(index.hasStem('recycl')).toBe(false);
  });

  it('are read once for a commit, and again when the corpus has moved', async () => {
    const indexes = new LabelIndexes(store, defaultLexicon());
    const first = await indexes.current(0);
    expect((await indexes.current(0)).index).toBe(first.index);
    await add(breadPaper);
    while (!isLoaded(corpus.commitNumber())) await new Promise((resolve) => setTimeout(resolve, 10));
    const next = await indexes.current(10_000);
    expect(next.isNewest).toBe(true);
    expect(next.index.size).toBeGreaterThan(first.index.size);
  });

  it('are those of an earlier commit while the newest are being read', async () => {
    const indexes = new LabelIndexes(store, defaultLexicon());
    const first = await indexes.current(0);
    await add(breadPaper);
    while (!isLoaded(corpus.commitNumber())) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await indexes.current(0)).toEqual({ index: first.index, isNewest: false });
  });
});
