import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Paragraph, Section, Sentence } from '@askg/contract';
import { round } from '../../bench/statistics.ts';
import { assignFunctions } from '../../libs/ddm/src/enrich/citation-function/assign-functions.ts';
import { citationClasses } from '../../libs/ddm/src/enrich/citation-function/classes.ts';
import { functionOfSentence } from '../../libs/ddm/src/enrich/citation-function/functions-of.ts';
import { type CitationFunction, classOfFunction } from '../../libs/ddm/src/enrich/citation-function/functions.ts';
import { assignRoles } from '../../libs/ddm/src/enrich/section-roles.ts';
import { classByCues } from './citations/cue-dictionary.ts';
import { readLabelledCitations } from './citations/labelled-citations.ts';
import { sampleOf } from './documents/pairs.ts';
import { classF1, type Judged, macroF1 } from './enrichment/macro-f1.ts';
import { readPapers, wordsOf } from './enrichment/read-papers.ts';
import { writePredictions } from './enrichment/write-predictions.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport, Figure } from './main.ts';

/** A citation of a paper: the file, the sentence, the place in it from 1. */
type PaperCitation = { file: string; sentence: string; citation: number; function: string };

/**
 * `--data` takes folders, apart by the sign that parts paths. SciCite is read from the one that has it: `dev.txt.gz`, or
 * `test.txt.gz` for `--split test`, itself or in a folder `sci-cite`. The weights were learnt from its training split
 * (`scripts/train-citation-function.ts`). A sentence stands there alone, so that section roles cannot help. How our functions
 * map to SciCite's classes stands in `citations/labelled-citations.ts`. JATS files in the other folders are enriched, and those
 * citations scored that `gold/citation-functions.json` has (see `gold/enrichment.md`).
 */
export const evaluation: Evaluation = {
  describe: 'Why citations are made: SciCite by its three classes, and checked citations of whole papers by function.',
  run: evaluate,
};

async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  if (options.data === undefined) throw new Error('--data DIR[:DIR…]: a folder with SciCite, folders with JATS files');
  const folders = options.data.split(delimiter);
  const scicite = fileOf(folders, options.split === 'test' ? 'test' : 'dev');
  const sentences = scicite === undefined ? [] : sampleOf(readLabelledCitations(scicite), options.sample);
  const functions = sentences.map(({ text }) => functionOfSentence(text));
  const papers = (await readPapers(options.data, options.sample)).map(({ file, document }) => ({
    file,
    document: assignRoles(document),
  }));
  const start = performance.now();
  const citations = papers.flatMap(({ file, document }) => citationsOf(file, assignFunctions(document)));
  const ms = performance.now() - start;
  writePredictions('citations', options.predictions, [
    ...functions.map((found, id) => ({ id, function: found, class: classOfFunction[found] })),
    ...citations,
  ]);

  const labels = sentences.map(({ label }) => label);
  const predicted = functions.map((found) => classOfFunction[found]);
  const words = papers.reduce((sum, { document }) => sum + wordsOf(document), 0);
  return {
    figures: [
      ...(sentences.length === 0
        ? []
        : sciciteFigures(
            labels,
            predicted,
            sentences.map(({ text }) => classByCues(text)),
          )),
      ...(citations.length === 0 ? [] : paperFigures(citations, options.gold)),
      ...(words === 0 ? [] : [{ name: 'speed', value: round((1000 * ms) / words, 2), unit: 'ms per 1,000 words' }]),
    ],
    details: {
      functions: count([...functions, ...citations.map((each) => each.function)]),
      confusion: citationClasses.map((expected) =>
        citationClasses.map(
          (other) => labels.filter((label, i) => label === expected && predicted[i] === other).length,
        ),
      ),
    },
  };
}

function sciciteFigures(labels: readonly string[], predicted: readonly string[], byCues: readonly string[]): Figure[] {
  const pairs = (found: readonly string[]): Judged[] =>
    labels.map((expected, i) => ({ expected, predicted: found[i] ?? '' }));
  const ours = pairs(predicted);
  return [
    { name: 'sentences of SciCite', value: labels.length, unit: '' },
    { ...figure('macro-F1', macroF1(ours)), bar: '0.75' },
    ...citationClasses.map((name) => figure(`F1, ${name}`, classF1(ours, name))),
    figure('macro-F1, baseline: cue phrases', macroF1(pairs(byCues))),
    figure('macro-F1, baseline: the class met most often', macroF1(pairs(labels.map(() => mostFrequent(labels))))),
  ];
}

function paperFigures(citations: readonly PaperCitation[], folder = join(import.meta.dirname, 'gold')): Figure[] {
  const gold = JSON.parse(readFileSync(join(folder, 'citation-functions.json'), 'utf8')) as PaperCitation[];
  const found = new Map(citations.map((each) => [keyOf(each), each.function]));
  const pairs = gold.flatMap((each): Judged[] => {
    const predicted = found.get(keyOf(each));
    return predicted === undefined ? [] : [{ expected: each.function, predicted }];
  });
  const classes = pairs.map(({ expected, predicted }) => ({
    expected: classOf(expected),
    predicted: classOf(predicted),
  }));
  const majority = mostFrequent(pairs.map(({ expected }) => expected));
  const right = (predict: (pair: Judged) => string): number =>
    pairs.filter((pair) => pair.expected === predict(pair)).length / Math.max(1, pairs.length);
  return [
    { name: 'checked citations of papers', value: pairs.length, unit: '' },
    figure('macro-F1 of the three classes, papers', macroF1(classes)),
    figure(
      'right function, papers',
      right(({ predicted }) => predicted),
    ),
    figure(
      'right function, papers, baseline: the one met most often',
      right(() => majority),
    ),
  ];
}

function keyOf({ file, sentence, citation }: PaperCitation): string {
  return `${file} ${sentence} ${citation}`;
}

function classOf(name: string): string {
  return classOfFunction[name as CitationFunction];
}

function citationsOf(
  file: string,
  { abstract, sections }: { abstract: Paragraph[]; sections: Section[] },
): PaperCitation[] {
  const within = (list: readonly Section[]): Sentence[] =>
    list.flatMap(({ paragraphs, sections: inner }) => [...sentencesOf(paragraphs), ...within(inner)]);
  return [...sentencesOf(abstract), ...within(sections)].flatMap(({ id, citations }) =>
    citations.map((mark, i) => ({ file, sentence: id, citation: i + 1, function: mark.function ?? '' })),
  );
}

function sentencesOf(paragraphs: readonly Paragraph[]): Sentence[] {
  return paragraphs.flatMap(({ sentences }) => sentences);
}

function figure(name: string, value: number): Figure {
  return { name, value: round(value, 4), unit: '' };
}

function count(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    Object.keys(classOfFunction).map((name) => [name, names.filter((each) => each === name).length]),
  );
}

function mostFrequent(labels: readonly string[]): string {
  const times = (name: string): number => labels.filter((label) => label === name).length;
  return [...new Set(labels)].toSorted((a, b) => times(b) - times(a))[0] ?? '';
}

function fileOf(folders: readonly string[], split: string): string | undefined {
  return folders
    .flatMap((folder) => [folder, join(folder, 'sci-cite')])
    .flatMap((folder) => [`${split}.txt.gz`, `${split}.jsonl`].map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}
