import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPairs } from '../abstention/pair.ts';
import type { Source } from '../abstention/sources/sourced-paper.ts';
import { inputsOf } from '../demo/questions.ts';
import { moreQuestions } from '../demo/more-questions.ts';
import { developmentQuestions } from '../../../libs/kgqp/src/planner/development-questions/development-questions.ts';
import { hash } from './judged-claim.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const competency = join(root, 'test', 'eval', 'gold', 'competency', 'development.jsonl');

/** A question, and the id within its set of the one paper to ask, if it is of one. */
export type PooledQuestion = { question: string; paper?: string };

/** All development questions on the papers of the demo. */
export function demoPool(): PooledQuestion[] {
  const lines = readFileSync(competency, 'utf8').split('\n').filter(Boolean);
  const questions = [
    ...inputsOf(join(root, 'demo'), 'development').map(({ question }) => question),
    ...moreQuestions().map(({ question }) => question),
    ...lines.map((line) => (JSON.parse(line) as { question: string }).question),
    ...developmentQuestions.map(([question]) => question),
  ];
  return [...new Set(questions)].map((question) => ({ question }));
}

/** Questions for rows on the papers of paper2lkg, written before any was asked. */
export function paper2lkgGraphPool(): PooledQuestion[] {
  const file = join(import.meta.dirname, 'graph-questions.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as string[]).map((question) => ({ question }));
}

/** The questions of a set that the development half of the abstention pairs asks of their own paper. */
export function textPool({ name, questions }: Source): PooledQuestion[] {
  const texts = new Map(questions.map(({ id, text }) => [id, text]));
  const own = readPairs().filter(({ set, split, asked }) => set === name && split === 'development' && asked === 'own');
  return own.flatMap(({ question: id, paper }) => {
    const question = texts.get(id);
    return question === undefined ? [] : [{ question, paper }];
  });
}

/** The order in which questions are drawn: of the SHA-256 of seed and question. */
export function inDrawnOrder(pool: readonly PooledQuestion[], seed: string): PooledQuestion[] {
  return pool.toSorted((a, b) => (hash(seed + a.question) < hash(seed + b.question) ? -1 : 1));
}
