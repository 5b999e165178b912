import type { Answer } from '@askg/contract';
import type { Corpus } from '@askg/corpus';
import type { ChatModel } from '@askg/inference';
import type { QuestionAnswering } from '@askg/kgqp';
import type { Stratum } from './judged-claim.ts';
import type { PooledQuestion } from './pool.ts';

/** Papers that can be asked, and the questions to ask of them. */
export type Place = {
  set: string;
  pool: readonly PooledQuestion[];
  corpus: Corpus;
  qa: QuestionAnswering;
  /** Key in the corpus of a paper of the set. */
  keyOf: (paper: string) => string;
  close: () => Promise<void>;
};

/** How many claims of each kind are drawn at a place. */
export type Quotas = Readonly<Partial<Record<Stratum, number>>>;

export async function askAt({ qa, keyOf }: Place, asked: PooledQuestion, chat?: ChatModel): Promise<Answer> {
  const { question, paper } = asked;
  const papers = paper === undefined ? {} : { papers: [keyOf(paper)] };
  for await (const event of qa.ask({ question, ...papers, ...(chat ? { chat } : {}) })) {
    if (event.event === 'done') return event.answer;
    if (event.event === 'failed') throw new Error(`"${question}": ${event.problem.detail}`);
  }
  throw new Error(`"${question}" has no end.`);
}
