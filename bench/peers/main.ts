/**
 * `node --conditions=source bench/peers/main.ts [--data DIR[:DIR]] [--papers A,B] [--tools A,B] [--sample N] [--json]
 * [--save]`: PDFs that have JATS, read by other converters and by ours, in one table; `--save` writes it to
 * `results/bench/pdf-peers.json`. See README.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { findPdfs, findTruths, sampleOf } from '../../test/eval/documents/pairs.ts';
import { f1, recall, sum, type Tally } from '../../test/eval/documents/measures/tally.ts';
import { pageText, pageWords } from '../../test/eval/documents/page/page-words.ts';
import { predict } from '../../test/eval/documents/predict.ts';
import type { Facts } from '../../test/eval/documents/facts.ts';
import { jatsTruth } from '../../test/eval/documents/truths/jats-truth.ts';
import { truthOnPage } from '../../test/eval/documents/truths/on-page.ts';
import { round } from '../statistics.ts';
import { ourBlocks } from './our-blocks.ts';
import { type Block, scoreBlocks } from './score-blocks.ts';
import { compareSpeeds } from './compare-speeds.ts';
import { tableOf, type Row } from './table-of.ts';
import { toolVersions } from './tool-versions.ts';

const root = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, 'demo', 'papers') },
    tools: { type: 'string', default: 'pdftotext,pdfminer,unstructured,docling,opendataloader' },
    papers: { type: 'string' },
    sample: { type: 'string' },
    json: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
  },
});

type Paper = { path: string; name: string; truth: Facts; pages: number };
type Seconds = { clock: number; processor: number };
type Outcome = { blocks: Map<string, readonly Block[]>; seconds: Seconds };

const wanted = values.papers === undefined ? undefined : new Set(values.papers.split(','));
const papers = values.data.split(delimiter).flatMap((data) => {
  const pairs = findPdfs(data).flatMap((file): { path: string; jats: string }[] => {
    if (wanted && !wanted.has(basename(file.path, '.pdf'))) return [];
    const jats = findTruths(file, data, data).find((truth) => /(?:\.jats\.xml|\.nxml)$/u.test(truth));
    return jats === undefined ? [] : [{ path: file.path, jats }];
  });
  return sampleOf(pairs, values.sample === undefined ? undefined : Number(values.sample)).flatMap(
    ({ path, jats }): Paper[] => {
      const truth = truthOnPage({ kind: 'jats', facts: jatsTruth(readFileSync(jats, 'utf8')) }, pageText(path));
      const name = basename(path, '.pdf');
      if (truth.skipped === undefined) return [{ path, name, truth: truth.truth.facts, pages: pageWords(path).length }];
      process.stderr.write(`SKIPPED ${name}: ${truth.skipped}\n`);
      return [];
    },
  );
});
const pages = papers.reduce((all, paper) => all + paper.pages, 0);
if (papers.length === 0) throw new Error(`no PDF with JATS in ${values.data}`);

const folder = mkdtempSync(join(tmpdir(), 'askg-peers-'));
const rows: Row[] = [];
const skipped: { tool: string; reason: string }[] = [];
try {
  for (const tool of values.tools.split(',')) {
    const outcome = runPeer(tool, join(folder, tool));
    if (outcome) rows.push(rowOf(tool, outcome));
  }
  rows.push(rowOf('askg', await runOurs(join(folder, 'askg'))));
} finally {
  rmSync(folder, { recursive: true });
}
const report = {
  bench: 'pdf-peers',
  describe: 'PDFs read by other converters and by ours in one run, compared with their JATS.',
  machine: { node: process.version, cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30) },
  papers: papers.map(({ name }) => name),
  pages,
  tools: toolVersions(pythonOf()),
  skipped,
  rows,
  speeds: compareSpeeds(rows, 'askg'),
};
const text = `${JSON.stringify(report, null, 2)}\n`;
if (values.save) {
  mkdirSync(join(root, 'results', 'bench'), { recursive: true });
  writeFileSync(join(root, 'results', 'bench', 'pdf-peers.json'), text);
}
process.stdout.write(
  values.json
    ? text
    : `${papers.length} papers, ${pages} pages, Node ${process.version}\n${tableOf(rows)}${tableOf(report.speeds)}`,
);

function pythonOf(): string {
  const python = join(process.env['ASKG_PEERS'] ?? '/tmp/askg-peers', 'bin', 'python');
  return existsSync(python) ? python : 'python3';
}

function runPeer(tool: string, target: string): Outcome | undefined {
  const script = join(import.meta.dirname, 'convert.py');
  const { status, stderr } = spawnSync(pythonOf(), [script, tool, target, ...papers.map(({ path }) => path)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) {
    const reason = stderr.trim().split('\n').at(-1) ?? `exit code ${status}`;
    process.stderr.write(`SKIPPED ${tool}: ${reason}\n`);
    skipped.push({ tool, reason });
    return undefined;
  }
  const seconds = JSON.parse(readFileSync(join(target, 'timings.json'), 'utf8')) as Record<string, Seconds>;
  return {
    blocks: new Map(
      papers.map(({ name }) => [name, JSON.parse(readFileSync(join(target, `${name}.json`), 'utf8')) as Block[]]),
    ),
    seconds: Object.values(seconds).reduce(plus),
  };
}

async function runOurs(target: string): Promise<Outcome> {
  const blocks = new Map<string, readonly Block[]>();
  let seconds: Seconds = { clock: 0, processor: 0 };
  const [first] = papers;
  // As the others: what is loaded at the first use does not count.
  if (first) await predict({ name: 'first', template: '', path: first.path }, target);
  for (const { path, name } of papers) {
    const prediction = await predict({ name, template: '', path }, target);
    seconds = plus(seconds, { clock: prediction.seconds, processor: prediction.processorSeconds });
    blocks.set(name, prediction.document ? ourBlocks(prediction.document) : []);
  }
  return { blocks, seconds };
}

function rowOf(tool: string, { blocks, seconds }: Outcome): Row {
  const scores = papers.map(({ name, truth }) => scoreBlocks(blocks.get(name) ?? [], truth));
  const total = (of: (score: (typeof scores)[number]) => Tally): Tally => sum(scores.map(of));
  return {
    tool,
    'seconds a page': round(seconds.clock / pages, 4),
    'of processor time': round(seconds.processor / pages, 4),
    'sentences found': round(recall(total(({ found }) => found)) ?? 0, 3),
    'in order': round(recall(total(({ inOrder }) => inOrder)) ?? 0, 3),
    'turned back': scores.reduce((all, { inversions }) => all + inversions, 0),
    'headings F1': round(f1(total(({ headings }) => headings)) ?? 0, 3),
    'reference count': round(scores.reduce((all, { countAccuracy }) => all + countAccuracy, 0) / scores.length, 3),
    'reference alone': round(recall(total(({ entries }) => entries)) ?? 0, 3),
  };
}

function plus(a: Seconds, b: Seconds): Seconds {
  return { clock: a.clock + b.clock, processor: a.processor + b.processor };
}
