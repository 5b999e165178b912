import { checkReply, type Suggestions } from '@askg/ddm';
import { type ChatModel, InferenceError, type InferenceErrorCode } from '@askg/inference';
import { IngestError } from '../ingest-error.ts';
import type { SuggestCall } from './suggest-request.ts';
import { mostTokens, type TokenBudget } from './token-budget.ts';

/** Milliseconds that a server has for one reply. */
const callMs = 120_000;
/** How often one batch is asked about. */
const attempts = 2;

/** A call that never came to the model costs nothing; of every other failure nobody says what it cost. */
const free: ReadonlySet<InferenceErrorCode> = new Set([
  'inference/server-unreachable',
  'inference/key-refused',
  'inference/rate-limited',
  'inference/request-refused',
]);
/** Asking the same once more would be in vain. */
const final: ReadonlySet<InferenceErrorCode> = new Set([
  'inference/key-refused',
  'inference/request-refused',
  'inference/cancelled',
]);

/** What the calls of a run came to. */
export type CallCount = { calls: number; badReplies: number };

export type AskOptions = {
  budget: TokenBudget;
  count: CallCount;
  /** No call begins after it. */
  stop?: AbortSignal;
  /** Ends also the call that runs. */
  abort?: AbortSignal;
  /** Milliseconds that the server has for one reply; 120,000 when not given. */
  deadlineMs?: number;
};

/**
 * Asks about one batch, a second time where the first came to nothing. Before each call the most that it can cost must fit
 * the budget; after it the budget is charged what the server reports, or that most where it reports nothing.
 * @returns `over-budget` or `stopped` where a call was not made for that
 * @throws InferenceError; IngestError ingest/unusable-suggestions
 */
export async function askModel(
  chat: ChatModel,
  { batch, request }: SuggestCall,
  { budget, count, stop, abort, deadlineMs = callMs }: AskOptions,
): Promise<Suggestions | 'over-budget' | 'stopped'> {
  const most = mostTokens(request);
  for (let attempt = 1; ; attempt++) {
    if (stop?.aborted) return 'stopped';
    if (!budget.allows(most)) return 'over-budget';
    count.calls++;
    try {
      // A server that gives the same reply to the same request would only repeat itself.
      const asked = attempt === 1 ? request : { ...request, temperature: 0.5 };
      const reply = await chat.complete(asked, {
        deadlineMs,
        priority: 'background',
        ...(abort ? { signal: abort } : {}),
      });
      budget.spend(reply.usage.inputTokens + reply.usage.outputTokens || most);
      const suggestions = reply.finish === 'stop' ? checkReply(parse(reply.text), batch) : undefined;
      if (suggestions) return suggestions;
      const why = reply.finish === 'length' ? 'was cut at the limit of tokens' : 'is not of the form asked for';
      count.badReplies++;
      if (attempt === attempts) throw new IngestError('ingest/unusable-suggestions', `${chat.name}: its reply ${why}.`);
    } catch (error) {
      if (!(error instanceof InferenceError)) throw error;
      if (!free.has(error.code)) budget.spend(most);
      if (error.code !== 'inference/cancelled') count.badReplies++;
      if (attempt === attempts || final.has(error.code)) throw error;
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
