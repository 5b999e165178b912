/**
 * `node --conditions=source bench/peers/main.ts [--data DIR[:DIR]] [--tools A,B] [--sample N] [--json]`: PDFs that have JATS,
 * read by other converters and by ours, in one table. See README.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

const root = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, 'demo', 'papers') },
    tools: { type: 'string', default: 'pdftotext,pdfminer,unstructured,docling,opendataloader' },
    sample: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

type Paper = { path: string; name: string; truth: Facts; pages: number };
type Outcome = { blocks: Map<string, readonly Block[]>; seconds: number };
type Row = Record<string, string | number>;

const papers = values.data.split(delimiter).flatMap((data) => {
  const pairs = findPdfs(data).flatMap((file): { path: string; jats: string }[] => {
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
if (papers.length === 0) throw new Error(`no PDF with JATS in ${values.data}`);

const folder = mkdtempSync(join(tmpdir(), 'askg-peers-'));
const rows: Row[] = [];
try {
  for (const tool of values.tools.split(',')) {
    const outcome = runPeer(tool, join(folder, tool));
    if (outcome) rows.push(rowOf(tool, outcome));
  }
  rows.push(rowOf('askg', await runOurs(join(folder, 'askg'))));
} finally {
  rmSync(folder, { recursive: true });
}
if (values.json) process.stdout.write(`${JSON.stringify({ papers: papers.map(({ name }) => name), rows }, null, 2)}\n`);
else process.stdout.write(tableOf(rows));

function runPeer(tool: string, target: string): Outcome | undefined {
  const environment = process.env['ASKG_PEERS'] ?? '/tmp/askg-peers';
  const python = existsSync(join(environment, 'bin', 'python')) ? join(environment, 'bin', 'python') : 'python3';
  const script = join(import.meta.dirname, 'convert.py');
  const { status, stderr } = spawnSync(python, [script, tool, target, ...papers.map(({ path }) => path)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) {
    process.stderr.write(`SKIPPED ${tool}: ${stderr.trim().split('\n').at(-1) ?? `exit code ${status}`}\n`);
    return undefined;
  }
  const seconds = JSON.parse(readFileSync(join(target, 'timings.json'), 'utf8')) as Record<string, number>;
  return {
    blocks: new Map(
      papers.map(({ name }) => [name, JSON.parse(readFileSync(join(target, `${name}.json`), 'utf8')) as Block[]]),
    ),
    seconds: Object.values(seconds).reduce((total, each) => total + each, 0),
  };
}

async function runOurs(target: string): Promise<Outcome> {
  const blocks = new Map<string, readonly Block[]>();
  let seconds = 0;
  const [first] = papers;
  // As the others: what is loaded at the first use does not count.
  if (first) await predict({ name: 'first', template: '', path: first.path }, target);
  for (const { path, name } of papers) {
    const prediction = await predict({ name, template: '', path }, target);
    seconds += prediction.seconds;
    blocks.set(name, prediction.document ? ourBlocks(prediction.document) : []);
  }
  return { blocks, seconds };
}

function rowOf(tool: string, { blocks, seconds }: Outcome): Row {
  const scores = papers.map(({ name, truth }) => scoreBlocks(blocks.get(name) ?? [], truth));
  const total = (of: (score: (typeof scores)[number]) => Tally): Tally => sum(scores.map(of));
  const pages = papers.reduce((all, paper) => all + paper.pages, 0);
  return {
    tool,
    'seconds a page': round(seconds / pages, 4),
    'sentences found': round(recall(total(({ found }) => found)) ?? 0, 3),
    'in order': round(recall(total(({ inOrder }) => inOrder)) ?? 0, 3),
    'turned back': scores.reduce((all, { inversions }) => all + inversions, 0),
    'headings F1': round(f1(total(({ headings }) => headings)) ?? 0, 3),
    'reference count': round(scores.reduce((all, { countAccuracy }) => all + countAccuracy, 0) / scores.length, 3),
    'reference alone': round(recall(total(({ entries }) => entries)) ?? 0, 3),
  };
}

function tableOf(lines: readonly Row[]): string {
  const names = Object.keys(lines[0] ?? {});
  const widths = names.map((name) => Math.max(name.length, ...lines.map((line) => `${line[name]}`.length)));
  const format = (cells: readonly string[]): string =>
    `${cells.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  ')}\n`;
  const pages = papers.reduce((all, paper) => all + paper.pages, 0);
  return [
    `${papers.length} papers, ${pages} pages, Node ${process.version}\n`,
    format(names),
    ...lines.map((line) => format(names.map((name) => `${line[name]}`))),
  ].join('');
}
