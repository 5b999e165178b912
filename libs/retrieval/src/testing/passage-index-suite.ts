import { describe, expect, it } from '@jest/globals';
import { FakeEmbedder } from './fake-embedder.ts';
import type { TestLibrary } from './test-library.ts';

const byText = (a: string, b: string): number => (a < b ? -1 : 1);
const coded = (code: string): unknown => expect.objectContaining({ code });
const found = async (library: TestLibrary, words: string, filter = {}) =>
  (await library.reader().searchWords(words, { limit: 10, filter })).map(({ passage }) => passage.paper);

/** What every passage index does, wherever it is kept. */
export function describePassageIndex(newLibrary: () => TestLibrary): void {
  describe('searching by words', () => {
    it('finds other forms of a word, in the text, the title and the headings', async () => {
      const library = newLibrary();
      await library.add('10.1/a', ['The foxes were running.'], { title: 'Jumping animals' });
      await library.add('10.1/b', ['Nothing of the kind.']);
      await (await library.indexer()).catchUp();
      expect(await found(library, 'fox run')).toEqual(['10.1_a']);
      expect(await found(library, 'jumps')).toEqual(['10.1_a']);
      expect((await found(library, 'finding')).toSorted()).toEqual(['10.1_a', '10.1_b']);
    });

    it('counts a word as often as the question says it', async () => {
      const library = newLibrary();
      await library.add('10.1/a', ['A graph of knowledge.']);
      await (await library.indexer()).catchUp();
      const score = async (words: string): Promise<number> =>
        (await library.reader().searchWords(words, { limit: 1 }))[0]?.score ?? 0;
      expect(await score('graph Graphs')).toBeCloseTo(2 * (await score('graph')), 4);
    });

    it('gives the passage back as it was cut', async () => {
      const library = newLibrary();
      await library.add('10.1/a', ['First 𝒯rees.', 'Second trees.'], { date: { year: 2021 } });
      await (await library.indexer()).catchUp();
      const [hit] = await library.reader().searchWords('trees', { limit: 1 });
      expect(hit?.passage).toEqual({
        iri: 'http://localhost:3000/id/paper/10.1_a/s1/p1/t1',
        ordinal: 0,
        paper: '10.1_a',
        graphDigest: library.corpus.paper('10.1_a')?.graphDigest,
        title: 'Paper 10.1/a',
        section: 'Findings',
        role: 'result',
        year: 2021,
        kind: 'text',
        text: 'First 𝒯rees. Second trees.',
        units: [
          { iri: 'http://localhost:3000/id/paper/10.1_a/s1/p1/t1', start: 0, end: 12 },
          { iri: 'http://localhost:3000/id/paper/10.1_a/s1/p2/t1', start: 13, end: 26 },
        ],
      });
      expect(await library.reader().passages([hit?.passage.iri ?? '', 'http://nowhere'])).toEqual([hit?.passage]);
    });

    it.each([
      ['nothing', ''],
      ['blanks', ' \n\t '],
      ['stop words', 'the of and'],
      ['operators', 'graph AND (OR NOT + - * ~2 ^3 title:x'],
      ['a quote left open', '"graph'],
      ['SQL', "graph'; DROP TABLE passages; --"],
      ['control characters', 'graph\u0000\u0007'],
      ['an emoji', 'graph 🌳👩‍🔬'],
      ['another script', 'что такое граф знаний 知识图谱'],
      ['20,000 characters', 'graph words of a page that somebody pasted '.repeat(500)],
      ['JSON of the engine', '{"match":{"query":"graph"}}'],
    ])('takes %s as words', async (_, words) => {
      const library = newLibrary();
      await library.add('10.1/a', ['A graph of knowledge.']);
      await (await library.indexer()).catchUp();
      expect(await found(library, words)).toEqual(words.includes('graph') ? ['10.1_a'] : []);
      expect(await found(library, 'knowledge')).toEqual(['10.1_a']);
    });

    it('keeps to papers, roles and years, hostile ones too', async () => {
      const library = newLibrary();
      await library.add('10.1/a', ['A graph.'], { date: { year: 2019 } });
      await library.add('10.1/b', ['A graph.'], { date: { year: 2021 } });
      await library.add('10.1/c', ['A graph.']);
      await (await library.indexer()).catchUp();
      const keep = async (filter: object) => (await found(library, 'graph', filter)).toSorted();
      expect(await keep({ papers: new Set(['10.1_a', '10.1_c']) })).toEqual(['10.1_a', '10.1_c']);
      expect(await keep({ papers: new Set() })).toEqual([]);
      expect(await keep({ papers: new Set(["x') OR true --"]) })).toEqual([]);
      expect(await keep({ years: { from: 2020 } })).toEqual(['10.1_b']);
      expect(await keep({ years: { from: 2019, to: 2019 } })).toEqual(['10.1_a']);
      expect(await keep({ years: { from: NaN, to: Infinity } })).toEqual(['10.1_a', '10.1_b']);
      expect(await keep({ roles: new Set(['result']) })).toEqual(['10.1_a', '10.1_b', '10.1_c']);
      expect(await keep({ roles: new Set(['method']) })).toEqual([]);
    });

    it('keeps to passages that hold one of some sentences, in both searches', async () => {
      const library = newLibrary();
      const embedder = new FakeEmbedder();
      const long = (word: string) => Array.from({ length: 150 }, () => word).join(' ');
      await library.add('10.1/a', [`A graph. ${long('node')}`, `A graph. ${long('edge')}`]);
      await library.add('10.1/b', ['A graph.']);
      const indexer = await library.indexer(embedder);
      await indexer.catchUp();
      await indexer.embedPending();
      const reader = library.reader();
      const [vector = new Float32Array()] = await embedder.embed('query', ['graph']);
      const keep = async (units: ReadonlyMap<string, ReadonlySet<string>>, more = {}) => {
        const options = { limit: 10, filter: { units, ...more } };
        const hits = [
          await reader.searchWords('graph', options),
          await reader.searchVector(embedder.model, vector, options),
        ];
        return hits.map((each) => each.map(({ passage }) => passage.text.split(' ').at(-1) ?? '').toSorted(byText));
      };
      const unit = (paper: string, path: string) => `http://localhost:3000/id/paper/${paper}/${path}`;
      const edges = unit('10.1_a', 's1/p2/t1');
      expect(await keep(new Map([['10.1_a', new Set([edges])]]))).toEqual([['edge'], ['edge']]);
      const both = new Map([
        ['10.1_a', new Set([edges])],
        ['10.1_b', new Set([unit('10.1_b', 's1/p1/t1')])],
      ]);
      expect(await keep(both)).toEqual([
        ['edge', 'graph.'],
        ['edge', 'graph.'],
      ]);
      expect(await keep(both, { papers: new Set(['10.1_b']) })).toEqual([['graph.'], ['graph.']]);
      expect(await keep(new Map())).toEqual([[], []]);
      expect(await keep(new Map([["x') OR true --", new Set([edges])]]))).toEqual([[], []]);
      expect(await keep(new Map([['10.1_b', new Set([edges])]]))).toEqual([[], []]);
    });

    it('finds nothing before there is an index', async () => {
      const library = newLibrary();
      expect(await found(library, 'graph')).toEqual([]);
      expect(await library.reader().counts(new FakeEmbedder().model)).toEqual({ passages: 0, vectors: 0 });
      expect(await library.reader().passages(['http://x/y'])).toEqual([]);
    });

    it('ends at once when it is cancelled', async () => {
      const library = newLibrary();
      await library.add('10.1/a', ['A graph.']);
      await (await library.indexer()).catchUp();
      const search = library.reader().searchWords('graph', { limit: 1, signal: AbortSignal.abort() });
      await expect(search).rejects.toThrow(coded('retrieval/cancelled'));
    });
  });

  describe('searching by vectors', () => {
    it('finds what means the same in other words, nearest first', async () => {
      const library = newLibrary();
      const embedder = new FakeEmbedder();
      await library.add('10.1/a', ['A vehicle.']);
      await library.add('10.1/b', ['A flower that grows in the garden of a house.']);
      const indexer = await library.indexer(embedder);
      await indexer.catchUp();
      await indexer.embedPending();
      const [vector = new Float32Array()] = await embedder.embed('query', ['car']);
      const hits = await library.reader().searchVector(embedder.model, vector, { limit: 5 });
      expect(hits.map(({ passage }) => passage.paper)).toEqual(['10.1_a', '10.1_b']);
      expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? 1);
      const filter = { papers: new Set(['10.1_b']) };
      const filtered = await library.reader().searchVector(embedder.model, vector, { limit: 5, filter });
      expect(filtered.map(({ passage }) => passage.paper)).toEqual(['10.1_b']);
      // The score is the cosine itself.
      const [text = new Float32Array()] = await embedder.embed('passage', [
        'Paper 10.1/b\nFindings\nA flower that grows in the garden of a house.',
      ]);
      expect(filtered[0]?.score).toBeCloseTo(
        text.reduce((sum, x, i) => sum + x * (vector[i] ?? 0), 0),
        5,
      );
    });

    it('refuses vectors of another length or without numbers, and knows nothing of other models', async () => {
      const library = newLibrary();
      const embedder = new FakeEmbedder();
      await library.add('10.1/a', ['A vehicle.']);
      const indexer = await library.indexer(embedder);
      await indexer.catchUp();
      await indexer.embedPending();
      const reader = library.reader();
      const wrong = coded('retrieval/wrong-vector');
      await expect(reader.searchVector(embedder.model, new Float32Array(3), { limit: 5 })).rejects.toThrow(wrong);
      await expect(reader.searchVector(embedder.model, new Float32Array(32).fill(NaN), { limit: 5 })).rejects.toThrow(
        wrong,
      );
      const other = new FakeEmbedder({ digest: 'f'.repeat(64) });
      expect(await reader.searchVector(other.model, new Float32Array(32).fill(0.1), { limit: 5 })).toEqual([]);
      expect(await reader.counts(other.model)).toEqual({ passages: 1, vectors: 0 });
    });
  });

  describe('a reader beside the writer', () => {
    it('sees what the writer wrote after it had opened, each time', async () => {
      const library = newLibrary();
      const embedder = new FakeEmbedder();
      const reader = library.reader();
      const words = async () => (await reader.searchWords('graph', { limit: 10 })).map(({ passage }) => passage.paper);
      const vectors = async () => (await reader.counts(embedder.model)).vectors;
      const indexer = await library.indexer(embedder);
      expect(await words()).toEqual([]);
      await library.add('10.1/a', ['A graph.']);
      await indexer.catchUp();
      expect([await words(), await vectors()]).toEqual([['10.1_a'], 0]);
      await indexer.embedPending();
      expect(await vectors()).toBe(1);
      await library.add('10.1/a', ['Another text.']);
      await indexer.catchUp();
      expect([await words(), await vectors()]).toEqual([[], 0]);
      await library.add('10.1/b', ['Another graph.']);
      await indexer.catchUp();
      await library.corpus.removePaper('10.1/a');
      await indexer.catchUp();
      await indexer.embedPending();
      await indexer.optimize();
      expect([await words(), await vectors()]).toEqual([['10.1_b'], 1]);
    });

    it('moves to a rebuilt index when it is complete', async () => {
      const library = newLibrary();
      await library.add('10.1/a', ['A graph.']);
      const indexer = await library.indexer();
      await indexer.catchUp();
      const reader = library.reader();
      const words = async () => (await reader.searchWords('graph', { limit: 10 })).map(({ passage }) => passage.paper);
      expect(await words()).toEqual(['10.1_a']);
      const during: string[][] = [];
      const seen: Promise<void>[] = [];
      const report = await indexer.rebuild({
        progress: () => seen.push(words().then((papers) => void during.push(papers))),
      });
      await Promise.all(seen);
      expect(report.added).toBe(1);
      expect([...during, await words()]).toEqual([['10.1_a'], ['10.1_a']]);
    });
  });
}
