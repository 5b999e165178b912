import { CodedError, type SparqlRun } from '@askg/contract';
import type { ChatMessage, ChatModel } from '@askg/inference';
import type { FactAnswer, FactEvent } from '../facts.ts';
import type { Vocabulary } from '../linking/vocabulary.ts';
import { isUncertain } from '../planner/choose-answer.ts';
import { type QueryLabel, runQuery } from '../planner/run-query.ts';
import type { TryContext } from '../planner/try-plans.ts';
import type { Shape } from '../question/question.ts';
import { emptyingPart } from '../planner/emptying-part.ts';
import { validateQuery } from '../validate/validate-query.ts';
import { agreement, valuesOf } from './agreement.ts';
import { RepairPrompt } from './repair-prompt.ts';
import { type RanWritten, writtenAnswer } from './written-answer.ts';
import { replySchema, type WrittenQuery, writtenQueries } from './written-queries.ts';

const longestReply = 900;
const perQueryMs = 2_000;
/** A model that cannot mend its query in two tries cannot in ten; most often it repeats itself. */
const mostRepairs = 2;
/** From here on two results are taken for the same. */
const sameResult = 0.9;

const byModel: QueryLabel = { kind: 'fact', origin: 'model', relaxed: [] };

export type WriteContext = TryContext & {
  chat: ChatModel;
  /** What the planner found. */
  planned?: FactAnswer | undefined;
  /** Prefixes that a query may use without declaring them, one a line. */
  prologue?: readonly string[];
};

/** A query that could not stand, with what is wrong with it. */
type Fault = { query: string; findings: readonly string[] };
type Tried = { ran: RanWritten[]; fault?: Fault | undefined };

/** Lets a chat model write queries. What it writes runs only after the validator has let it pass. */
export class QueryWriter {
  readonly #repair = new RepairPrompt();
  readonly #vocabulary: Vocabulary;

