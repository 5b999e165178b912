import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { useGrobidStub, type StubAnswer } from '../testing/grobid-stub.ts';
import { GrobidHttp, type GrobidOptions } from './grobid-http.ts';

const stub = useGrobidStub();
const tei = readFileSync(new URL('../../../../test/fixtures/tei/recorded-grobid.tei.xml', import.meta.url));
const pdf = Buffer.from('%PDF-1.7 the bytes of a paper');

async function ask(answers: readonly StubAnswer[], options: Partial<GrobidOptions> = {}) {
  const { url, requests } = await stub(answers);
  const service = new GrobidHttp({ url, deadlineMs: 5000, firstPauseMs: 1, ...options });
  const outcome = await service.read(pdf).catch((error: unknown) => error);
  return { outcome, requests };
}

describe('a GROBID service', () => {
  it('is sent the PDF, asked for places, and told to look nothing up', async () => {
    const { outcome, requests } = await ask([{ status: 200, body: tei }]);
    expect(Buffer.from(outcome as Uint8Array).equals(tei)).toBe(true);
    expect(requests).toHaveLength(1);
    const [{ path, body } = { path: '', body: '' }] = requests;
    expect(path).toBe('/api/processFulltextDocument');
    expect(body).toContain(pdf.toString());
    const fields = [...body.matchAll(/name="(\w+)"\r\n\r\n([^\r]*)\r\n/g)].map(([, name, value]) => `${name}=${value}`);
    expect(fields).toEqual(
      expect.arrayContaining([
        'consolidateHeader=0',
        'consolidateCitations=0',
        'segmentSentences=1',
        'teiCoordinates=s',
      ]),
    );
  });

  it('that is busy is asked again until it is not', async () => {
    const busy: StubAnswer = { status: 503, body: 'busy' };
    const { outcome, requests } = await ask([
      busy,
      { ...busy, headers: { 'retry-after': '0' } },
      { status: 200, body: tei },
    ]);
    expect(outcome).toBeInstanceOf(Uint8Array);
    expect(requests).toHaveLength(3);
  });

  it.each<[string, StubAnswer, Partial<GrobidOptions>, string]>([
    ['stays busy until the deadline', { status: 503 }, { deadlineMs: 60 }, 'ingest/grobid-timeout'],
    ['says nothing until the deadline', 'silence', { deadlineMs: 60 }, 'ingest/grobid-timeout'],
    ['ends the connection amid its answer', 'half', {}, 'ingest/grobid-unreachable'],
    ['goes silent amid its answer', 'stall', { deadlineMs: 60 }, 'ingest/grobid-timeout'],
    ['ends the connection', 'cut', {}, 'ingest/grobid-unreachable'],
    [
      'sends the paper elsewhere',
      { status: 307, headers: { location: 'http://127.0.0.1:9/' } },
      {},
      'ingest/grobid-refused',
    ],
    ['refuses the file', { status: 500, body: '[BAD_INPUT_DATA] no' }, {}, 'ingest/grobid-refused'],
    ['found no text', { status: 204 }, {}, 'ingest/grobid-unusable'],
    ['is another program', { status: 200, body: '<!doctype html><p>Hello' }, {}, 'ingest/grobid-unusable'],
    ['answers without end', { status: 200, body: tei }, { mostBytes: 1000 }, 'ingest/grobid-unusable'],
  ])('that %s ends with a code', async (_, answer, options, code) => {
    const { outcome } = await ask([answer], options);
    expect(outcome).toMatchObject({ code });
  });

  it('that is not there ends with a code', async () => {
    const service = new GrobidHttp({ url: 'http://127.0.0.1:9', deadlineMs: 5000 });
    await expect(service.read(pdf)).rejects.toMatchObject({ code: 'ingest/grobid-unreachable' });
  });
});
