import { join } from 'node:path';
import { moreQuestions } from '../demo/more-questions.ts';
import { goldOf } from '../demo/questions.ts';
import { openStack } from '../stack/open-stack.ts';

/** A development question on the demo's papers; `elsewhere` when the papers that answer it were left out. */
export type DemoQuestion = {
  id: string;
  isAnswerable: boolean;
  confidence: number;
  threshold: number;
  features: Record<string, number>;
};

/** Judges each development question of the demo, and again without the papers that answer it. */
export async function askDemo(folder: string, models: string, wordsOnly: boolean): Promise<DemoQuestion[]> {
  const stack = await openStack({ models, wordsOnly });
  const judge = async (id: string, question: string, isAnswerable: boolean, papers?: readonly string[]) => ({
    id,
    isAnswerable,
    ...(await stack.qa.assess(question, papers ? { papers } : {})),
  });
  try {
    const judged: DemoQuestion[] = [];
    const keys = stack.corpus.papers().map(({ key }) => key);
    const asked = [...goldOf(join(folder), 'development'), ...moreQuestions()].filter(({ kind }) => kind !== 'graph');
    for (const { id, question, kind, expect } of asked) {
      judged.push(await judge(id, question, kind === 'text'));
      const holders = new Set(expect.sentences?.map(({ paper }) => paper));
      const others = keys.filter((key) => !holders.has(key));
      if (holders.size > 0) judged.push(await judge(`${id} elsewhere`, question, false, others));
    }
    return judged;
  } finally {
    await stack.close();
  }
}
