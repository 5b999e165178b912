import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { round } from '../../bench/statistics.ts';
import { letters } from './documents/measures/letters.ts';
import { f1, sum, type Tally } from './documents/measures/tally.ts';
import { popplerVersion } from './documents/page/page-words.ts';
import { sampleOf } from './documents/pairs.ts';
import { predict, type Prediction } from './documents/predict.ts';
import { latexAndPdfs, type Pair, pairsByName, pairsWithConverter, type PaperFile } from './formats/find-pairs.ts';
import { rawText } from './formats/raw-text.ts';
import { type PairScore, scorePair, scorePlain } from './formats/score-pair.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport, Figure } from './main.ts';

const root = join(import.meta.dirname, '..', '..');

type ScoredPair = PairScore & { pair: Pair; kinds: string; baseline: Tally | undefined };

/** `--data` takes several folders, apart by the sign that parts paths (`:`). */
export const evaluation: Evaluation = {
  describe: 'The same paper read from two formats: sentences and references that both documents have.',
  run: evaluate,
};

async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  const folders = (options.data ?? join(root, 'demo', 'papers')).split(delimiter);
  const target = options.predictions ?? join(root, 'data', 'eval', 'formats');
  mkdirSync(target, { recursive: true });
  const poppler = popplerVersion();
  const read = reader(target);

  const byName = folders.flatMap((folder) => [...pairsByName(folder), ...pairsWithConverter(folder)]);
  const pairs = [...sampleOf(byName, options.sample), ...(await pairsByTitle(folders, read))];
  if (pairs.length === 0) throw new Error(`no paper in two formats in ${folders.join(', ')}`);
  const scored: ScoredPair[] = [];
  const refused: string[] = [];
  for (const pair of pairs) {
    const [one, other] = [await read(pair.one), await read(pair.other)];
    refused.push(
      ...[one, other].flatMap(({ file, problem }) => (problem === undefined ? [] : `${file.path}: ${problem}`)),
    );
    if (!one.document || !other.document) continue;
    const [rawOne, rawOther] = [rawText(pair.one, poppler !== undefined), rawText(pair.other, poppler !== undefined)];
    const score = scorePair({ document: one.document, raw: rawOne }, { document: other.document, raw: rawOther });
    const baseline = rawOne === undefined || rawOther === undefined ? undefined : scorePlain(rawOne, rawOther);
    scored.push({ ...score, pair, kinds: kindsOf(pair), baseline });
    process.stderr.write(`${lineOf(scored.at(-1) as ScoredPair)}\n`);
  }
  return { figures: figuresOf(scored, refused), details: detailsOf(scored, refused, poppler) };
}

/** Reads each file once. */
function reader(target: string): (file: PaperFile) => Promise<Prediction> {
  const read = new Map<string, Promise<Prediction>>();
  return (file) => {
    const name = `${file.name}.${file.kind}`;
    const prediction = read.get(file.path) ?? predict({ ...file, name }, target);
    read.set(file.path, prediction);
    return prediction;
  };
}

async function pairsByTitle(
  folders: readonly string[],
  read: (file: PaperFile) => Promise<Prediction>,
): Promise<Pair[]> {
  const { sources, pdfs } = latexAndPdfs(folders);
  if (sources.length === 0) return [];
  const titles = new Map<string, PaperFile>();
  for (const pdf of pdfs) titles.set(letters((await read(pdf)).document?.title ?? ''), pdf);
  const pairs: Pair[] = [];
  for (const one of sources) {
    const title = letters((await read(one)).document?.title ?? '');
    const other = titles.get(title);
    if (title !== '' && other) pairs.push({ paper: one.name, one, other, silver: false });
  }
  return pairs;
}

function kindsOf({ one, other, silver }: Pair): string {
  const kinds = [one.kind, other.kind].toSorted().join(' and ');
  return silver ? `${kinds} (one made by another converter)` : kinds;
}

function figuresOf(scored: readonly ScoredPair[], refused: readonly string[]): Figure[] {
  const own = scored.filter(({ pair }) => !pair.silver);
  const groups = [...Map.groupBy(scored, ({ kinds }) => kinds)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const barred = { bar: '0.95' };
  return [
    { name: 'pairs', value: scored.length, unit: '' },
    { name: 'files that a reader refused', value: new Set(refused).size, unit: '', bar: '0' },
    ...valuesOf('overall', own, barred),
    ...groups.flatMap(([kinds, members]) => valuesOf(kinds, members, members[0]?.pair.silver === true ? {} : barred)),
  ];
}

function valuesOf(name: string, scored: readonly ScoredPair[], bar: { bar?: string }): Figure[] {
  const figure = (
    what: string,
    tally: (each: ScoredPair) => Tally | undefined,
    own: { bar?: string } = {},
  ): Figure[] => {
    const value = f1(sum(scored.map(tally).filter((each) => each !== undefined)));
    return value === undefined ? [] : [{ name: `${name}: ${what}`, value: round(value, 4), unit: '', ...own }];
  };
  return [
    { name: `${name}: pairs`, value: scored.length, unit: '' },
    ...figure('sentence F1 of what both sources hold', ({ held }) => held, bar),
    ...figure('sentence F1', ({ sentences }) => sentences, bar),
    ...figure('sentence F1 of plain texts, the baseline', ({ baseline }) => baseline),
    ...figure(
      'reference F1 of what both sources hold',
      (each) => (hasLists(each) ? each.heldReferences : undefined),
      bar,
    ),
    ...figure('reference F1', (each) => (hasLists(each) ? each.references : undefined), bar),
  ];
}

/** Some converters leave the list of references out: then there is nothing to compare. */
function hasLists({ pair, references }: ScoredPair): boolean {
  return !pair.silver || (references.predicted > 0 && references.expected > 0);
}

function detailsOf(scored: readonly ScoredPair[], refused: readonly string[], poppler: string | undefined): unknown {
  const value = (tally: Tally | undefined): number | undefined => {
    const score = tally && f1(tally);
    return score === undefined ? undefined : round(score, 4);
  };
  const worst = scored.toSorted((a, b) => (f1(a.held) ?? 1) - (f1(b.held) ?? 1)).slice(0, 5);
  return {
    poppler: poppler ?? 'not installed: no plain text of PDFs',
    worst: worst.map(({ pair, kinds, held }) => `${pair.paper}, ${kinds}: ${value(held)}`),
    refused: [...new Set(refused)],
    pairs: scored.map(({ pair, kinds, sentences, held, baseline, references, heldReferences, faults }) => ({
      paper: pair.paper,
      kinds,
      sentences: value(sentences),
      sentencesHeld: value(held),
      baseline: value(baseline),
      references: value(references),
      referencesHeld: value(heldReferences),
      counts: { sentences, held, references },
      faults: faults.slice(0, 20),
    })),
  };
}

function lineOf({ pair, kinds, sentences, held, baseline, references }: ScoredPair): string {
  const show = (tally: Tally | undefined): string => (tally ? (f1(tally) ?? 0).toFixed(3) : '–');
  return `${pair.paper}, ${kinds}: sentences ${show(sentences)}, held ${show(held)}, plain ${show(baseline)}, references ${show(references)}`;
}
