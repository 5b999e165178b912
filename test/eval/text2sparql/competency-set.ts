import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OxigraphPool } from '@askg/graph';
import { analyseQuestion, defaultLexicon, GraphFacts } from '@askg/kgqp';
import { modelTask } from '../stack/chat-model.ts';
import { makeCorpus } from '../stack/demo-corpus.ts';
import { producedBy } from './produced-by.ts';
import type { Gold, QuestionSet } from './question-set.ts';

type Line = { id: string; question: string; sparql: string; values: string[]; also?: string[] };

/** The competency questions of our own ontology (`test/eval/gold/competency`), asked of the papers of the demo. */
export async function openCompetencySet(gold: string, split: 'development' | 'test'): Promise<QuestionSet> {
  const folder = mkdtempSync(join(tmpdir(), 'askg-competency-'));
  const corpus = await makeCorpus(join(folder, 'corpus'));
  const now = () => performance.now();
  const store = new OxigraphPool({ folder: corpus.folder, feed: corpus, now, engines: 1 });
  await store.start();
  const facts = new GraphFacts({ store, base: corpus.baseIri, now, modelTask: modelTask() });
  await facts.prepare();
  const file = join(gold, `${split}.jsonl`);
  return {
    name: 'competency',
    inputs: linesOf(file).map(({ id, question }) => ({ id, question })),
    store,
    vocabulary: defaultLexicon().vocabulary,
    answer: (question, chat) =>
      producedBy(facts.find(analyseQuestion(question), chat === undefined ? {} : { chat, deadlineMs: 600_000 })),
    gold: async () => linesOf(file).map(goldOf),
    close: async () => {
      await store.close();
      corpus.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function goldOf({ id, sparql, values, also }: Line): Gold {
  return { id, sparql, values, ...(also === undefined ? {} : { also }) };
}

function linesOf(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Line);
}
