import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { addTinyRerankers } from '../../libs/retrieval/src/testing/tiny-rerankers.ts';
import { root, useAskg } from './testing/askg.ts';

// The demo is read, and models are opened in threads; a busy machine takes its time.
jest.setTimeout(300_000);
const askg = useAskg();
const papers = join(root, 'demo', 'papers');
const models = process.env['ASKG_MODELS'] ?? join(root, 'data', 'models');
const embedder = 'bge-small-en-v1.5-int8';
/** Development questions of the demo that say sentences. */
const known = 7;

type Report = {
  name: string;
  quality?: { ndcgAt10: { mean: number; low: number; high: number }; gainOverChain?: { mean: number } };
  ms?: { question: number; candidate?: number };
  candidates?: { given: number; unscored: number; truncated?: number };
  ran?: string[];
  licence?: string;
  commercial?: boolean;
  fellBack?: { wanted: string; used: string; questions: number }[];
  problem?: { code: string; fix?: string };
};
type Comparison = {
  set: { questions: number; leftOut: number };
  embedder: { name: string } | null;
  backEnds: Report[];
};

async function compare(words: string[], environment: Record<string, string> = {}) {
  const { code, out, err } = await askg.run(['rerankers', 'compare', ...words, '--json'], { environment });
  return { code, err, out, comparison: JSON.parse(out) as Comparison };
}

describe('the comparison of rerankers', () => {
  it('asks the questions of the demo, without an embedder, of stages and models, and says what ran', async () => {
    expect((await askg.run(['ingest', papers, '--wait', 'indexed'])).code).toBe(0);
    await addTinyRerankers(askg.folder('data', 'models'), askg.folder('converted'));
    const wanted = 'words,chain,tiny-monot5,tiny-e2rank,tiny-jina,nobody';
    const { code, comparison, out } = await compare(['--with', wanted, '-k', '5']);
    expect(code).toBe(1);
    expect(comparison).toMatchObject({ set: { questions: known }, embedder: null });
    // What is kept for the last measurement is neither asked nor told.
    expect(out).not.toContain('test-');
    const [words, chain, monoT5, e2Rank, jina, nobody] = comparison.backEnds;
    expect(words?.quality?.ndcgAt10.mean).toBeGreaterThan(0.5);
    expect(words?.fellBack).toEqual([]);
    expect(chain).toMatchObject({
      ran: ['fused'],
      fellBack: [{ wanted: 'words and vectors', used: 'words', questions: known }],
    });
    for (const report of [monoT5, e2Rank]) {
      expect(report?.ran).toEqual([report?.name === 'tiny-e2rank' ? 'e2rank' : report?.name]);
      expect(report).toMatchObject({
        candidates: { given: 5 * known, unscored: 0 },
        licence: 'Apache-2.0',
        commercial: true,
      });
      expect(report?.quality?.gainOverChain).toBeDefined();
      expect(report?.ms?.candidate).toBeGreaterThan(0);
    }
    expect(jina?.problem).toMatchObject({
      code: 'inference/noncommercial',
      fix: expect.stringMatching(/ASKG_NONCOMMERCIAL=1/),
    });
    expect(nobody?.problem?.code).toBe('inference/unknown-model');

    const opted = await compare(['--with', 'tiny-jina', '-k', '3', '--sample', '2'], { ASKG_NONCOMMERCIAL: '1' });
    expect(opted.code).toBe(0);
    expect(opted.comparison).toMatchObject({
      set: { questions: 2 },
      backEnds: [{ name: 'tiny-jina', licence: 'CC-BY-NC-4.0', commercial: false, candidates: { given: 6 } }],
    });
  });

  it('asks the questions of a test collection in the form of BEIR, and keeps its index', async () => {
    const folder = askg.folder('collection');
    mkdirSync(join(folder, 'qrels'), { recursive: true });
    const lines = (rows: object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');
    const texts = ['Moss grows on stones.', 'Cars need roads.', 'Leaves fall in autumn.'];
    writeFileSync(join(folder, 'corpus.jsonl'), lines(texts.map((text, i) => ({ _id: `d${i}`, title: '', text }))));
    writeFileSync(join(folder, 'queries.jsonl'), lines([{ _id: 'q1', text: 'moss on stones' }]));
    writeFileSync(join(folder, 'qrels', 'train.tsv'), 'query-id\tcorpus-id\tscore\nq1\td0\t1\n');
    for (const attempt of ['made', 'kept']) {
      const { code, comparison } = await compare([
        '--data',
        folder,
        '--index',
        askg.folder('index'),
        '--with',
        'words',
      ]);
      expect([attempt, code, comparison.set.questions]).toEqual([attempt, 0, 1]);
      expect(comparison.backEnds[0]?.quality?.ndcgAt10.mean).toBe(1);
    }
    const none = await askg.run(['rerankers', 'compare', '--data', askg.folder('nothing'), '--json']);
    expect([none.code, JSON.parse(none.out)]).toEqual([2, expect.objectContaining({ code: 'cli/unreadable' })]);
  });

  const isHere = existsSync(join(models, embedder, 'model.onnx'));
  const reason = isHere ? '' : ` (skipped: ${embedder} is not in ${models})`;
  (isHere ? it : it.skip)(`finds more with the embedder${reason}`, async () => {
    mkdirSync(askg.folder('models'));
    symlinkSync(join(models, embedder), askg.folder('models', embedder));
    const environment = { ASKG_MODELS: askg.folder('models') };
    expect((await askg.run(['ingest', papers, '--wait', 'embedded'], { environment })).code).toBe(0);
    const { code, comparison } = await compare([], environment);
    expect([code, comparison.embedder?.name]).toEqual([0, embedder]);
    const quality = comparison.backEnds.map(({ name, quality: figures }): [string, number] => [
      name,
      figures?.ndcgAt10.mean ?? 0,
    ]);
    expect(quality.map(([name]) => name)).toEqual(['words', 'vectors', 'chain']);
    const of = new Map(quality);
    expect(of.get('chain')).toBeGreaterThan(of.get('words') ?? 1);
    expect(comparison.backEnds.at(-1)?.ran).toEqual(['blend']);
  });
});
