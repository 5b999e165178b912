import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { Bench, Measure } from './main.ts';
import { median, quantile, round } from './statistics.ts';

const run = promisify(execFile);
const longDocument = 500;

/** `seconds` of processor time: a machine that is shared does not change them much. */
type Reading = { pages: number; seconds: number; peakMiB: number };
type MeasuredFile = { file: string; reading: Reading };

/** `--data` takes several folders, apart by the sign that parts paths (`:`). */
export const bench: Bench = {
  describe:
    'PDFs read into whole documents, each in a process of its own: pages a second of processor time once the engine is warm, and the peak memory of the process; the same for a document of 500 pages put together from them.',
  async run({ data }): Promise<Measure[]> {
    const files = (await Promise.all(data.split(delimiter).map(pdfFiles))).flat();
    if (files.length === 0) throw new Error(`no PDF in ${data}`);
    const measured: MeasuredFile[] = [];
    for (const file of files) measured.push({ file, reading: await readInProcess(file, 3) });
    const readings = measured.map(({ reading }) => reading);
    const speeds = readings.map(({ pages, seconds }) => pages / seconds);
    const pages = readings.reduce((total, reading) => total + reading.pages, 0);
    return [
      { name: 'files', value: files.length, unit: 'files' },
      { name: 'pages', value: pages, unit: 'pages' },
      { name: 'speed, median file', value: round(median(speeds), 1), unit: 'pages a second', bar: 12 },
      { name: 'speed, slowest tenth', value: round(quantile(speeds, 0.1), 1), unit: 'pages a second' },
      {
        name: 'peak memory, 90th of 100 files',
        value: round(
          quantile(
            readings.map(({ peakMiB }) => peakMiB),
            0.9,
          ),
          0,
        ),
        unit: 'MiB',
      },
      ...(await measureLong(measured)),
    ];
  },
};

/** Speed and memory for one long document. Without poppler's `pdfunite` there is none, and the figures say so. */
async function measureLong(files: readonly MeasuredFile[]): Promise<Measure[]> {
  if (spawnSync('pdfunite', ['-v']).error) {
    process.stderr.write('SKIPPED 500 pages: pdfunite (poppler-utils) is not here.\n');
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), 'askg-bench-'));
  try {
    const target = join(folder, 'long.pdf');
    await unite(files, target);
    const { pages, seconds, peakMiB } = await readInProcess(target, 1);
    return [
      { name: 'long document', value: pages, unit: 'pages' },
      { name: 'speed, long document, cold', value: round(pages / seconds, 1), unit: 'pages a second' },
      { name: 'peak memory, long document', value: round(peakMiB, 0), unit: 'MiB', bar: 600 },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The files one after the other, as often as it takes. */
async function unite(files: readonly MeasuredFile[], target: string): Promise<void> {
  const parts: string[] = [];
  let pages = 0;
  for (let i = 0; pages < longDocument; i++) {
    const next = files[i % files.length];
    if (!next) break;
    parts.push(next.file);
    pages += next.reading.pages;
  }
  await run('pdfunite', [...parts, target]);
}

async function pdfFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith('.pdf'))
    .toSorted()
    .map((name) => join(folder, name));
}

/** Reads a file in a process of its own, `rounds` times; the fastest round counts. */
async function readInProcess(file: string, rounds: number): Promise<Reading> {
  const script = join(import.meta.dirname, 'pdf', 'read-once.ts');
  const { stdout } = await run(process.execPath, ['--conditions=source', script, file, `${rounds}`], {
    maxBuffer: 2 ** 20,
  });
  return JSON.parse(stdout) as Reading;
}
