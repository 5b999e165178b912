import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Corpus } from '@askg/corpus';
import { enrich } from '@askg/ddm';
import { QuestionAnswering } from '@askg/kgqp';
import { pairedBootstrap, Retriever } from '@askg/retrieval';
import { randomNumbers } from '../../bench/crash/random-numbers.ts';
import { median, round } from '../../bench/statistics.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport, Figure } from './main.ts';
import { addDocument, baseIri } from './stack/demo-corpus.ts';
import { openStack, type Stack } from './stack/open-stack.ts';
import { type LabelledPaper, labelledPapers, questionsOf } from './textual-nodes/paper2lkg.ts';
import { withoutGraph } from './textual-nodes/without-graph.ts';
import { type Unit, WordRanking } from './textual-nodes/word-ranking.ts';

const root = join(import.meta.dirname, '..', '..');
const goldFile = join(import.meta.dirname, 'gold', 'paper2lkg-sentences.jsonl');
const depth = 10;
const seed = 10;

export const evaluation: Evaluation = {
  describe:
    'Textual nodes: whether the sentences chosen for a question of paper2lkg are those that answer it, with the graph, with the text alone, and by BM25 over sentences within as many words.',
  run: evaluate,
};

type Method = 'graph and text' | 'text alone' | 'BM25';
const methods: readonly Method[] = ['graph and text', 'text alone', 'BM25'];
type Found = Record<Method, Unit[]>;
type Prediction = { id: string; ms: number; nodes: number; found: Found };

async function evaluate({ data, predictions, sample }: EvaluationOptions): Promise<EvaluationReport> {
  if (data === undefined) throw new Error('--data says where paper2lkg-qa is.');
  const papers = labelledPapers(data);
  const models = process.env['ASKG_MODELS'] ?? join(root, 'data', 'models');
  const keys = new Map<string, string>();
  const stack = await openStack({ models, makeCorpus: (folder) => corpusOf(folder, papers, keys) });
  try {
    const asked = await askAll(stack, papers, keys, questionsOf(data).slice(0, sample));
    const file = predictions ?? join(root, 'node_modules', '.cache', 'askg-eval', 'textual-nodes.jsonl');
    writeFileSync(file, asked.map((each) => `${JSON.stringify(each)}\n`).join(''));
    return reportOf(asked, goldOf(papers, keys), stack.embedderName);
  } finally {
    await stack.close();
  }
}

async function corpusOf(folder: string, papers: readonly LabelledPaper[], keys: Map<string, string>): Promise<Corpus> {
  const corpus = Corpus.create(folder, { baseIri });
  for (const { number, document } of papers) {
    const bytes = Buffer.from(`paper ${number}`);
    await addDocument(corpus, enrich(document), bytes);
    keys.set(number, corpus.keyFor(document.identifiers, corpus.addSource(bytes).digest));
  }
  await corpus.updateLinks();
  return corpus;
}

async function askAll(
  { corpus, passages, qa, embedder }: Stack,
  papers: readonly LabelledPaper[],
  keys: ReadonlyMap<string, string>,
  questions: readonly { id: string; question: string }[],
): Promise<Prediction[]> {
  const now = () => performance.now();
  const retriever = new Retriever({ index: passages, ...(embedder ? { embedder } : {}) });
  const newId = () => randomUUID();
  const textAlone = new QuestionAnswering({ corpus, passages, retriever, facts: withoutGraph, now, newId });
  const words = await WordRanking.of(unitsOf(papers, keys), passages);
  const asked: Prediction[] = [];
  for (const { id, question } of questions) {
    const start = now();
    const both = await evidenceOf(qa, question);
    const ms = round(now() - start, 1);
    const text = await evidenceOf(textAlone, question);
    // BM25 may fill as many words as the larger of the other two.
    const budget = Math.max(...[both.units, text.units].map((units) => wordsIn(units.slice(0, depth))));
    const found = {
      'graph and text': both.units.slice(0, depth),
      'text alone': text.units.slice(0, depth),
      BM25: within(await words.rank(question), budget),
    };
    asked.push({ id, ms, nodes: both.nodes, found });
    process.stderr.write(`${id}\n`);
  }
  return asked;
}

