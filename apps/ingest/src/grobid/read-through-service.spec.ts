import { readFileSync } from 'node:fs';
import { describe, expect, it, jest } from '@jest/globals';
import type { Corpus, Job } from '@askg/corpus';
import { enqueueAgain } from '../input/enqueue-known.ts';
import { enqueuePaths } from '../input/enqueue-paths.ts';
import { ingest } from '../supervisor/ingest.ts';
import type { InputItem } from '../input/input-item.ts';
import { type StubAnswer, useGrobidStub } from '../testing/grobid-stub.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { readPaper } from '../worker/read-paper.ts';
import { GrobidHttp } from './grobid-http.ts';

// A process is started.
jest.setTimeout(60_000);
const folder = useTestFolder();
const stub = useGrobidStub();
const tei = readFileSync(new URL('../../../../test/fixtures/tei/recorded-grobid.tei.xml', import.meta.url));
const paper = readFileSync(new URL('../../../../demo/papers/cart.pdf', import.meta.url));

/** Queues files and reads them in this process. @returns what became of each when it was given */
async function read(corpus: Corpus, input: AsyncIterable<InputItem>, grobidUrl?: string): Promise<string[]> {
  const given: string[] = [];
  for await (const { type } of input) given.push(type);
  const fullText = grobidUrl === undefined ? {} : { fullText: new GrobidHttp({ url: grobidUrl, deadlineMs: 20_000 }) };
  const lease = { owner: 'test', now: 0, leaseMs: 1000 };
  for (let job = corpus.jobs.claim(lease); job; job = corpus.jobs.claim(lease)) {
    await readPaper(corpus, job, { enter: async () => undefined, now: () => 0, ...fullText });
    corpus.jobs.finish(job.source, lease.owner);
  }
  return given;
}

function write(): string {
  return folder.write('papers/paper.pdf', paper);
}

const service = async (...answers: StubAnswer[]): ReturnType<ReturnType<typeof useGrobidStub>> => stub(answers);
const jobOf = (corpus: Corpus): Job | undefined => corpus.jobs.list()[0];

describe('a PDF, where there is a GROBID service', () => {
  it('is read from what the service makes of it, which is kept with the file', async () => {
    const corpus = folder.corpus();
    const { url, requests } = await service(
      { status: 503, headers: { 'retry-after': '0' } },
      { status: 200, body: tei },
    );
    const input = enqueuePaths(corpus, [write()]);
    const events: string[] = [];
    for await (const { type } of ingest({ corpus, input, workers: 1, grobidUrl: url })) events.push(type);
    expect(events).toContain('committed');
    expect(corpus.papers()).toMatchObject([
      { title: 'Construction of the Literature Graph in Semantic Scholar', format: 'pdf', state: 'committed' },
    ]);
    expect(requests).toHaveLength(2);
    const [answer] = jobOf(corpus)?.companions ?? [];
    expect((await corpus.readSource(answer?.digest ?? '')).equals(tei)).toBe(true);
    expect(await corpus.readGraph(corpus.papers()[0]?.graphDigest ?? '')).toContain(`"grobid/${answer?.digest}"`);
  });

  it('is read again without the service, to the same graph', async () => {
    const corpus = folder.corpus();
    const { url, requests } = await service({ status: 200, body: tei });
    await read(corpus, enqueuePaths(corpus, [write()]), url);
    const before = corpus.snapshotDigest();
    await read(corpus, enqueueAgain(corpus));
    expect(corpus.snapshotDigest()).toEqual(before);
    expect(await read(corpus, enqueuePaths(corpus, [write()]), url)).toEqual(['already']);
    expect(requests).toHaveLength(1);
  });

  it.each<[string, StubAnswer, string]>([
    ['refuses it', { status: 500, body: 'no' }, 'ingest/grobid-refused'],
    ['answers garbage', { status: 200, body: '<TEI><text>' }, 'ddm/malformed-xml'],
    [
      'finds nothing in it',
      { status: 200, body: '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text/></TEI>' },
      'ingest/grobid-unusable',
    ],
  ])('that %s, is read by the reader of this program, and the paper says so', async (_, answer, code) => {
    const corpus = folder.corpus();
    const { url } = await service(answer);
    await read(corpus, enqueuePaths(corpus, [write()]), url);
    const [read1] = corpus.papers();
    expect(read1).toMatchObject({ state: 'committed', title: expect.stringContaining('CART') });
    expect(read1?.findings).toContainEqual(expect.objectContaining({ code, severity: 'warning' }));
    expect(jobOf(corpus)?.companions).toEqual([]);
    // Whether the service was there is no matter of the paper: its graph is the same.
    await read(corpus, enqueueAgain(corpus));
    expect(corpus.papers()[0]?.graphDigest).toBe(read1?.graphDigest);
  });

  it('is the only kind of file that is sent to it', async () => {
    const corpus = folder.corpus();
    const { url, requests } = await service({ status: 200, body: tei });
    const file = folder.write('papers/a.md', '---\ntitle: Elms\n---\n\nElms grow.\n');
    await read(corpus, enqueuePaths(corpus, [file]), url);
    expect([corpus.papers()[0]?.title, requests]).toEqual(['Elms', []]);
  });
});
