import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Corpus } from '@askg/corpus';
import { openPassageIndex } from '@askg/retrieval';
import { enqueuePaths } from '../input/enqueue-paths.ts';
import { ingest } from '../supervisor/ingest.ts';
import { jats, useTestFolder } from '../testing/test-folder.ts';
import type { IndexerNews } from './indexer-messages.ts';
import { IndexerProcess } from './indexer-process.ts';

// Processes are started, and engines loaded in them.
jest.setTimeout(60_000);
const folder = useTestFolder();
const running: IndexerProcess[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((indexer) => indexer.stop()));
});

type Started = {
  indexer: IndexerProcess;
  news: IndexerNews[];
  heard: (type: IndexerNews['type'], times?: number) => Promise<void>;
};

/** An indexer without a model. */
function start(data: string, { rebuild = false, environment = {} } = {}): Started {
  const news: IndexerNews[] = [];
  let wake = (): void => undefined;
  const indexer = new IndexerProcess({
    data,
    models: folder.path('models'),
    offline: true,
    threads: 1,
    rebuild,
    environment: { ...process.env, ...environment },
    report: (one) => {
      news.push(one);
      wake();
    },
  });
  running.push(indexer);
  const heard = async (type: IndexerNews['type'], times = 1): Promise<void> => {
    while (news.filter((one) => one.type === type).length < times) {
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return { indexer, news, heard };
}

async function add(corpus: Corpus, name: string): Promise<void> {
  const path = folder.write(`papers/${name}.xml`, jats(name, `10.1234/${name}`));
  for await (const event of ingest({ corpus, input: enqueuePaths(corpus, [path]), workers: 1 })) {
    if (event.type === 'unread') throw new Error(event.problem.detail);
  }
}

async function papersWith(words: string, data: string): Promise<string[]> {
  const index = await openPassageIndex(data);
  try {
    const hits = await index.searchWords(words, { limit: 10 });
    return [...new Set(hits.map(({ passage }) => passage.paper))].toSorted();
  } finally {
    await index.close();
  }
}

const statesOf = (corpus: Corpus): string[] => corpus.papers().map(({ state }) => state);

describe('the indexer', () => {
  it('lets words be found of papers that are there and that come, and not of those that go', async () => {
    const corpus = folder.corpus();
    await add(corpus, 'aardvark');
    const { heard, news } = start(corpus.folder);
    await heard('words');
    expect(await papersWith('aardvark', corpus.folder)).toEqual(['10.1234_aardvark']);
    expect(news).toContainEqual(expect.objectContaining({ type: 'no-model' }));
    await add(corpus, 'badger');
    await heard('words', 2);
    expect(await papersWith('sentences', corpus.folder)).toEqual(['10.1234_aardvark', '10.1234_badger']);
    expect(statesOf(corpus)).toEqual(['indexed', 'indexed']);
    await corpus.removePaper('10.1234/badger');
    await heard('words', 3);
    expect(await papersWith('badger', corpus.folder)).toEqual([]);
  });

  it('waits while another one keeps the index, and takes over from it', async () => {
    const corpus = folder.corpus();
    const first = start(corpus.folder);
    await first.heard('words');
    const second = start(corpus.folder);
    await second.heard('waiting');
    await first.indexer.stop();
    await second.heard('working');
    await add(corpus, 'aardvark');
    await second.heard('words', 2);
    expect(await papersWith('aardvark', corpus.folder)).toEqual(['10.1234_aardvark']);
  });

  it('makes the index anew when it is told to', async () => {
    const corpus = folder.corpus();
    await add(corpus, 'aardvark');
    const before = start(corpus.folder);
    await before.heard('words');
    const instance = corpus.projections.instance('passages');
    await before.indexer.stop();
    const after = start(corpus.folder, { rebuild: true });
    await after.heard('words');
    expect(corpus.projections.instance('passages')).not.toBe(instance);
    expect(await papersWith('aardvark', corpus.folder)).toEqual(['10.1234_aardvark']);
  });

  it('says that the server of the index is down, and tries again', async () => {
    const corpus = folder.corpus();
    const { news, heard } = start(corpus.folder, { environment: { OPENSEARCH_URL: 'http://127.0.0.1:1' } });
    await heard('interrupted', 2);
    expect(news.at(-1)).toMatchObject({ type: 'interrupted', problem: { code: 'retrieval/unreachable' } });
    expect(news.map(({ type }) => type)).not.toContain('lost');
  });

  it('says why it cannot work, and ends', async () => {
    const { news, heard } = start(folder.path('nowhere'));
    await heard('broken');
    expect(news.at(-1)).toMatchObject({ type: 'broken', problem: { code: 'corpus/not-found' } });
  });
});