  /** @param vocabulary what its queries are checked against @throws KgqpError `kgqp/invalid-prompt` */
  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /**
   * Yields each query that was written, or why there is none, and returns what the best gave. A query that cannot stand, or
   * finds nothing, is told to the model with what is wrong: at most twice, not when it repeats itself, and only while the
   * planner is not sure of an answer. Nothing that the
   * model does ends the question: a refusal, a hang, prose and queries that are not valid all leave the planner's answer.
   */
  async *answer(
    shape: Shape,
    asked: readonly ChatMessage[],
    context: WriteContext,
  ): AsyncGenerator<FactEvent, FactAnswer | undefined> {
    const messages = [...asked];
    const written = new Set<string>();
    let best: FactAnswer | undefined;
    for (let repairs = 0; ; repairs += 1) {
      const reply = await this.#ask(messages, context);
      if ('reason' in reply) {
        if (repairs === 0) yield missing(context.chat, reply.reason);
        return best;
      }
      const queries = writtenQueries(reply.text);
      const said = queries.length === 0 ? [reply.text] : queries.map(({ sparql }) => sparql);
      if (said.every((text) => written.has(text))) return best;
      for (const text of said) written.add(text);
      if (queries.length === 0) yield { type: 'query', run: invalid(reply.text, ['the reply holds no query']) };
      const { ran, fault } = yield* this.#try(queries, context);
      const chosen = choose(ran, context.planned);
      if (chosen !== undefined) best = writtenAnswer(shape, chosen, context.chat.name);
      const isFound = best !== undefined && best.rows.length > 0;
      const isNeeded = context.planned === undefined || isUncertain(context.planned);
      if (isFound || !isNeeded || repairs === mostRepairs || context.remaining() <= 0) return best;
      const { query, findings } = fault ?? { query: reply.text.slice(0, 2_000), findings: ['it holds no query'] };
      messages.push(...this.#repair.messages(reply.text, query, findings));
    }
  }

  /** Runs what is valid. The first fault is the one that the model is told of, as its first query is the likeliest. */
  async *#try(queries: readonly WrittenQuery[], context: WriteContext): AsyncGenerator<FactEvent, Tried> {
    const { store, options, remaining } = context;
    const tried: Tried = { ran: [] };
    for (const { sparql, missing: leftOut } of queries) {
      const query = validateQuery(withPrologue(sparql, context.prologue), this.#vocabulary, { mend: true });
      if (!query.isValid) {
        yield { type: 'query', run: invalid(query.text, query.reasons) };
        tried.fault ??= { query: sparql, findings: query.reasons };
        continue;
      }
      const deadlineMs = Math.min(perQueryMs, remaining());
      if (deadlineMs <= 0) break;
      const ran = await runQuery(store, query.text, byModel, { ...options, deadlineMs });
      const emptiedBy = ran.run.state === 'empty' ? await emptyingPart(query.text, context) : undefined;
      const run = emptiedBy === undefined ? ran.run : { ...ran.run, emptiedBy };
      yield { type: 'query', run };
      if (ran.selected === undefined) tried.fault ??= { query: sparql, findings: [`it ended with: ${run.state}`] };
      else tried.ran.push({ query, run, selected: ran.selected, missing: leftOut, support: 'none' });
      if (emptiedBy !== undefined) {
        tried.fault ??= { query: sparql, findings: [`it finds nothing; the condition that empties it: ${emptiedBy}`] };
      }
    }
    return tried;
  }

  async #ask(messages: readonly ChatMessage[], { chat, options, remaining }: WriteContext) {
    try {
      return await chat.complete(
        { messages: [...messages], maxTokens: longestReply, temperature: 0, schema: replySchema },
        {
          deadlineMs: Math.max(1, remaining()),
          priority: 'question',
          ...(options.signal === undefined ? {} : { signal: options.signal }),
        },
      );
    } catch (error) {
      if (options.signal?.aborted === true) throw error;
      return { reason: error instanceof CodedError ? `${error.title}: ${error.message}` : String(error) };
    }
  }
}

/** The first that finds something and that the planner, or another of them, agrees with; else the first. */
function choose(ran: readonly RanWritten[], planned: FactAnswer | undefined): RanWritten | undefined {
  const values = ran.map(({ selected }) => valuesOf(selected));
  const ofPlanner = planned && valuesOf({ rows: planned.rows.map(({ bindings }) => bindings) });
  const supported = ran.map((each, i): RanWritten => {
    const own = values[i] ?? new Set();
    if (ofPlanner !== undefined && agreement(own, ofPlanner) >= sameResult) return { ...each, support: 'planner' };
    const hasTwin = values.some((other, j) => j !== i && agreement(own, other) >= sameResult);
    return hasTwin ? { ...each, support: 'candidate' } : each;
  });
  const found = supported.filter(({ run }) => run.rows > 0);
  return (
    found.find(({ support }) => support === 'planner') ??
    found.find(({ support }) => support === 'candidate') ??
    found[0] ??
    supported[0]
  );
}

/** A query with the prefixes that it uses and does not declare. */
function withPrologue(sparql: string, prologue: readonly string[] = []): string {
  const undeclared = prologue.filter((line) => {
    const [, prefix = ''] = line.split(/\s+/u);
    return sparql.includes(prefix) && !new RegExp(`PREFIX\\s+${prefix}`, 'iu').test(sparql);
  });
  return [...undeclared, sparql].join('\n');
}

function invalid(text: string, faults: readonly string[]): SparqlRun {
  return { ...byModel, text: text.slice(0, 2_000), rows: 0, ms: 0, state: 'invalid', faults: [...faults] };
}

function missing(chat: ChatModel, reason: string): FactEvent {
  const wanted = `a query by ${chat.name}`;
  return { type: 'degraded', degraded: { step: 'query', wanted, used: 'the query of the planner', reason } };
}
