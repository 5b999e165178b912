import { createHash } from 'node:crypto';
import { delimiter } from 'node:path';
import type { Document, Format } from '@askg/contract';
import { buildDocument, checkDocument, cutSentences, enrich, readSource } from '@askg/ddm';
import type { Bench, Measure } from './main.ts';
import { type PaperFile, paperFiles } from './paper-files.ts';
import { median, round } from './statistics.ts';

/** The reader of PDFs has a benchmark of its own, by the page. */
const bars: Partial<Record<Format, number>> = { jats: 60, tei: 60, markdown: 60, latex: 150 };
/** Shorter papers say nothing about speed. */
const fewestWords = 200;

/** `ms`: time of the processor, which is that of one core whatever else the machine does. */
type Read = { name: string; format: Format; words: number; ms: number; problem?: string };

/** Every paper of every format but PDF. `--data` takes several folders, apart by the sign that parts paths (`:`). */
export const bench: Bench = {
  describe:
    'Every file below some folders that is a paper in a format other than PDF, those in archives included: which cannot be read, and how fast the others are read and enriched on one core.',
  async run({ data }): Promise<Measure[]> {
    const reads: Read[] = [];
    for (const folder of data.split(delimiter)) {
      for await (const file of paperFiles(folder)) reads.push(await readThrice(file));
    }
    const formats = [...new Set(reads.map(({ format }) => format))].toSorted();
    return formats.flatMap((format) => measuresOf(format, reads));
  },
};

function measuresOf(format: Format, all: readonly Read[]): Measure[] {
  const reads = all.filter((read) => read.format === format);
  const failures = reads.filter(({ problem }) => problem !== undefined);
  const timed = reads.filter(({ problem, words }) => problem === undefined && words >= fewestWords);
  const words = timed.reduce((sum, read) => sum + read.words, 0);
  const ms = timed.reduce((sum, read) => sum + read.ms, 0);
  const bar = bars[format];
  const speed = { unit: 'ms per 1,000 words', ...(bar === undefined ? {} : { bar }) };
  const slowest = timed.toSorted((a, b) => b.ms / b.words - a.ms / a.words)[0];
  return [
    { name: `${format}: papers`, value: reads.length, unit: 'papers' },
    {
      name: `${format}: papers that cannot be read`,
      value: failures.length,
      unit: 'papers',
      bar: 0,
      details: failures.map(({ name, problem }) => `${name}: ${problem}`),
    },
    ...(timed.length === 0
      ? []
      : [
          { name: `${format}: words`, value: words, unit: 'words' },
          { name: `${format}: read and enriched, all papers`, value: round((1000 * ms) / words), ...speed },
          {
            name: `${format}: read and enriched, median paper`,
            value: round(median(timed.map((read) => (1000 * read.ms) / read.words))),
            ...speed,
            details: { slowest: slowest?.name, ms: round(slowest?.ms ?? 0), words: slowest?.words },
          },
        ]),
  ];
}

/** The third of three runs counts: the others warm the code up, as in a worker that has been reading for a while. */
async function readThrice({ name, bytes, format, companion }: PaperFile): Promise<Read> {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const run = async (): Promise<{ document: Document; ms: number }> => {
    const start = process.cpuUsage();
    const draft = await readSource(bytes, { as: format, fileName: name, companion });
    const document = enrich(buildDocument(draft, { digest, cutSentences }));
    const { user, system } = process.cpuUsage(start);
    return { document, ms: (user + system) / 1000 };
  };
  try {
    await run();
    await run();
    const { document, ms } = await run();
    const faults = checkDocument(document);
    const problem = faults.length === 0 ? {} : { problem: `not sound: ${JSON.stringify(faults[0])}` };
    return { name, format, words: wordCount(document), ms, ...problem };
  } catch (error) {
    return { name, format, words: 0, ms: 0, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Words of all texts of a document: sentences, headings, cells and entries of the reference list. */
function wordCount(document: Document): number {
  let words = 0;
  JSON.stringify(document, (key, value: unknown) => {
    if ((key === 'text' || key === 'heading' || key === 'raw') && typeof value === 'string') {
      words += value.split(/\s+/u).filter((word) => word !== '').length;
    }
    return key === 'mentions' || key === 'findings' ? undefined : value;
  });
  return words;
}