async function evidenceOf(qa: QuestionAnswering, question: string): Promise<{ units: Unit[]; nodes: number }> {
  for await (const event of qa.ask({ question, mode: 'retrieve' })) {
    if (event.event !== 'done') continue;
    const { claims, nearest, sparql } = event.answer;
    const cited = [...claims.flatMap(({ citations }) => citations), ...nearest];
    const nodes = sparql.filter(({ kind }) => kind === 'textual-nodes').reduce((sum, { rows }) => sum + rows, 0);
    return { units: cited.map(({ iri, quote }) => ({ iri, text: quote })), nodes };
  }
  throw new Error(`"${question}" has no end.`);
}

function within(units: readonly Unit[], budget: number): Unit[] {
  let used = 0;
  return units.filter((unit) => {
    used += wordsIn([unit]);
    return used <= budget;
  });
}

function wordsIn(units: readonly Unit[]): number {
  return units.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
}

function unitsOf(papers: readonly LabelledPaper[], keys: ReadonlyMap<string, string>): Unit[] {
  return papers.flatMap(({ number, document }) =>
    document.sections.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ sentences }) =>
        sentences.map(({ id, text }) => ({ iri: iriOf(keys.get(number), id), text })),
      ),
    ),
  );
}

function iriOf(key: string | undefined, id: string | undefined): string {
  return `${baseIri}paper/${key}/${id}`;
}

const Labelled = z.object({ id: z.string(), sentences: z.array(z.string()).min(1) });

/** IRIs of the sentences that answer each question. */
function goldOf(papers: readonly LabelledPaper[], keys: ReadonlyMap<string, string>): Map<string, Set<string>> {
  const lines = readFileSync(goldFile, 'utf8').trimEnd().split('\n');
  const labelled = lines.map((line) => Labelled.parse(JSON.parse(line)));
  return new Map(
    labelled.map(({ id, sentences }) => {
      const number = id.split('-')[0] ?? '';
      const ids = papers.find((paper) => paper.number === number)?.ids;
      return [id, new Set(sentences.map((sentence) => iriOf(keys.get(number), ids?.get(sentence))))];
    }),
  );
}

function reportOf(
  asked: readonly Prediction[],
  gold: ReadonlyMap<string, ReadonlySet<string>>,
  embedder: string,
): EvaluationReport {
  const wanted = asked.map(({ id }) => gold.get(id) ?? new Set<string>());
  const recall = (method: Method, share: boolean) =>
    asked.map(({ found }, i) => {
      const answers = wanted[i] ?? new Set<string>();
      const right = new Set(found[method].map(({ iri }) => iri).filter((iri) => answers.has(iri))).size;
      return share ? right / answers.size : Number(right > 0);
    });
  const figure = (name: string, values: readonly number[], unit = ''): Figure => ({ name, value: mean(values), unit });
  const gain = (method: Method): Figure => {
    const { mean: value, low, high } = pairedBootstrap(recall('BM25', true), recall(method, true), randomNumbers(seed));
    const bar = method === 'graph and text' ? { bar: 'never below 0' } : {};
    return { name: `${method} over BM25, recall`, value: round(value, 3), unit: intervalOf(low, high), ...bar };
  };
  const nodes = asked.map((each) => each.nodes);
  return {
    figures: [
      figure('questions', [asked.length]),
      ...methods.map((method) => figure(`${method}, an answering sentence found`, recall(method, false))),
      ...methods.map((method) => figure(`${method}, answering sentences found`, recall(method, true))),
      ...methods.map((method) =>
        figure(`${method}, words`, [median(asked.map(({ found }) => wordsIn(found[method])))]),
      ),
      gain('graph and text'),
      gain('text alone'),
      figure('questions with nodes of the graph', [nodes.filter((count) => count > 0).length]),
      figure('evidence, median', [median(asked.map(({ ms }) => ms))], 'ms'),
    ],
    details: { embedder, seed, depth, missed: missedOf(asked, wanted) },
  };
}

/** Questions none of whose answering sentences was found with graph and text. */
function missedOf(asked: readonly Prediction[], wanted: readonly ReadonlySet<string>[]): string[] {
  return asked.flatMap(({ id, found }, i) =>
    found['graph and text'].some(({ iri }) => wanted[i]?.has(iri)) ? [] : [id],
  );
}

function intervalOf(low: number, high: number): string {
  return `(${round(low, 3)} to ${round(high, 3)})`;
}

function mean(values: readonly number[]): number {
  return round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length), 3);
}
