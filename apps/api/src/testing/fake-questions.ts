import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Answer, type AskEvent, Hit, type Problem } from '@askg/contract';
import type { ChatModel } from '@askg/inference';
import type { AskOptions, AskRequest } from '@askg/kgqp';
import type { Retrieval, RetrieveOptions } from '@askg/retrieval';
import type { Questions, QuestionState } from '../ask/questions.ts';

function example(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../../docs/examples/${name}.json`, import.meta.url), 'utf8'));
}

const tooSlow: Problem = {
  type: 'https://w3id.org/askg/problems/kgqp/timeout',
  code: 'kgqp/timeout',
  title: 'The question took longer than its deadline',
  detail: 'Too slow.',
};

/**
 * Answers every question with the published example, in real events. The words of a question choose another course:
 * `hang` waits for its end, `deaf` does not even hear of it, `fail` fails, `throw` throws.
 */
export class FakeQuestions implements Questions {
  chat: ChatModel | undefined;
  ready = true;
  /** Runs that have begun and not ended. */
  running = 0;
  readonly asked: AskRequest[] = [];
  readonly searched: { words: string; options: RetrieveOptions }[] = [];
  readonly #paper: string;
  #answers = 0;

  constructor(paper: string) {
    this.#paper = paper;
  }

  state(): QuestionState {
    return { ready: this.ready, embedder: null };
  }

  async *ask(request: AskRequest, { run = '', signal }: AskOptions): AsyncGenerator<AskEvent> {
    this.asked.push(request);
    this.running += 1;
    try {
      yield { event: 'started', run, ms: 0, question: request.question };
      if (request.question.includes('deaf')) await delay(60_000, undefined, { ref: false });
      if (request.question.includes('hang')) {
        await delay(60_000, undefined, { ref: false, ...(signal ? { signal } : {}) }).catch(() => undefined);
        yield { event: 'cancelled', run, ms: 1 };
        return;
      }
      if (request.question.includes('throw')) throw new TypeError('a secret of the inside');
      if (request.question.includes('fail')) {
        yield { event: 'failed', run, ms: 1, problem: tooSlow };
        return;
      }
      const answer = this.#answer(request);
      for (const query of answer.sparql) yield { event: 'query', run, ms: 1, query };
      yield { event: 'text', run, ms: 2, delta: answer.answer };
      for (const claim of answer.claims) yield { event: 'claim', run, ms: 2, claim };
      yield { event: 'done', run, ms: 3, answer };
    } finally {
      this.running -= 1;
    }
  }

  async retrieve(words: string, options: RetrieveOptions): Promise<Retrieval> {
    this.searched.push({ words, options });
    const { section = '', ...hit } = { ...Hit.parse(example('hit')), paper: this.#paper };
    const passage = { ...hit, section, ordinal: 0, graphDigest: 'd'.repeat(64), kind: 'text' as const, units: [] };
    const degraded = [{ step: 'vectors', wanted: 'a model', used: 'words', reason: 'Es fehlt – noch.' }];
    return { passages: [passage], degraded, timings: {} };
  }

  #answer({ question }: AskRequest): Answer {
    const answer = Answer.parse(example('answer'));
    this.#answers += 1;
    const [claim] = answer.claims;
    const citations = claim?.citations.map((each) => ({ ...each, paper: this.#paper })) ?? [];
    return {
      ...answer,
      id: `answer-${this.#answers}`,
      question,
      claims: answer.claims.map((each) => ({ ...each, citations })),
    };
  }
}
