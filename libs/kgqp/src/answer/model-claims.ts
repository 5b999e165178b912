import type { ChatModel } from '@askg/inference';
import { z } from 'zod';
import type { EvidenceUnit } from '../evidence/evidence.ts';
import { KgqpError } from '../kgqp-error.ts';
import { Prompt } from './prompt.ts';

/** What a model wrote, before anything of it is believed. `quotes` are places in the list of units, from 0. */
export type ModelClaim = { text: string; quotes: number[] };
export type ModelReply = { answered: boolean; claims: ModelClaim[] };

const mostClaims = 5;
/** Quotes shown to the model: more cost time and distract a small one. */
export const mostQuotes = 8;
/** Enough for the claims with their frame; a reply that is longer has lost its way. */
const mostTokens = 500;

const Reply = z.object({
  answered: z.boolean(),
  claims: z.array(z.object({ text: z.string(), quotes: z.array(z.int()) })),
});

const prompt = new Prompt(new URL('../../prompts/answer-claims.v1.md', import.meta.url), [
  'mostClaims',
  'question',
  'quotes',
]);

/**
 * Lets a model write claims from the first units.
 * @throws KgqpError kgqp/model-failed when the reply is not what was asked for; InferenceError
 */
export async function askForClaims(
  chat: ChatModel,
  question: string,
  units: readonly EvidenceUnit[],
  signal: AbortSignal,
): Promise<ModelReply> {
  const quotes = units.slice(0, mostQuotes).map(({ quote }, i) => ({
    n: i + 1,
    paper: quote.title,
    ...(quote.section === undefined ? {} : { section: quote.section }),
    text: quote.quote,
  }));
  const messages = prompt.messages({
    mostClaims: String(mostClaims),
    question: JSON.stringify(question),
    quotes: JSON.stringify(quotes),
  });
  const schema = { name: 'answer', schema: z.toJSONSchema(Reply) };
  const reply = await chat.complete({ messages, schema, temperature: 0, maxTokens: mostTokens }, { signal });
  if (reply.finish === 'length') throw failed(chat, 'its reply was cut at the limit of tokens');
  const parsed = Reply.safeParse(parse(reply.text));
  if (!parsed.success) throw failed(chat, 'its reply is not of the form asked for');
  const { answered, claims } = parsed.data;
  return {
    answered: answered && claims.length > 0,
    claims: claims.slice(0, mostClaims).map(({ text, quotes: cited }) => ({
      text: text.replaceAll(/\s+/g, ' ').trim(),
      quotes: [...new Set(cited)].map((n) => n - 1).filter((at) => at >= 0 && at < quotes.length),
    })),
  };
}

function failed(chat: ChatModel, why: string): KgqpError {
  return new KgqpError('kgqp/model-failed', `${chat.name}: ${why}.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
