import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findPdfs, sampleOf } from './documents/pairs.ts';
import { popplerVersion } from './documents/page/page-words.ts';
import { predict, type Prediction } from './documents/predict.ts';
import { figuresOf, shortened, tableOf, type Worst, worstPapers, worstTemplates } from './documents/report.ts';
import { scorePrediction, truthFiles } from './documents/score-prediction.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport } from './main.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * `--data` takes several folders, apart by the sign that parts paths (`:`), and `--gold` one for each; without it the truth
 * stands beside the PDF. What was checked by hand (`test/eval/gold`) is used wherever its papers are.
 */
export const evaluation: Evaluation = {
  describe: 'PDFs read into documents, compared with JATS, Markdown, deposits and checked pages of the same papers.',
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
  process.stderr.write('\n');
  if (predictions.length === 0) throw new Error(`no PDF in ${folders.join(', ')}`);

  const poppler = popplerVersion();
  if (poppler === undefined) {
    process.stderr.write('SKIPPED boxes, losses, pages: pdftotext (poppler-utils) is not here.\n');
  }
  const papers = predictions.map(({ prediction, data, gold }) =>
    scorePrediction(prediction, truthFiles(prediction, data, gold), poppler !== undefined),
  );
  const worst = worstPapers(papers);
  process.stderr.write(tableOf(papers));
  const templates = worstTemplates(papers);
  const show = (what: string) => (each: Worst) => `worst ${what}, ${each.measure}: ${each.name} (${each.value})\n`;
  process.stderr.write([...templates.map(show('template')), ...worst.map(show('paper'))].join(''));
  return {
    figures: figuresOf(papers),
    details: {
      poppler: poppler ?? 'not installed: boxes not checked',
      worst: [...templates, ...worst],
      papers: papers.map(shortened),
    },
  };
}
