import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Question } from '@askg/contract';
import { openPassageIndex, type OpenSearchSettings, type PassageHit, Retriever, searchableText } from '@askg/retrieval';
import { describeKilledIndexer } from '../../libs/retrieval/src/testing/killed-indexer-suite.ts';
import { describePassageIndex } from '../../libs/retrieval/src/testing/passage-index-suite.ts';
import { useLibraries } from '../../libs/retrieval/src/testing/test-library.ts';
import { freePort } from '../../scripts/services/free-port.ts';
import { opensearch as service } from '../../scripts/services/opensearch.ts';
import type { RunningService } from '../../scripts/services/service.ts';
import { demoVectors, cachedEmbedder } from './opensearch/demo-vectors.ts';
import { close, type Indexed, indexTwice, overlapAt10 } from './opensearch/two-indices.ts';
import { whereServicesRun } from './where-services-run.ts';

jest.setTimeout(600_000);

whereServicesRun(service)('passages in OpenSearch', () => {
  let folder: string;
  let port: number;
  let server: RunningService;
  let indices = 0;

  const startServer = (): Promise<RunningService> => service.start({ folder, port });
  const newServer = (): OpenSearchSettings => ({
    nodes: [`http://127.0.0.1:${port}`],
    index: `askg-${++indices}`,
    shards: 2,
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'askg-opensearch-'));
    port = await freePort();
    server = await startServer();
  });

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  describePassageIndex(useLibraries(newServer));
  describeKilledIndexer(useLibraries(newServer));

  describe('beside the index in the folder, over the demo papers', () => {
    const { model } = cachedEmbedder;
    const file = join(import.meta.dirname, '..', '..', 'demo', 'questions.json');
    const questions = (JSON.parse(readFileSync(file, 'utf8')) as unknown[])
      .map((each) => Question.parse(each))
      .filter(({ id }) => id.startsWith('dev-'))
      .map(({ question }) => question);
    let papers: string;
    let here: Indexed;
    let there: Indexed;

    beforeAll(async () => {
      papers = await mkdtemp(join(tmpdir(), 'askg-demo-'));
      ({ here, there } = await indexTwice(papers, newServer()));
    });

    afterAll(async () => {
      await close(here);
      await close(there);
      await rm(papers, { recursive: true });
    });

    async function both(search: (index: Indexed) => Promise<PassageHit[]>): Promise<[PassageHit[], PassageHit[]]> {
      return [await search(here), await search(there)];
    }

    /** Vectors of passages of the demo, one in so many. */
    async function someVectors(every: number): Promise<Float32Array[]> {
      const hits = await here.index.searchWords('research data software method', { limit: 400 });
      return hits.flatMap(({ passage }, i) =>
        i % every === 0 ? (demoVectors.get(model, searchableText(passage)) ?? []) : [],
      );
    }

    it('holds the same passages and vectors', async () => {
      const counts = await there.index.counts(model);
      expect(counts).toEqual(await here.index.counts(model));
      expect(counts.passages).toBeGreaterThan(400);
      expect(counts.vectors).toBe(counts.passages);
    });

    it('finds the same by words', async () => {
      const pairs: [PassageHit[], PassageHit[]][] = [];
      for (const words of questions) pairs.push(await both(({ index }) => index.searchWords(words, { limit: 10 })));
      expect(overlapAt10(pairs)).toBeGreaterThan(0.95);
      const firsts = pairs.filter(([a, b]) => a[0]?.passage.iri === b[0]?.passage.iri);
      expect(firsts.length / pairs.length).toBeGreaterThan(0.9);
    });

    it('finds the same by vectors, with the same cosines', async () => {
      const pairs: [PassageHit[], PassageHit[]][] = [];
      for (const vector of await someVectors(6)) {
        pairs.push(await both(({ index }) => index.searchVector(model, vector, { limit: 10 })));
      }
      expect(pairs.length).toBeGreaterThan(30);
      expect(overlapAt10(pairs)).toBeGreaterThan(0.99);
      for (const [a, b] of pairs) expect(b[0]?.score).toBeCloseTo(a[0]?.score ?? 0, 4);
    });

    it('keeps to filters as the other does', async () => {
      const [some] = await both(({ index }) => index.searchWords('data', { limit: 10 }));
      const filter = { papers: new Set(some.slice(0, 4).map(({ passage }) => passage.paper)), years: { from: 2019 } };
      const pairs: [PassageHit[], PassageHit[]][] = [];
      for (const words of questions.slice(0, 20)) {
        pairs.push(await both(({ index }) => index.searchWords(words, { limit: 10, filter })));
      }
      for (const vector of await someVectors(40)) {
        pairs.push(await both(({ index }) => index.searchVector(model, vector, { limit: 10, filter })));
      }
      expect(overlapAt10(pairs)).toBeGreaterThan(0.95);
      for (const [, found] of pairs) {
        expect(found.every(({ passage }) => filter.papers.has(passage.paper) && (passage.year ?? 0) >= 2019)).toBe(
          true,
        );
      }
    });

    it('makes the same terms', async () => {
      expect(await there.index.terms(questions)).toEqual(await here.index.terms(questions));
    });

    it('loses a paper that the corpus loses, words and vectors', async () => {
      const [vector = new Float32Array()] = await someVectors(400);
      const search = async ({ index }: Indexed) => [
        ...(await index.searchWords('data', { limit: 50 })),
        ...(await index.searchVector(model, vector, { limit: 50 })),
      ];
      const key = (await search(there))[0]?.passage.paper ?? '';
      for (const { corpus, indexer } of [here, there]) {
        await corpus.removePaper(key);
        await indexer.catchUp();
      }
      const [a, b] = await both(search);
      expect(b.map(({ passage }) => passage.paper)).not.toContain(key);
      expect(overlapAt10([[a, b]])).toBeGreaterThan(0.8);
      expect(await there.index.counts(model)).toEqual(await here.index.counts(model));
    });

    it('says that the server is down, and goes on when it is back', async () => {
      const index = await openPassageIndex(there.corpus.folder, { ...newServer(), index: 'askg-none' });
      expect(await index.searchWords('data', { limit: 1 })).toEqual([]);
      const before = await there.index.searchWords('data', { limit: 10 });
      await server.stop('SIGKILL');
      const retriever = new Retriever({ index: there.index, withoutEmbedder: 'Not asked for.' });
      const down = expect.objectContaining({ code: 'retrieval/unreachable' });
      await expect(retriever.retrieve('data', { limit: 1 })).rejects.toEqual(down);
      await expect(there.index.counts()).rejects.toEqual(down);
      const [, key = ''] = there.corpus.papers().map((paper) => paper.key);
      await there.corpus.removePaper(key);
      await expect(there.indexer.catchUp()).rejects.toEqual(down);
      server = await startServer();
      expect((await there.indexer.catchUp()).removed).toBe(1);
      const after = await there.index.searchWords('data', { limit: 10 });
      expect(after.map(({ passage }) => passage.paper)).not.toContain(key);
      expect(overlapAt10([[before.filter(({ passage }) => passage.paper !== key), after]])).toBeGreaterThan(0.8);
    });
  });
});
