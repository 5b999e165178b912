import { CodedError, type Problem } from '@askg/contract';
import type { Corpus } from '@askg/corpus';
import { type DropReason, mergeSuggestions, suggestionGraph, type Suggestions } from '@askg/ddm';
import type { ChatModel } from '@askg/inference';
import { askModel, type AskOptions, type CallCount } from './ask-model.ts';
import { documentOf, makerOf, type PendingPaper, pendingPapers } from './pending-papers.ts';
import { promptName, SuggestPrompt } from './prompt.ts';
import { suggestCalls, usualReply } from './suggest-request.ts';
import { likelyTokens, TokenBudget } from './token-budget.ts';

export type EnrichPapersOptions = Pick<AskOptions, 'stop' | 'abort' | 'deadlineMs'> & {
  corpus: Corpus;
  /** Keys of the papers to enrich; those done before by the same model, prompt and graph are passed over. */
  keys: readonly string[];
  chat: ChatModel;
  /** Most tokens that the run may cost, input and output together. */
  budget: number;
  /** Mark of the run, which stands in every graph that it makes. */
  run: string;
};

/** `halted`: the server takes no call, and every other paper would fare the same. */
export type WhyEnded = 'done' | 'over-budget' | 'stopped' | 'halted';

/** What happens to each paper, in order; `ended` comes last. */
export type EnrichmentEvent =
  | {
      type: 'enriched';
      key: string;
      entities: number;
      relations: number;
      dropped: Partial<Record<DropReason, number>>;
      tokens: number;
    }
  /** Read anew or removed meanwhile: nothing was stored. */
  | { type: 'superseded'; key: string }
  /** Left as it was. */
  | { type: 'not-enriched'; key: string; problem: Problem }
  | {
      type: 'ended';
      why: WhyEnded;
      /** Papers that were not come to, or not to their end. */
      left: number;
      tokens: number;
      calls: number;
      badReplies: number;
    };

/** Errors that say something of one paper or one call; any other says that the corpus is in trouble. */
const ofPaper = /^(?:(?:inference|ingest|ddm)\/|corpus\/(?:missing|damaged)-graph$)/;
/** Trouble with the way to the model, not with the paper. */
const halting: ReadonlySet<string> = new Set(['inference/server-unreachable', 'inference/key-refused']);

/**
 * Lets a model suggest entities and relations of papers, one paper after the other, and stores what can be checked against
 * the sentences as a graph of its own beside the paper's. A paper is enriched whole or not at all. Ended at any moment, the
 * same call again goes on with the papers that are left.
 * @throws CorpusError corpus/disk-full, corpus/locked; IngestError ingest/invalid-prompt
 */
export async function* enrichPapers(options: EnrichPapersOptions): AsyncGenerator<EnrichmentEvent> {
  const budget = new TokenBudget(options.budget);
  const count: CallCount = { calls: 0, badReplies: 0 };
  const prompt = new SuggestPrompt();
  const pending = pendingPapers(options.corpus, options.keys, options.chat.name);
  let left = pending.length;
  let why: WhyEnded = 'done';
  for (const paper of pending) {
    const { event, end } = await enrichOne(paper, prompt, { ...options, budget, count });
    if (event) {
      left--;
      yield event;
    }
    if (end !== undefined) {
      why = end;
      break;
    }
  }
  yield { type: 'ended', why, left, tokens: budget.spent, ...count };
}

/** What came of a paper, where it was come to its end, and why no other paper is to follow. */
type Step = { event?: EnrichmentEvent; end?: WhyEnded };
type RunOptions = Omit<EnrichPapersOptions, 'budget'> & { budget: TokenBudget; count: CallCount };

async function enrichOne(paper: PendingPaper, prompt: SuggestPrompt, options: RunOptions): Promise<Step> {
  const { corpus, budget } = options;
  // Read anew or removed since the run began: nothing is paid for what cannot be stored.
  if (corpus.paper(paper.key)?.graphDigest !== paper.paperGraph) {
    return { event: { type: 'superseded', key: paper.key } };
  }
  const before = budget.spent;
  try {
    const suggested = await suggest(paper, prompt, options);
    if (typeof suggested === 'string') return { end: suggested };
    return { event: await store(paper, suggested, budget.spent - before, options) };
  } catch (error) {
    if (!(error instanceof CodedError) || !ofPaper.test(error.code)) throw error;
    if (error.code === 'inference/cancelled') return { end: 'stopped' };
    const problem = error.toProblem();
    corpus.enrichments.fail(paper.key, paper.paperGraph, problem);
    const event = { type: 'not-enriched' as const, key: paper.key, problem };
    return halting.has(error.code) ? { event, end: 'halted' } : { event };
  }
}

/** What a model says about all batches of a paper, or why it was not asked about all of them. */
async function suggest(
  paper: PendingPaper,
  prompt: SuggestPrompt,
  options: RunOptions,
): Promise<Suggestions | 'over-budget' | 'stopped'> {
  const calls = suggestCalls(await documentOf(options.corpus, paper), prompt);
  // A paper that is broken off has cost its calls for nothing.
  if (!options.budget.allows(calls.reduce((sum, { request }) => sum + likelyTokens(request, usualReply), 0))) {
    return 'over-budget';
  }
  const parts: Suggestions[] = [];
  for (const call of calls) {
    const part = await askModel(options.chat, call, options);
    if (typeof part === 'string') return part;
    parts.push(part);
  }
  return mergeSuggestions(parts);
}

async function store(
  { key, paperGraph }: PendingPaper,
  suggestions: Suggestions,
  tokens: number,
  { corpus, chat, run }: RunOptions,
): Promise<EnrichmentEvent> {
  const origin = { paperGraph, model: chat.name, prompt: promptName, run };
  const nquads = suggestionGraph(suggestions, origin, { base: corpus.baseIri, key });
  const outcome = await corpus.enrichments.put({ key, paperGraph, ...makerOf(chat.name), nquads, tokens });
  if (outcome === 'superseded') return { type: 'superseded', key };
  const { entities, relations, dropped } = suggestions;
  return { type: 'enriched', key, entities: entities.length, relations: relations.length, dropped, tokens };
}
