import type { ChatModel } from '@askg/inference';
import { answerBy, type Method } from './methods.ts';
import { nearnessBy } from './nearest-sentences.ts';
import type { OpenSet } from './open-set.ts';
import type { Prediction } from './prediction.ts';
import type { QaSet } from './qa-set.ts';

/** The predictions of each method, in the order of the questions. */
export type Asked = Partial<Record<Method, Prediction[]>> & { askg: Prediction[] };

/** Asks all questions of a set in every way. */
export async function askAll(
  stack: OpenSet,
  { papers, questions, conclude }: QaSet,
  chat: ChatModel | undefined,
): Promise<Asked> {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const nearness = nearnessBy(stack.embedder);
  const asked: Asked = { askg: [] };
  for (const [i, question] of questions.entries()) {
    const answers = Object.entries(await answerBy(stack, byId, question, chat)) as [Method, Prediction][];
    for (const [method, prediction] of answers) {
      const answer = conclude ? await conclude(question, prediction, { nearness, method }) : prediction.answer;
      (asked[method] ??= []).push({ ...prediction, answer });
    }
    if ((i + 1) % 20 === 0) process.stderr.write(`${i + 1} of ${questions.length}\n`);
  }
  return asked;
}
