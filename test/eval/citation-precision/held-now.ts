import type { Answer, Claim } from '@askg/contract';
import type { Embedder } from '@askg/inference';
import { addsNothing } from '../../../libs/kgqp/src/answer/adds-nothing.ts';
import { checkClaim } from '../../../libs/kgqp/src/answer/check-claim.ts';
import { neededQuotes } from '../../../libs/kgqp/src/answer/needed-quotes.ts';
import { defaultDeadlines } from '../../../libs/kgqp/src/run/ask-request.ts';
import { nearnessBy } from '../../../libs/kgqp/src/run/nearness.ts';
import { scoreByMeaning } from '../../../libs/retrieval/src/retrieve/score-texts.ts';
import { patience } from '../abstention/open-papers.ts';

/**
 * The claims that a model wrote for an answer, as the product of today would show them: with the quotes that they need, where its
 * check holds them. None when it supports none of them, as the answer is then made without the model.
 */
export async function heldNow({ question, claims }: Answer, embedder: Embedder): Promise<Claim[]> {
  const { signal } = new AbortController();
  const retriever = {
    retrieve: () => Promise.reject(new Error('Nothing is searched here.')),
    scoreTexts: async (statement: string, texts: readonly string[]) => {
      const scores = await scoreByMeaning(embedder, statement, texts, {});
      if (!scores) throw new Error('The embedder failed.');
      return scores;
    },
  };
  const nearness = nearnessBy({ retriever, deadlines: { ...defaultDeadlines, sentences: patience } }, signal);
  const held: Claim[] = [];
  for (const claim of claims) {
    if (!claim.support.method.startsWith('numbers') || addsNothing(claim.text, question)) continue;
    const citations = neededQuotes(claim.text, claim.citations);
    const quoted = citations.map((quote) => ({ quote }));
    const support = await checkClaim({ text: claim.text, quotes: quoted.map((_, at) => at) }, quoted, nearness);
    if (support) held.push({ ...claim, support, citations });
  }
  return held.some(({ support }) => support.label === 'supported') ? held : [];
}
