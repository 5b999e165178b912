import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findSources } from './documents/latex/find-sources.ts';
import { scoreSource } from './documents/latex/score-source.ts';
import { wordCount } from './documents/facts.ts';
import { findPdfs, sampleOf } from './documents/pairs.ts';
import { popplerVersion } from './documents/page/page-words.ts';
import { predict, type Prediction } from './documents/predict.ts';
import {
  figuresOf,
  type ScoredPaper,
  shortened,
  tableOf,
  type Worst,
  worstPapers,
  worstTemplates,
} from './documents/report.ts';
import { scorePrediction, truthFiles } from './documents/score-prediction.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport, Figure } from './main.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * `--data` takes several folders, apart by the sign that parts paths (`:`), and `--gold` one for each; without it the truth
 * stands beside the PDF. What was checked by hand (`test/eval/gold`) is used wherever its papers are.
 */
export const evaluation: Evaluation = {
  describe:
    'PDFs and LaTeX sources read into documents, compared with JATS, Markdown, deposits, checked pages and each other.',
  run: evaluate,
};

async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  const folders = (options.data ?? join(root, 'demo', 'papers')).split(delimiter);
  const golds = (options.gold ?? options.data ?? join(root, 'demo', 'papers')).split(delimiter);
  const target = options.predictions ?? join(root, 'data', 'eval', 'documents');
  mkdirSync(target, { recursive: true });

  const predictions: { prediction: Prediction; data: string; gold: string }[] = [];
  for (const [i, data] of folders.entries()) {
    for (const file of sampleOf(findPdfs(data), options.sample)) {
      predictions.push({ prediction: await predict(file, target), data, gold: golds[i] ?? data });
      process.stderr.write('.');
    }
  }
  const sources = await predictSources(folders, golds, target, options.sample);
  process.stderr.write('\n');
  if (predictions.length + sources.length === 0) throw new Error(`no PDF and no LaTeX in ${folders.join(', ')}`);

  const poppler = popplerVersion();
  if (poppler === undefined) {
    process.stderr.write('SKIPPED boxes, losses, pages: pdftotext (poppler-utils) is not here.\n');
  }
  const papers: ScoredPaper[] = predictions.map(({ prediction, data, gold }) =>
    scorePrediction(prediction, truthFiles(prediction, data, gold), poppler !== undefined),
  );
  for (const { prediction, gold } of sources) papers.push(await scoreSource(prediction, { gold, target }));
  const worst = worstPapers(papers);
  process.stderr.write(tableOf(papers));
  const templates = worstTemplates(papers);
  const show = (what: string) => (each: Worst) => `worst ${what}, ${each.measure}: ${each.name} (${each.value})\n`;
  process.stderr.write([...templates.map(show('template')), ...worst.map(show('paper'))].join(''));
  return {
    figures: [...figuresOf(papers), ...timeOfSources(sources.map(({ prediction }) => prediction))],
    details: {
      poppler: poppler ?? 'not installed: boxes not checked',
      worst: [...templates, ...worst],
      papers: papers.map(shortened),
    },
  };
}

type PredictedSource = { prediction: Prediction; gold: string };

/** Sources are read twice, so that the time is that of a running worker. */
async function predictSources(
  folders: readonly string[],
  golds: readonly string[],
  target: string,
  sample: number | undefined,
): Promise<PredictedSource[]> {
  const predicted: PredictedSource[] = [];
  for (const [i, data] of folders.entries()) {
    for (const file of sampleOf(findSources(data), sample)) {
      await predict(file, target);
      predicted.push({ prediction: await predict(file, target), gold: golds[i] ?? data });
      process.stderr.write('.');
    }
  }
  return predicted;
}

function timeOfSources(predictions: readonly Prediction[]): Figure[] {
  const words = predictions.reduce((total, { document }) => total + (document ? wordCount(document) : 0), 0);
  const seconds = predictions.reduce((total, prediction) => total + prediction.processorSeconds, 0);
  if (words === 0) return [];
  const value = Math.round((1e6 * seconds) / words);
  return [
    { name: 'time of LaTeX, read and enriched', value, unit: 'ms of processor time per 1,000 words', bar: '150' },
  ];
}
