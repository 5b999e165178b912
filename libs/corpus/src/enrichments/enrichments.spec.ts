import { describe, expect, it } from '@jest/globals';
import { canonicalText, enrichedGraphIri, paperIri } from '@askg/ddm';
import { Corpus } from '../corpus.ts';
import { useCorpora } from '../testing/test-corpus.ts';
import { add } from '../testing/test-paper.ts';

const { create } = useCorpora();
const maker = { model: 'tiny', prompt: 'suggest.v1' };
const problem = { type: 'about:blank', code: 'inference/not-json', title: 'Prose', detail: 'It said no.' } as const;

function suggestionsOf(corpus: Corpus, key: string, text = 'x'): string {
  const name = enrichedGraphIri(corpus.baseIri, key);
  return canonicalText([
    `<${name}> <https://example.org/paper> <${paperIri(corpus.baseIri, key)}> <${name}> .`,
    `<${name}#entity1> <https://example.org/label> ${JSON.stringify(text)} <${name}> .`,
  ]);
}

async function enrich(corpus: Corpus, key: string, paperGraph: string, text?: string): Promise<string> {
  return corpus.enrichments.put({ key, paperGraph, ...maker, nquads: suggestionsOf(corpus, key, text), tokens: 9 });
}

function names(corpus: Corpus): string[] {
  return corpus.snapshot().graphs.map(({ name }) => name.slice(corpus.baseIri.length));
}

describe('suggestions about a paper', () => {
  it('stand beside the paper, which stays as it was', async () => {
    const corpus = create();
    const { key, graph } = await add(corpus, { text: 'A', identifiers: { doi: '10.1/a' } });
    const before = corpus.paper(key);
    expect(await enrich(corpus, key, graph)).toBe('committed');
    expect(names(corpus)).toEqual([`graph/${key}`, `graph/enriched/${key}`]);
    expect(corpus.paper(key)).toEqual(before);
    expect(corpus.enrichments.isDone(key, graph, maker)).toBe(true);
    expect(corpus.enrichments.isDone(key, graph, { ...maker, model: 'other' })).toBe(false);
  });

  it('are refused for a graph that does not stand any more', async () => {
    const corpus = create();
    const first = await add(corpus, { text: 'A', format: 'pdf', identifiers: { doi: '10.1/a' } });
    const second = await add(corpus, { text: 'B', format: 'jats', identifiers: { doi: '10.1/a' } });
    expect(await enrich(corpus, first.key, first.graph)).toBe('superseded');
    expect(corpus.enrichments.fail(first.key, first.graph, problem)).toBe('superseded');
    expect(names(corpus)).toEqual([`graph/${second.key}`]);
  });

  it('go in the commit in which the paper gets another graph', async () => {
    const corpus = create();
    const { key, graph } = await add(corpus, { text: 'A', format: 'pdf', identifiers: { doi: '10.1/a' } });
    await enrich(corpus, key, graph);
    const { commit } = await add(corpus, { text: 'B', format: 'jats', identifiers: { doi: '10.1/a' } });
    expect(corpus.changesSince(commit - 1).changes.map(({ digest }) => digest === null)).toEqual([false, true]);
    expect(corpus.enrichments.isDone(key, graph, maker)).toBe(false);
  });

  it('stay where another source of the paper changes nothing', async () => {
    const corpus = create();
    const { key, graph } = await add(corpus, { text: 'A', format: 'jats', identifiers: { doi: '10.1/a' } });
    await enrich(corpus, key, graph);
    await add(corpus, { text: 'B', format: 'pdf', identifiers: { doi: '10.1/a' } });
    expect(corpus.enrichments.isDone(key, graph, maker)).toBe(true);
    expect(names(corpus)).toContain(`graph/enriched/${key}`);
  });

  it('go with a paper that is removed, and their file with the next gc', async () => {
    const corpus = create();
    const { key, graph } = await add(corpus, { text: 'A', identifiers: { doi: '10.1/a' } });
    await enrich(corpus, key, graph, 'words of the paper');
    const digest = corpus.snapshot().graphs.find(({ name }) => name.includes('enriched'))?.digest ?? '';
    await corpus.removePaper(key);
    expect(names(corpus)).toEqual([]);
    corpus.close();
    const alone = Corpus.open(corpus.folder, { exclusive: true });
    alone.gc();
    await expect(alone.readGraph(digest)).rejects.toMatchObject({ code: 'corpus/missing-graph' });
    const faults = [];
    for await (const step of alone.verify()) faults.push(...step.faults);
    expect(faults).toEqual([]);
    alone.close();
  });

  it('that came to nothing are told as a finding until some come', async () => {
    const corpus = create();
    const { key, graph } = await add(corpus, { text: 'A', identifiers: { doi: '10.1/a' } });
    corpus.enrichments.fail(key, graph, problem);
    expect(corpus.paper(key)?.findings).toEqual([
      { code: 'corpus/not-enriched', severity: 'warning', message: 'Prose (inference/not-json): It said no.' },
    ]);
    expect(corpus.enrichments.isDone(key, graph, maker)).toBe(false);
    await enrich(corpus, key, graph);
    expect(corpus.paper(key)?.findings).toEqual([]);
  });

  it('move with the corpus to another base, and are not asked for again', async () => {
    const corpus = create();
    const { key, graph } = await add(corpus, { text: 'A', identifiers: { doi: '10.1/a' } });
    await enrich(corpus, key, graph);
    corpus.close();
    const alone = Corpus.open(corpus.folder, { exclusive: true });
    await alone.rebase('https://example.org/id/');
    expect(alone.enrichments.isDone(key, alone.paper(key)?.graphDigest ?? '', maker)).toBe(true);
    const moved = alone.snapshot().graphs.find(({ name }) => name.includes('enriched'));
    expect(moved?.name).toBe(`https://example.org/id/graph/enriched/${key}`);
    expect(await alone.readGraph(moved?.digest ?? '')).not.toContain('localhost');
    alone.close();
  });
});
