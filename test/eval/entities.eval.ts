import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { Document } from '@askg/contract';
import { round } from '../../bench/statistics.ts';
import { findAbbreviations } from '../../libs/ddm/src/enrich/abbreviations/find-abbreviations.ts';
import { tagEntities } from '../../libs/ddm/src/enrich/entities/tag-entities.ts';
import { sampleOf } from './documents/pairs.ts';
import { dictionarySpans, phraseSpans } from './entities/baselines.ts';
import { documentOf } from './entities/document-of.ts';
import { ncgPapers, sciErc, sciRex } from './entities/labelled/folders.ts';
import type { LabelledDocument } from './entities/labelled/labelled.ts';
import { type Score, overlapF1, spanF1 } from './entities/span-f1.ts';
import { type Span, foundSpans, goldSpans } from './entities/spans.ts';
import { taggerSpans } from './entities/tagger-spans.ts';
import { typeOfMention } from './entities/type-mapping.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport, Figure } from './main.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * `--data` takes several folders, apart by the sign that parts paths (`:`), each with what it has of SciERC (`sciie`), SciREX
 * (`scirex.tar.gz`) and NLPContributionGraph (`ncg-papers.tar.gz`). The tagger was trained on SciERC's training split and four
 * fifths of SciREX's papers (`scripts/train-entity-tagger.ts`); the rest is new to it, and with `--split test` all papers of
 * SciREX count as new. How our types answer to theirs stands in `entities/type-mapping.ts`.
 */
export const evaluation: Evaluation = {
  describe:
    'Entities in text, exact spans: SciERC abstracts, SciREX papers, and phrases of contribution sentences of NLPContributionGraph.',
  run: evaluate,
};

type Task = {
  name: string;
  documents: readonly LabelledDocument[];
  isAbstract: boolean;
  /** Types of the data set that we can find. */
  types: readonly string[];
  training: readonly LabelledDocument[];
};

