import { readFileSync } from 'node:fs';
import type { PairTemplate } from '../../pair-template.ts';
import type { PairJudgement } from '../../sequence-scorer.ts';
import { SequenceSession } from './sequence-session.ts';
import type { Task } from '../tasks.ts';
import { type PairCut, TemplateTokenizer } from './template-tokenizer.ts';

type Answer = { token: string; id?: number };

/** How a thread is set up for a sequence-to-sequence scorer. */
export type SequenceSetup = {
  type: 'sequence';
  /** Path of the decoder where it is a graph of its own. */
  decoder?: string;
  /** Further files of the weights, the decoder among them, which have to be the manifest's too. */
  more: readonly { path: string; digest: string }[];
  decoderStart: number;
  answers: { relevant: Answer; other: Answer };
  template: PairTemplate;
  cut: PairCut;
};

export type SequenceItem = { query: string; passage: string };

/** Loads the model and gives what a thread does with it. Throws when files and manifest do not fit each other. */
export async function loadSequence(
  files: { weights: string; tokenizer: string; maxTokens: number },
  setup: SequenceSetup,
): Promise<{ session: SequenceSession; task: Task<SequenceItem, PairJudgement> }> {
  const json = JSON.parse(readFileSync(files.tokenizer, 'utf8')) as object;
  const tokenizer = new TemplateTokenizer(json, files.maxTokens, setup.template, setup.cut);
  const ids = { relevant: tokenizer.tokenId(setup.answers.relevant), other: tokenizer.tokenId(setup.answers.other) };
  if (ids.relevant === ids.other) throw new Error('The two answers are the same token.');
  const session = await SequenceSession.load(files.weights, setup.decoder, setup.decoderStart);
  const task = sequenceTask(session, tokenizer, session.hasOnlyAnswers ? { relevant: 0, other: 1 } : ids);
  await task.prove();
  return { session, task };
}

function sequenceTask(
  session: SequenceSession,
  tokenizer: TemplateTokenizer,
  columns: { relevant: number; other: number },
): Task<SequenceItem, PairJudgement> {
  /** The score of a document in parts is that of its best part. */
  async function run({ query, passage }: SequenceItem): Promise<PairJudgement> {
    const { rows, truncated } = tokenizer.fill(query, passage);
    const scores: number[] = [];
    for (const row of rows) scores.push(...(await session.differences([row], columns)));
    return { score: Math.max(...scores), truncated };
  }
  return {
    run,
    buffers: () => [],
    async prove() {
      // A graph that was traced with a fixed length fails at another one.
      await run({ query: 'a first question', passage: 'a first text' });
      await run({ query: 'a question', passage: '' });
    },
  };
}
