import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { round } from '../../bench/statistics.ts';
import { findAbbreviations } from '../../libs/ddm/src/enrich/abbreviations/find-abbreviations.ts';
import { foldPhrase } from '../../libs/ddm/src/enrich/keywords/fold-phrase.ts';
import { readPapers, wordsOf } from './enrichment/read-papers.ts';
import { compareSets, setFigures } from './enrichment/set-scores.ts';
import { writePredictions } from './enrichment/write-predictions.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport } from './main.ts';

type Pair = { short: string; long: string };
type Checked = { file: string; pairs: Pair[] };

/**
 * `--data` takes folders of JATS files; those that `gold/abbreviations.json` names are scored (see `gold/enrichment.md`). A pair
 * is right when its short form is the same and its long form too, but for case, hyphens and plural.
 */
export const evaluation: Evaluation = {
  describe: 'Abbreviations with what they stand for, compared with what was found by hand.',
  run: evaluate,
};

async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  if (options.data === undefined) throw new Error('--data DIR[:DIR…]: folders with JATS files');
  const papers = await readPapers(options.data, options.sample);
  const start = performance.now();
  const predictions = papers.map(({ file, document }) => ({
    file,
    pairs: (findAbbreviations(document).abbreviations ?? []).map(({ short, long }): Pair => ({ short, long })),
  }));
  const ms = performance.now() - start;
  writePredictions('abbreviations', options.predictions, predictions);

  const gold = JSON.parse(
    readFileSync(join(options.gold ?? join(import.meta.dirname, 'gold'), 'abbreviations.json'), 'utf8'),
  ) as Checked[];
  const scored = gold.flatMap((checked) => {
    const found = predictions.find(({ file }) => file === checked.file);
    return found ? [{ file: checked.file, found: found.pairs, wanted: checked.pairs }] : [];
  });
  const tallies = scored.map(({ found, wanted }) => compareSets(found.map(keyOf), wanted.map(keyOf)));
  const ofCapitals = papers.map(({ file, document }) => ({
    file,
    pairs: capitalsInBrackets(JSON.stringify(document)),
  }));
  const baseline = scored.map(({ file, wanted }) =>
    compareSets((ofCapitals.find((each) => each.file === file)?.pairs ?? []).map(keyOf), wanted.map(keyOf)),
  );
  const words = papers.reduce((sum, { document }) => sum + wordsOf(document), 0);
  return {
    figures: [
      { name: 'papers checked', value: scored.length, unit: '' },
      { name: 'pairs checked', value: scored.reduce((sum, { wanted }) => sum + wanted.length, 0), unit: '' },
      ...setFigures('', tallies),
      ...setFigures(', baseline: as many words before the bracket as it has capitals', baseline),
      { name: 'abbreviations a paper', value: round(mean(predictions.map(({ pairs }) => pairs.length)), 1), unit: '' },
      { name: 'speed', value: round((1000 * ms) / words, 2), unit: 'ms per 1,000 words' },
    ],
    details: {
      faults: scored.map(({ file, found, wanted }) => ({
        file,
        missed: wanted.filter((pair) => !found.some((each) => keyOf(each) === keyOf(pair))),
        wrong: found.filter((pair) => !wanted.some((each) => keyOf(each) === keyOf(pair))),
      })),
    },
  };
}

function keyOf({ short, long }: Pair): string {
  return `${short}\n${foldPhrase(long)}`;
}

function capitalsInBrackets(text: string): Pair[] {
  return [...text.matchAll(/((?:[\p{L}\p{N}-]+\s+){2,8})\((\p{Lu}{2,8})s?\)/gu)].map(([, before = '', short = '']) => ({
    short,
    long: before.trim().split(/\s+/u).slice(-short.length).join(' '),
  }));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