function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  const folders = (options.data ?? '').split(delimiter).filter((folder) => folder !== '');
  const isTest = options.split === 'test';
  const figures: Figure[] = [];
  const details: Record<string, unknown> = {};
  const lines: string[] = [];
  for (const folder of folders) {
    if (existsSync(join(folder, 'sciie'))) {
      const documents = sampleOf(sciErc(folder, isTest ? 'test' : 'dev'), options.sample);
      const types = ['Task', 'Method', 'Metric', 'Material', 'OtherScientificTerm'];
      const training = folders.flatMap((each) => sciErc(each, 'train'));
      measure({ name: 'SciERC', documents, isAbstract: true, types, training });
    }
    if (existsSync(join(folder, 'scirex.tar.gz'))) {
      const documents = sampleOf(
        isTest ? [...sciRex(folder, 'train'), ...sciRex(folder, 'dev')] : sciRex(folder, 'dev'),
        options.sample,
      );
      const training = isTest ? [] : sciRex(folder, 'train');
      measure({
        name: 'SciREX',
        documents,
        isAbstract: false,
        types: ['Task', 'Method', 'Metric', 'Material'],
        training,
      });
    }
    if (existsSync(join(folder, 'ncg-papers.tar.gz'))) measurePhrases(folder);
  }
  if (figures.length === 0) throw new Error('--data DIR: a folder with SciERC, SciREX or NLPContributionGraph');
  const target = options.predictions ?? join(root, 'data', 'eval', 'entities.jsonl');
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, lines.map((line) => `${line}\n`).join(''));
  return Promise.resolve({ figures, details });

  function find(documents: readonly LabelledDocument[], isAbstract: boolean): { spans: Span[]; speed: number } {
    const given = documents.map((document) => ({ id: document.id, document: documentOf(document, isAbstract) }));
    // The first one reads the weights.
    const [first] = given;
    if (first) tagEntities(first.document);
    const before = process.cpuUsage();
    const tagged: { id: string; document: Document }[] = given.map(({ id, document }) => ({
      id,
      document: tagEntities(findAbbreviations(document)),
    }));
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1000;
    const words = documents
      .flatMap(({ sentences }) => sentences)
      .reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
    const spans = tagged.flatMap(({ id, document }) => foundSpans(id, document, typeOfMention));
    for (const span of spans) lines.push(JSON.stringify(span));
    return { spans, speed: (1000 * ms) / words };
  }

  function measure({ name, documents, isAbstract, types, training }: Task): void {
    const { spans, speed } = find(documents, isAbstract);
    const found = spans.filter(({ type }) => types.includes(type));
    const all = documents.flatMap((document) => goldSpans(document, (type) => type));
    const gold = all.filter(({ type }) => types.includes(type));
    const add = (what: string, score: Score, bar?: string): void => {
      figures.push({ ...figure(`${name}, ${what}`, score.f1), ...(bar === undefined ? {} : { bar }) });
      details[`${name}, ${what}`] = rounded(score);
    };
    const isErc = name === 'SciERC';
    if (isErc) {
      add('exact spans, all six types', spanF1(found, all, false), '0.50');
      const tagged = taggerSpans(documents);
      add('tagger alone, all six types: exact spans', spanF1(tagged, all, false));
      add('tagger alone, all six types: spans and types', spanF1(tagged, all, true));
    }
    add(isErc ? 'exact spans, without Generic' : 'exact spans', spanF1(found, gold, false));
    add('exact spans and types', spanF1(found, gold, true));
    for (const type of types) add(type, spanF1(ofType(found, type), ofType(gold, type), true));
    const dictionary = dictionarySpans(training, documents, (type) => type);
    if (training.length > 0) {
      if (isErc) add('baseline, dictionary of the training part: all six types', spanF1(dictionary, all, false));
      const known = dictionary.filter(({ type }) => types.includes(type));
      add('baseline, dictionary of the training part: exact spans', spanF1(known, gold, false));
      add('baseline, dictionary of the training part: spans and types', spanF1(known, gold, true));
    }
    const phrases = phraseSpans(documents, 'Method');
    add('baseline, phrases between function words, all of them methods: exact spans', spanF1(phrases, gold, false));
    add('baseline, phrases between function words, all of them methods: spans and types', spanF1(phrases, gold, true));
    figures.push({
      name: `${name}, speed of tagging`,
      value: round(speed, 1),
      unit: 'ms of processor time per 1,000 words',
    });
  }

  function measurePhrases(folder: string): void {
    const papers = sampleOf(ncgPapers(folder), options.sample);
    const { spans, speed } = find(papers, false);
    const marked = new Set(papers.flatMap(({ id, marked: own }) => [...own].map((i) => `${id}#${i + 1}`)));
    const inMarked = (list: readonly Span[]): Span[] => list.filter(({ id }) => marked.has(id));
    const gold = papers.flatMap((paper) => goldSpans(paper, (type) => type));
    const add = (what: string, score: Score): void => {
      figures.push(figure(`NCG phrases in contribution sentences, ${what}`, score.f1));
      details[`NCG, ${what}`] = rounded(score);
    };
    const things = gold.filter(({ type }) => type === 'thing');
    const phrases = inMarked(phraseSpans(papers, 'thing'));
    add('things (no relations): exact', spanF1(inMarked(spans), things, false));
    add('things (no relations): overlapping', overlapF1(inMarked(spans), things));
    add('all phrases: exact', spanF1(inMarked(spans), gold, false));
    add('all phrases: overlapping', overlapF1(inMarked(spans), gold));
    add('baseline, phrases between function words: things, exact', spanF1(phrases, things, false));
    add('baseline, phrases between function words: things, overlapping', overlapF1(phrases, things));
    add('baseline, phrases between function words: all phrases, exact', spanF1(phrases, gold, false));
    add('baseline, phrases between function words: all phrases, overlapping', overlapF1(phrases, gold));
    figures.push({
      name: 'NCG, speed of tagging',
      value: round(speed, 1),
      unit: 'ms of processor time per 1,000 words',
    });
  }
}

function ofType(spans: readonly Span[], type: string): Span[] {
  return spans.filter((span) => span.type === type);
}

function figure(name: string, value: number): Figure {
  return { name, value: round(value, 4), unit: 'F1' };
}

function rounded(score: Score): Score {
  return { ...score, precision: round(score.precision, 4), recall: round(score.recall, 4), f1: round(score.f1, 4) };
}
