import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Corpus } from '../../corpus.ts';
import { useCorpora } from '../../testing/test-corpus.ts';
import { add } from '../../testing/test-paper.ts';
import { csvRows } from './csv-rows.ts';
import { readFeed } from './read-feed.ts';

const corpora = useCorpora();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'feed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const head =
  'Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,RetractionDOI,' +
  'RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes';

type Row = {
  title?: string;
  date?: string;
  notice?: string;
  pmidNotice?: string;
  doi?: string;
  pmid?: string;
  nature?: string;
  reason?: string;
};

/** A row as the database writes it. */
const row = ({
  title = 'A study',
  date = '3/4/2021 0:00',
  notice = '10.1/N1',
  pmidNotice = '0',
  doi = '10.1/A',
  pmid = '0',
  nature = 'Retraction',
  reason = '+Error in Data;+Error in Results;',
}: Row): string =>
  `7,"${title}",(PHY),"U, of X",J,P,Spain,"Doe, J",,Research Article;,${date},${notice},${pmidNotice},1/1/2019 0:00,${doi},${pmid},${nature},${reason},No,`;

function feedOf(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const table = (...rows: string[]): string => `${[head, ...rows].join('\r\n')}\r\n`;

async function corpusOf(): Promise<Corpus> {
  const corpus = corpora.create();
  await add(corpus, { text: 'one', identifiers: { doi: '10.1/a' } });
  await add(corpus, { text: 'two', identifiers: { pmid: '123' } });
  return corpus;
}

describe('the CSV file of Retraction Watch', () => {
  it('gives papers their status by DOI and by PubMed id, and keeps what it says of others', async () => {
    const corpus = await corpusOf();
    const path = feedOf(
      'rw.csv',
      table(
        row({}),
        row({
          title: 'Two ""words"",\nand a line',
          doi: 'unavailable',
          pmid: '123',
          nature: 'Expression of concern',
          notice: 'unavailable',
          pmidNotice: '99',
        }),
        row({ doi: '10.9/unknown' }),
        row({ doi: 'Unavailable', pmid: '0' }),
        row({ nature: 'Apology' }),
        row({ date: '13/44/2021 0:00' }),
        row({ doi: 'no doi' }),
        row({ nature: 'constructor' }),
        row({ doi: `10.9/\u001b[31m${'x'.repeat(500)}` }),
      ),
    );
    const report = await readFeed(corpus.statuses, path);
    expect(report).toMatchObject({
      source: 'Retraction Watch',
      rows: 9,
      matched: [
        { line: 2, key: '10.1_a', isNew: true },
        { line: 3, isNew: true },
      ],
      unknown: [5],
      unnamed: [6],
      added: 3,
      isStopped: false,
    });
    expect(report.malformed).toEqual([
      { line: 7, reason: 'RetractionNature is “Apology”.' },
      { line: 8, reason: expect.stringContaining('2021-13-44') },
      { line: 9, reason: 'OriginalPaperDOI is “no doi”.' },
      { line: 10, reason: 'RetractionNature is “constructor”.' },
      { line: 11, reason: expect.stringMatching(/^OriginalPaperDOI is “10\.9\/\ufffd\[31mx{70} …”\.$/) },
    ]);
    expect(corpus.paper('10.1/a')?.status).toMatchObject({
      status: 'retracted',
      date: '2021-03-04',
      reason: 'Error in Data; Error in Results',
      notice: 'https://doi.org/10.1/n1',
      source: 'Retraction Watch',
    });
    expect(corpus.paper('pmid:123')?.status).toMatchObject({
      status: 'expression-of-concern',
      notice: 'https://pubmed.ncbi.nlm.nih.gov/99/',
    });
    expect(report.commit).toBe(corpus.commitNumber());
  });

  it('changes nothing the second time, and lets what was said by hand stand', async () => {
    const corpus = await corpusOf();
    const path = feedOf('rw.csv', table(row({}), row({}), row({ doi: '10.9/x' })));
    const first = await readFeed(corpus.statuses, path);
    expect([first.added, first.matched.length]).toEqual([2, 2]);
    await corpus.statuses.set('10.1/a', { status: 'none' });
    const again = await readFeed(corpus.statuses, path);
    expect([again.added, again.commit]).toEqual([0, corpus.commitNumber()]);
    expect(corpus.paper('10.1/a')).not.toHaveProperty('status');
    expect(corpus.statuses.history('10.1_a').map(({ source }) => source)).toEqual(['Retraction Watch', 'by hand']);
  });

  it('follows a retraction, a correction of its notice and a reinstatement by their dates', async () => {
    const corpus = await corpusOf();
    const rows = [
      row({ date: '5/5/2020 0:00', nature: 'Correction', notice: '10.1/c' }),
      row({ date: '4/4/2019 0:00', nature: 'Retraction', notice: '10.1/r' }),
    ];
    await readFeed(corpus.statuses, feedOf('rw.csv', table(...rows)));
    expect(corpus.paper('10.1/a')?.status).toMatchObject({ status: 'retracted', notice: 'https://doi.org/10.1/r' });
    const lifted = row({ date: '6/6/2021 0:00', nature: 'Reinstatement', notice: '10.1/i' });
    await readFeed(corpus.statuses, feedOf('rw.csv', table(lifted, ...rows)));
    expect(corpus.paper('10.1/a')).not.toHaveProperty('status');
  });

  it('is read in Windows-1252 where it is not UTF-8', async () => {
    const corpus = await corpusOf();
    const bytes = Buffer.from(table(row({ reason: '+Error in Café' })), 'latin1');
    await readFeed(corpus.statuses, feedOf('rw.csv', bytes));
    expect(corpus.paper('10.1/a')?.status?.reason).toBe('Error in Café');
  });

  it('lets graphs follow what was kept when the rest cannot be read', async () => {
    const corpus = await corpusOf();
    const before = corpus.commitNumber();
    const rows = [row({}), ...Array.from({ length: 1500 }, (_, i) => row({ doi: `10.9/${i}` }))];
    const onProgress = (): void => {
      throw new Error('The disk is gone.');
    };
    const reading = readFeed(corpus.statuses, feedOf('rw.csv', table(...rows)), { onProgress });
    await expect(reading).rejects.toThrow('The disk is gone.');
    expect(corpus.paper('10.1/a')?.status?.status).toBe('retracted');
    expect(corpus.commitNumber()).toBeGreaterThan(before);
  });

  it('of many rows is read piece by piece, and can be stopped', async () => {
    const corpus = await corpusOf();
    const rows = Array.from({ length: 4000 }, (_, i) => row({ doi: `10.9/${i}` }));
    const path = feedOf('rw.csv', table(row({}), ...rows));
    const stopping = new AbortController();
    const seen: number[] = [];
    const report = await readFeed(corpus.statuses, path, {
      signal: stopping.signal,
      onProgress: (count) => {
        seen.push(count);
        stopping.abort();
      },
    });
    expect(report.isStopped).toBe(true);
    expect(seen[0]).toBe(1000);
    expect(corpus.paper('10.1/a')?.status?.status).toBe('retracted');
    const whole = await readFeed(corpus.statuses, path);
    expect([whole.rows, report.added + whole.added]).toEqual([4001, 4001]);
  });

  it.each([
    ['another table', 'a,b\n1,2\n', 'corpus/unknown-feed'],
    ['an empty file', ' \n', 'corpus/unknown-feed'],
  ])('is not %s', async (_, text, code) => {
    const corpus = await corpusOf();
    await expect(readFeed(corpus.statuses, feedOf('x.csv', text))).rejects.toMatchObject({ code });
  });

  it('may not speak in the name of a person', async () => {
    const corpus = await corpusOf();
    const reading = readFeed(corpus.statuses, feedOf('rw.csv', table(row({}))), { source: 'by hand' });
    await expect(reading).rejects.toMatchObject({ code: 'corpus/invalid-status' });
  });
});

describe('a feed of JSON lines', () => {
  it('is read under the name of its file, and its faults are told by line', async () => {
    const corpus = await corpusOf();
    const lines = [
      '{"doi":"https://doi.org/10.1/A","status":"withdrawn","date":"2020"}',
      '',
      '{"doi":"10.9/x","status":"retracted"}',
      '{"doi":"10.1/a","status":"gone"}',
      '{"doi":"10.1/a","status":"retracted","date":"2020-02-31"}',
      'nonsense',
    ];
    const report = await readFeed(corpus.statuses, feedOf('our-list.jsonl', lines.join('\n')));
    expect(report).toMatchObject({ source: 'our-list', rows: 5, matched: [{ line: 1 }], unknown: [3], added: 2 });
    expect(report.malformed.map(({ line }) => line)).toEqual([4, 5, 6]);
    expect(corpus.paper('10.1/a')?.status).toMatchObject({ status: 'withdrawn', date: '2020', source: 'our-list' });
  });
});

describe('the rows of a table', () => {
  const read = async (...chunks: string[]): Promise<unknown[]> => {
    const rows = [];
    for await (const each of csvRows(from(chunks))) rows.push('fields' in each ? [each.line, ...each.fields] : each);
    return rows;
  };
  async function* from(chunks: readonly string[]): AsyncGenerator<string> {
    yield* chunks;
  }

  it('are the same wherever the text is cut', async () => {
    const field = fc.stringMatching(/^[ab",\n é]{0,6}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.nat({ max: 60 }),
        async (rows, cut) => {
          const text = rows.map((each) => each.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n');
          const wanted = rows.filter((each) => each.some((value) => value !== ''));
          const got = (await read(text.slice(0, cut), text.slice(cut))) as [number, ...string[]][];
          expect(got.map(([, ...fields]) => fields)).toEqual(wanted);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('go on after a quote that is never closed', async () => {
    expect(await read('a,b\n1,"open\n2,x\n')).toEqual([
      [1, 'a', 'b'],
      { line: 2, fault: 'A quote is opened and never closed.' },
      [3, '2', 'x'],
    ]);
    const long = Array.from({ length: 40_000 }, (_, i) => `${i},xxxxxxxxx`).join('\n');
    const rows = await read('1,"open\n', long.slice(0, 300_000), long.slice(300_000));
    expect(rows).toHaveLength(40_001);
    expect(rows[0]).toEqual({ line: 1, fault: 'A quote is opened and never closed.' });
  });
});
