import { CodedError } from '@askg/contract';
import { z } from 'zod';
import { Prompt } from '../answer/prompt.ts';
import type { FactAnswer, FactEvent } from '../facts.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import type { Planning } from '../planner/planner.ts';
import { tryPlans } from '../planner/try-plans.ts';
import type { AnalysedQuestion } from '../question/question.ts';
import { vocabularyWords } from './vocabulary-words.ts';
import type { WriteContext } from './query-writer.ts';

const promptFile = new URL('../../prompts/rephrase-question.v1.md', import.meta.url);
const longestReply = 120;
const longestQuestion = 400;
/** A rephrased question may have lost something that nobody sees. */
const trust = 0.9;

const Reply = z.object({ question: z.string().max(longestQuestion) });
const schema = { name: 'question', schema: z.toJSONSchema(Reply, { target: 'draft-7' }) };

/**
 * Lets a chat model say a question in words that the planner knows, and plans it again: what is left for a model too small to
 * write queries. What it says counts only when it names nothing that the question does not name.
 */
export class QuestionRephraser {
  readonly #prompt: Prompt<'words' | 'names' | 'question'>;
  readonly #words: string;

  /** @throws KgqpError `kgqp/invalid-prompt` */
  constructor(lexicon: Lexicon) {
    this.#prompt = new Prompt(promptFile, ['words', 'names', 'question']);
    this.#words = vocabularyWords(lexicon).join(', ');
  }

  /**
   * @param plan plans a question as the first was planned
   * @returns what the rephrased question gave; undefined when the model gave none, or it fits no better
   */
  async *answer(
    { text }: AnalysedQuestion,
    planning: Planning,
    plan: (question: string) => Promise<Planning>,
    context: WriteContext,
  ): AsyncGenerator<FactEvent, FactAnswer | undefined> {
    const said = await this.#ask(text, planning, context);
    if ('reason' in said) {
      const wanted = `the question in other words by ${context.chat.name}`;
      const degraded = { step: 'query', wanted, used: 'the question as it is', reason: said.reason };
      yield { type: 'degraded', degraded };
      return undefined;
    }
    if (said.question === '' || said.question === text) return undefined;
    const again = await plan(said.question);
    const before = planning.queries[0]?.confidence ?? 0;
    const [best] = again.queries;
    if (best === undefined || best.confidence * trust <= before || !namesOnly(again, text)) return undefined;
    const answer = yield* tryPlans(again, context);
    if (answer === undefined) return undefined;
    const confidence = Math.round(answer.confidence * trust * 1000) / 1000;
    const reading = `${answer.reading}, as ${context.chat.name} says the question: “${said.question}”`;
    return { ...answer, confidence, reading, run: { ...answer.run, origin: 'model' } };
  }

  async #ask(
    text: string,
    { matches }: Planning,
    { chat, options, remaining }: WriteContext,
  ): Promise<{ question: string } | { reason: string }> {
    const names = [...new Set(matches.filter(({ score }) => score >= 0.9).map(({ said }) => said))];
    const messages = this.#prompt.messages({
      words: this.#words,
      names: names.length === 0 ? '(none)' : names.map((name) => JSON.stringify(name)).join(', '),
      question: text,
    });
    try {
      const reply = await chat.complete(
        { messages, maxTokens: longestReply, temperature: 0, schema },
        {
          deadlineMs: Math.max(1, remaining()),
          priority: 'question',
          ...(options.signal === undefined ? {} : { signal: options.signal }),
        },
      );
      const parsed = Reply.safeParse(parseJson(reply.text));
      return parsed.success ? { question: parsed.data.question.trim() } : { reason: 'The reply holds no question.' };
    } catch (error) {
      if (options.signal?.aborted === true) throw error;
      return { reason: error instanceof CodedError ? `${error.title}: ${error.message}` : String(error) };
    }
  }
}

/** Whether all that the best reading names is named in the question as it was asked, in the same words. */
function namesOnly({ queries: [best] }: Planning, asked: string): boolean {
  const named = best?.plan.nodes.flatMap(({ names }) => names) ?? [];
  return named.every(({ said }) => asked.toLowerCase().includes(said.toLowerCase()));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
