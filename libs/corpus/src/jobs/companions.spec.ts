import { describe, expect, it } from '@jest/globals';
import type { Corpus } from '../corpus.ts';
import { linkingVersion } from '../links/facts/linking-facts.ts';
import { useCorpora } from '../testing/test-corpus.ts';
import { graphOf } from '../testing/test-paper.ts';
import { type Companion, stageKey } from './companions.ts';

const corpora = useCorpora();
const pipeline = 'read/1';
const linking = { version: linkingVersion, title: 'T', keywords: [], people: [], references: [], entities: [] };

function bibliography(corpus: Corpus, text: string): Companion {
  return { name: 'paper.bib', digest: corpus.addSource(Buffer.from(text)).digest, origin: 'file' };
}

function give(corpus: Corpus, companions: Companion[], again = false): string[] {
  const source = corpus.addSource(Buffer.from('paper')).digest;
  return corpus.jobs.enqueue([{ source, path: '/paper.md', format: 'markdown', companions }], pipeline, { again });
}

async function read(corpus: Corpus): Promise<void> {
  const job = corpus.jobs.claim({ owner: 'w', now: 0, leaseMs: 100 });
  if (!job) throw new Error('no job waits');
  const key = corpus.keyFor({}, job.source);
  corpus.commitPaper({
    key,
    source: job.source,
    format: job.format,
    pipeline: stageKey(pipeline, job.companions),
    graph: await corpus.writeGraph(graphOf(key, 'paper', corpus.baseIri)),
    facts: { title: 'T', identifiers: {}, findings: [], linking },
    ms: {},
  });
  corpus.jobs.finish(job.source, 'w');
}

describe('a file beside a source', () => {
  it('comes with the job, and is read again when it has changed', async () => {
    const corpus = corpora.create();
    const first = bibliography(corpus, 'one');
    expect(give(corpus, [first])).toHaveLength(1);
    expect(corpus.jobs.list()).toMatchObject([{ companions: [first] }]);
    await read(corpus);
    expect(give(corpus, [first])).toEqual([]);
    expect(give(corpus, [bibliography(corpus, 'two')])).toHaveLength(1);
    await read(corpus);
    expect(give(corpus, [])).toHaveLength(1);
  });

  it('is kept, verified and cleared away as its source is', async () => {
    const corpus = corpora.create();
    const { digest } = bibliography(corpus, 'one');
    give(corpus, [bibliography(corpus, 'one')]);
    await read(corpus);
    const unreferenced = async (): Promise<string[]> => {
      let files: string[] = [];
      for await (const { faults } of corpus.verify()) files = faults.map(({ file }) => file);
      return files;
    };
    expect(await unreferenced()).toEqual([]);
    await corpus.removePaper(corpus.papers()[0]?.key ?? '');
    expect(await unreferenced()).toContain(`sources/${digest}`);
  });
});

describe('what a service answered about a source', () => {
  it('is no reason to read it again, and is forgotten when the file is given again to be read anew', async () => {
    const corpus = corpora.create();
    const [source = ''] = give(corpus, []);
    const answer = corpus.addAnswerOfService(source, 'answer.xml', Buffer.from('answer'));
    expect(corpus.jobs.find(source)?.companions).toEqual([answer]);
    await read(corpus);
    expect(give(corpus, [])).toEqual([]);
    expect(corpus.jobs.find(source)?.companions).toEqual([answer]);
    corpus.jobs.enqueue(corpus.jobs.list(), pipeline, { again: true });
    expect(corpus.jobs.find(source)?.companions).toEqual([answer]);
    await read(corpus);
    give(corpus, [], true);
    expect(corpus.jobs.find(source)?.companions).toEqual([]);
  });
});
