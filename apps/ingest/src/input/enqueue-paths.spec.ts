import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, jest } from '@jest/globals';
import type { Corpus } from '@askg/corpus';
import { useTestFolder } from '../testing/test-folder.ts';
import { readPaper } from '../worker/read-paper.ts';
import { enqueuePaths } from './enqueue-paths.ts';
import type { InputItem } from './input-item.ts';

// A file that may hold several papers is looked at in a thread of its own.
jest.setTimeout(30_000);
const folder = useTestFolder();
const graph = readFileSync(new URL('../../../../test/fixtures/turtle/experiment.ttl', import.meta.url));
const paper = '---\ntitle: Elms\nbibliography: paper.bib\n---\n\n# Elms\n\nElms grow [@roe].\n';
const roe = (title: string): string => `@misc{roe, author = {Roe, Jo}, title = {${title}}, year = 2001}`;

async function give(corpus: Corpus, path: string): Promise<string[]> {
  const items: InputItem[] = [];
  for await (const item of enqueuePaths(corpus, [path])) items.push(item);
  return items.map((item) => `${item.type} ${basename(item.path)}`);
}

async function readAll(corpus: Corpus): Promise<string[]> {
  const lease = { owner: 'test', now: 0, leaseMs: 1000 };
  const titles: string[] = [];
  for (let job = corpus.jobs.claim(lease); job; job = corpus.jobs.claim(lease)) {
    titles.push((await readPaper(corpus, job, { enter: async () => undefined, now: () => 0 })).title);
    corpus.jobs.finish(job.source, lease.owner);
  }
  return titles;
}

describe('a file of several papers', () => {
  it('is queued as one source for each, which are read by themselves', async () => {
    const corpus = folder.corpus();
    const file = folder.write('graph.ttl.gz', gzipSync(graph));
    expect(await give(corpus, file)).toEqual(['queued graph.ttl.gz#Paper-0a', 'queued graph.ttl.gz#Paper-0b']);
    expect(await readAll(corpus)).toEqual(['Leaves of elm trees', 'Poems&Lines']);
    expect(await give(corpus, file)).toEqual(['already graph.ttl.gz#Paper-0a', 'already graph.ttl.gz#Paper-0b']);
  });

  it('gives anew only the papers of which it says something else than before', async () => {
    const corpus = folder.corpus();
    await give(corpus, folder.write('graph.ttl', graph));
    await readAll(corpus);
    const changed = graph.toString().replace('"Poems have lines."', '"Poems have many lines."');
    expect(await give(corpus, folder.write('graph.ttl', changed))).toEqual([
      'already graph.ttl#Paper-0a',
      'queued graph.ttl#Paper-0b',
    ]);
  });
});

describe('a paper with a bibliography beside it', () => {
  it('is read with it, and anew when the bibliography has changed', async () => {
    const corpus = folder.corpus();
    const file = folder.write('papers/paper.md', paper);
    folder.write('papers/paper.bib', roe('On Elms'));
    folder.write('papers/other.bib', roe('On Nothing'));
    expect(await give(corpus, file)).toEqual(['queued paper.md']);
    await readAll(corpus);
    const graphNow = (): Promise<string> => corpus.readGraph(corpus.papers()[0]?.graphDigest ?? '');
    expect(await graphNow()).toContain('"On Elms"');
    expect(await graphNow()).toContain(`"paper.bib/${corpus.jobs.list()[0]?.companions[0]?.digest}"`);
    expect(await give(corpus, file)).toEqual(['already paper.md']);
    folder.write('papers/other.bib', roe('On Something'));
    expect(await give(corpus, file)).toEqual(['already paper.md']);
    folder.write('papers/paper.bib', roe('On Old Elms'));
    expect(await give(corpus, file)).toEqual(['queued paper.md']);
    await readAll(corpus);
    expect(await graphNow()).toContain('"On Old Elms"');
  });

  it('is read without it where there is none, and says so', async () => {
    const corpus = folder.corpus();
    await give(corpus, folder.write('papers/paper.md', paper));
    await readAll(corpus);
    expect(corpus.papers()[0]?.findings.map(({ code }) => code)).toContain('ddm/missing-companion');
  });
});

describe('a paper in LaTeX of several files', () => {
  const main =
    '\\documentclass{article}\\title{Elms}\\begin{document}\\input{sections/growth}\\cite{roe}' +
    '\\bibliography{refs}\\end{document}';

  it('is read with them, and anew when one of them has changed', async () => {
    const corpus = folder.corpus();
    folder.write('paper/main.tex', main);
    folder.write('paper/sections/growth.tex', '\\section{Growth} Elms grow slowly.');
    folder.write('paper/refs.bib', roe('On Elms'));
    const giveAgain = async (): Promise<string[]> => {
      const items = await give(corpus, folder.path('paper'));
      return items.filter((item) => !item.startsWith('skipped'));
    };
    const graphNow = (): Promise<string> => corpus.readGraph(corpus.papers()[0]?.graphDigest ?? '');
    expect(await giveAgain()).toEqual(['queued main.tex']);
    await readAll(corpus);
    expect(await graphNow()).toContain('"Elms grow slowly.');
    expect(await graphNow()).toMatch(/"sections\/growth\.tex\/[0-9a-f]{64}"/);
    expect(await graphNow()).toContain('"On Elms"');
    expect(await giveAgain()).toEqual(['already main.tex']);
    folder.write('paper/sections/growth.tex', '\\section{Growth} Elms grow fast.');
    expect(await giveAgain()).toEqual(['queued main.tex']);
    await readAll(corpus);
    expect(await graphNow()).toContain('"Elms grow fast.');
    expect(corpus.papers()).toHaveLength(1);
  });
});

describe('with the files that changed', () => {
  it('passes others over, but not papers that are read with them', async () => {
    const corpus = folder.corpus();
    folder.write('in/a/paper.md', paper);
    folder.write('in/b/paper.md', paper.replace('Elms', 'Oaks'));
    const bibliography = folder.write('in/a/paper.bib', roe('First'));
    const items: InputItem[] = [];
    const changed = new Set([bibliography]);
    for await (const item of enqueuePaths(corpus, [folder.path('in')], { changed })) items.push(item);
    expect(items.map(({ type, path }) => [type, path])).toEqual([
      ['skipped', bibliography],
      ['queued', folder.path('in', 'a', 'paper.md')],
    ]);
  });
});
