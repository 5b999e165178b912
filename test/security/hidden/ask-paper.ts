import { createHash } from 'node:crypto';
import type { Answer, Document, Format } from '@askg/contract';
import { buildDocument, cutSentences, enrich, readSource } from '@askg/ddm';
import type { ChatModel } from '@askg/inference';
import { type AskRequest, QuestionAnswering, type QuestionAnsweringParts } from '@askg/kgqp';
import { MemoryRetriever } from '../../../libs/kgqp/src/testing/memory-passages.ts';
import { StubFacts } from '../../../libs/kgqp/src/testing/stub-facts.ts';
import { openTestCorpus } from '../../../libs/kgqp/src/testing/test-corpus.ts';

/** Reads a paper as ingesting does. */
export async function readPaper(bytes: Uint8Array, format: Format, companion?: Uint8Array): Promise<Document> {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const draft = await readSource(bytes, { as: format, ...(companion ? { companion: () => companion } : {}) });
  return enrich(buildDocument(draft, { digest, cutSentences }));
}

/** Asks a paper, alone in its corpus, each of the questions, by words and with no graph. */
export async function askPaper(
  document: Document,
  questions: readonly string[],
  options: { chat?: ChatModel; parts?: Partial<QuestionAnsweringParts>; mode?: AskRequest['mode'] } = {},
): Promise<Answer[]> {
  const { corpus, passages, close } = await openTestCorpus([document]);
  try {
    let ids = 0;
    const qa = new QuestionAnswering({
      corpus,
      passages,
      retriever: new MemoryRetriever(passages),
      facts: new StubFacts(),
      now: () => 0,
      newId: () => `id-${++ids}`,
      ...options.parts,
    });
    const answers: Answer[] = [];
    for (const question of questions) {
      const { chat, mode } = options;
      for await (const event of qa.ask({ question, ...(chat ? { chat } : {}), ...(mode ? { mode } : {}) })) {
        if (event.event === 'done') answers.push(event.answer);
        if (event.event === 'failed') throw new Error(event.problem.title);
      }
    }
    return answers;
  } finally {
    close();
  }
}

/** What of an answer its reader relies on, without addresses, which another text of the paper changes. */
export function said({ verdict, answer, claims, nearest }: Answer): object {
  return {
    verdict,
    answer,
    claims: claims.map(({ text, support, citations }) => [text, support.label, citations.map(({ quote }) => quote)]),
    nearest: nearest.map(({ quote }) => quote),
  };
}
