import type { ChatModel } from '@askg/inference';
import type { AskRequest, QuestionAnswering } from '@askg/kgqp';
import { keyOfPaper } from '../retrieval/collection.ts';
import { nearestSentences } from './nearest-sentences.ts';
import type { OpenSet } from './open-set.ts';
import { type Prediction, predictionOf, quotedPrediction } from './prediction.ts';
import type { SetPaper, SetQuestion } from './qa-set.ts';

/** Ways of answering: the product, with a chat model where one is given, and what it is compared with. */
export type Method =
  | 'askg'
  | 'askg with a chat model'
  | 'text alone'
  | 'BM25, same composer'
  | 'whole abstract'
  | 'sentences at equal words';

/** The answers to one question by each way. A question to no paper in particular has no abstract to give. */
export async function answerBy(
  { qa, byWords, embedder }: OpenSet,
  papers: ReadonlyMap<string, SetPaper>,
  question: SetQuestion,
  chat: ChatModel | undefined,
): Promise<Partial<Record<Method, Prediction>> & { askg: Prediction }> {
  const { id } = question;
  const asked = question.papers?.flatMap((of) => papers.get(of) ?? []) ?? [...papers.values()];
  const keys = question.papers && asked.map(({ document }) => keyOfPaper(document));
  const ask = (of: QuestionAnswering, how: Pick<AskRequest, 'ways' | 'chat'> = {}) =>
    predict(of, id, { question: question.text, ...(keys ? { papers: keys } : {}), ...how });
  const askg = await ask(qa);
  const words = askg.evidence.reduce((sum, text) => sum + text.split(/\s+/u).length, 0);
  return {
    askg,
    ...(chat ? { 'askg with a chat model': await ask(qa, { chat }) } : {}),
    'text alone': await ask(qa, { ways: 'text' }),
    'BM25, same composer': await ask(byWords, { ways: 'text' }),
    ...(keys
      ? {
          'whole abstract': quotedPrediction(
            id,
            asked.flatMap(({ opening }) => opening),
          ),
        }
      : {}),
    'sentences at equal words': quotedPrediction(id, await nearestSentences(embedder, question.text, asked, words)),
  };
}

async function predict(qa: QuestionAnswering, id: string, request: AskRequest): Promise<Prediction> {
  const start = performance.now();
  for await (const event of qa.ask(request)) {
    if (event.event === 'done') return predictionOf(id, event.answer, Math.round(performance.now() - start));
    if (event.event === 'failed') throw new Error(`“${request.question}”: ${event.problem.detail}`);
  }
  throw new Error(`“${request.question}” has no end.`);
}
