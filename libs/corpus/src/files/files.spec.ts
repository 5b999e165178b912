import { copyFileSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { useCorpora } from '../testing/test-corpus.ts';
import { writeDurably } from './durable-file.ts';
import { Layout } from './layout.ts';

const corpora = useCorpora();
const coded = (code: string): unknown => expect.objectContaining({ code });
const graph = '<http://a/s> <http://a/p> "é" <http://a/g> .\n';

describe('graph files', () => {
  it('hold the quads under the digest of their bytes', async () => {
    const corpus = corpora.create();
    const digest = await corpus.writeGraph(graph);
    expect(digest).toBe('6e5cfe309f4e83b8392a43dfce159023a9f0d0966f8ebac15b19b0fb175945cb');
    expect(await corpus.readGraph(digest)).toBe(graph);
    expect(await corpus.writeGraph(graph)).toBe(digest);
    expect(await corpus.readGraph(await corpus.writeGraph(''))).toBe('');
  });

  it('are told from damaged and missing ones', async () => {
    const corpus = corpora.create();
    const layout = new Layout(corpus.folder);
    const [one, two] = [await corpus.writeGraph(graph), await corpus.writeGraph(graph.replace('é', 'è'))];
    copyFileSync(layout.graph(two), layout.graph(one));
    await expect(corpus.readGraph(one)).rejects.toEqual(coded('corpus/damaged-graph'));
    truncateSync(layout.graph(two), 30);
    await expect(corpus.readGraph(two)).rejects.toEqual(coded('corpus/damaged-graph'));
    writeFileSync(layout.graph(two), gzipSync(`${graph} `));
    await expect(corpus.readGraph(two)).rejects.toEqual(coded('corpus/damaged-graph'));
    rmSync(layout.graph(two));
    await expect(corpus.readGraph(two)).rejects.toEqual(coded('corpus/missing-graph'));
  });

  it('are mended when the same graph is written again', async () => {
    const corpus = corpora.create();
    const digest = await corpus.writeGraph(graph);
    truncateSync(new Layout(corpus.folder).graph(digest), 30);
    await corpus.writeGraph(graph);
    expect(await corpus.readGraph(digest)).toBe(graph);
  });
});

describe('source files', () => {
  it('hold the bytes as they came, once', async () => {
    const corpus = corpora.create();
    const bytes = Uint8Array.from({ length: 700 }, (_, n) => n % 256);
    const { digest, isNew } = corpus.addSource(bytes);
    expect(isNew).toBe(true);
    expect(corpus.addSource(bytes)).toEqual({ digest, isNew: false });
    expect(new Uint8Array(await corpus.readSource(digest))).toEqual(bytes);
  });

  it('are told from damaged and missing ones, and mended by the same bytes', async () => {
    const corpus = corpora.create();
    const { digest } = corpus.addSource(Buffer.from('paper'));
    const path = new Layout(corpus.folder).source(digest);
    writeFileSync(path, 'papes');
    await expect(corpus.readSource(digest)).rejects.toEqual(coded('corpus/damaged-source'));
    rmSync(path);
    await expect(corpus.readSource(digest)).rejects.toEqual(coded('corpus/damaged-source'));
    writeFileSync(path, 'pap');
    corpus.addSource(Buffer.from('paper'));
    expect((await corpus.readSource(digest)).toString()).toBe('paper');
  });
});

describe('writing durably', () => {
  it('leaves a file as it is, and nothing beside it', () => {
    const corpus = corpora.create();
    const { temporary } = new Layout(corpus.folder);
    const path = join(corpus.folder, 'sources', 'x');
    expect(writeDurably(path, Buffer.from('first'), temporary)).toBe(true);
    expect(writeDurably(path, Buffer.from('second'), temporary)).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('first');
    expect(() => writeDurably(join(corpus.folder, 'absent', 'x'), Buffer.from('x'), temporary)).toThrow(/ENOENT/);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
