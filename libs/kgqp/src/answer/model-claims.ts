import type { ChatMessage, ChatModel } from '@askg/inference';
import { z } from 'zod';
import type { EvidenceUnit } from '../evidence/evidence.ts';
import { KgqpError } from '../kgqp-error.ts';
import { estimateInput } from './estimate-tokens.ts';
import { Prompt } from './prompt.ts';
import { shownQuotes, unitsToShow } from './shown-quotes.ts';

/** What a model wrote, before anything of it is believed. `quotes` are places in the list of units, from 0. */
export type ModelClaim = { text: string; quotes: number[] };
export type ModelReply = {
  answered: boolean;
  claims: ModelClaim[];
  /** The units that it was shown. */
  shown: EvidenceUnit[];
};

/** A chat model that may know how many tokens it may still take, sent and received, and be told of replies that are of no use. */
export type BudgetedChat = ChatModel & { readonly room?: number; discard?(): void };

const mostClaims = 5;
/** Enough for the claims with their frame; a reply that is longer has lost its way. */
const mostTokens = 500;
/** Letters of a reply beyond which it is none. */
const mostLetters = 20_000;
/** Characters without width, embeddings and control characters: they only hide something. */
const invisible = /[\p{Cc}\p{Cf}]+/gu;

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
 * Lets a model write claims from the first units; from fewer when it may not take so many tokens.
 * @throws KgqpError kgqp/model-failed when the reply is not what was asked for, kgqp/chat-budget; InferenceError
 */
export async function askForClaims(
  chat: BudgetedChat,
  question: string,
  units: readonly EvidenceUnit[],
  signal: AbortSignal,
): Promise<ModelReply> {
  const { shown, messages } = fitted(question, unitsToShow(units), (chat.room ?? Infinity) - mostTokens);
  if (shown.length === 0) return { answered: false, claims: [], shown };
  const schema = { name: 'answer', schema: z.toJSONSchema(Reply) };
  const reply = await chat.complete({ messages, schema, temperature: 0, maxTokens: mostTokens }, { signal });
  if (reply.finish === 'length') throw failed(chat, 'its reply was cut at the limit of tokens');
  if (reply.text.length > mostLetters) throw failed(chat, 'its reply is far longer than it was allowed to be');
  const parsed = Reply.safeParse(parse(reply.text));
  if (!parsed.success) throw failed(chat, 'its reply is not of the form asked for');
  const { answered, claims } = parsed.data;
  return {
    answered: answered && claims.length > 0,
    claims: distinct(claims.map(({ text, quotes }) => ({ text: plain(text), quotes: known(quotes, shown.length) }))),
    shown,
  };
}

/** The prompt with as many of the units as fit; with one at least, so that the budget is refused and not the evidence. */
function fitted(
  question: string,
  units: readonly EvidenceUnit[],
  room: number,
): { shown: EvidenceUnit[]; messages: ChatMessage[] } {
  for (let count = units.length; ; count--) {
    const shown = units.slice(0, count);
    const messages = prompt.messages({
      mostClaims: String(mostClaims),
      question: JSON.stringify(question),
      quotes: JSON.stringify(shownQuotes(shown)),
    });
    if (count <= 1 || estimateInput(messages) <= room) return { shown, messages };
  }
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(invisible, '').trim();
}

/** Numbers of quotes as places from 0; those that were not shown are none. */
function known(cited: readonly number[], count: number): number[] {
  return [...new Set(cited)].map((n) => n - 1).filter((at) => at >= 0 && at < count);
}

/** The first few claims, each once. */
function distinct(claims: readonly ModelClaim[]): ModelClaim[] {
  const told = new Set<string>();
  return claims
    .filter(({ text }) => {
      const isNew = !told.has(text);
      told.add(text);
      return isNew;
    })
    .slice(0, mostClaims);
}

function failed(chat: BudgetedChat, why: string): KgqpError {
  chat.discard?.();
  return new KgqpError('kgqp/model-failed', `${chat.name}: ${why}.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
