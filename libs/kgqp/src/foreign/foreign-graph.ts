import type { Answer, Degraded } from '@askg/contract';
import type { GraphDescription, GraphStore } from '@askg/graph';
import type { ChatModel } from '@askg/inference';
import type { Choice } from '../facts.ts';
import { GraphNames } from '../induce/graph-names.ts';
import { InducedLexicon } from '../induce/induced-lexicon.ts';
import type { GraphName, LoadedNames } from '../induce/load-names.ts';
import { KgqpError } from '../kgqp-error.ts';
import { checkQuestion, echoedQuestion } from '../run/check-question.ts';
import { MeteredChat } from '../run/metered-chat.ts';
import { QueryWriter } from '../writer/query-writer.ts';
import type { ShownAs } from './compile-foreign.ts';
import { foreignAnswer } from './foreign-answer.ts';
import { tryForeign } from './foreign-choice.ts';
import { coverageOf, unknownNamesIn } from './foreign-coverage.ts';
import { foreignLinks } from './foreign-links.ts';
import { ForeignQueryPrompt } from './foreign-query-prompt.ts';
import { foreignVocabulary } from './foreign-vocabulary.ts';
import { ForeignPlanner, type ForeignCandidate, type ForeignPlanning } from './foreign-planner.ts';
import { type ForeignWriting, writeForeign, type WrittenForeign } from './write-foreign.ts';

export type ForeignGraphParts = {
  name: string;
  store: GraphStore;
  description: GraphDescription;
  names: LoadedNames;
  /** Milliseconds of a monotone clock. */
  now: () => number;
};

export type ForeignAskOptions = {
  /** Id of the answer. */
  id: string;
  signal?: AbortSignal;
  /** Milliseconds for planning and all queries; default 20,000, with a chat model 90,000. */
  deadlineMs?: number;
  /** Writes queries where the planner finds nothing, or is not sure. */
  chat?: ChatModel;
  /** Things are shown by IRI, by name, or by both, which is the default. */
  shownAs?: ShownAs;
  /** What phrases of the question mean, of the alternatives that an earlier answer offered. */
  choices?: readonly Choice[];
};

const usualDeadlineMs = 20_000;
const usualDeadlineWithModelMs = 90_000;
/** A reading that accounts for so many of the words, and found something, needs no second opinion. */
const sure = 0.75;
const noUsage = { modelCalls: 0, inputTokens: 0, outputTokens: 0 };
const planningMs = 700;
/** A reading that leaves more of the question's words alone is a guess. */
const leastCoverage = 0.3;

/** A graph that askg was not made for, with the words and names found in it. */
export class ForeignGraph {
  readonly #parts: ForeignGraphParts;
  readonly #lexicon: InducedLexicon;
  readonly #names: GraphNames;
  readonly #planner: ForeignPlanner;
  readonly #blank: ReadonlySet<string>;
  /** Made when a chat model is first asked. */
  #writing: Pick<ForeignWriting, 'writer' | 'prompt' | 'vocabulary'> | undefined;

  constructor(parts: ForeignGraphParts) {
    this.#parts = parts;
    this.#lexicon = new InducedLexicon(parts.description);
    this.#names = new GraphNames(parts.names.names);
    this.#planner = new ForeignPlanner(this.#lexicon);
    // A name that stands for itself is one of a node without an IRI.
    const isBlank = ({ kind, cls, property }: GraphName) =>
      kind === 'value' && this.#lexicon.namings.get(cls)?.name === property;
    this.#blank = new Set(parts.names.names.filter(isBlank).map(({ cls }) => cls));
  }

  get description(): GraphDescription {
    return this.#parts.description;
  }

  /** The queries that a question may mean, best first. */
  plan(
    question: string,
    { shownAs = 'both', choices = [] }: Pick<ForeignAskOptions, 'shownAs' | 'choices'> = {},
  ): ForeignPlanning {
    const { now } = this.#parts;
    return this.#planner.plan(question, this.#names, {
      shownAs,
      choices,
      blank: this.#blank,
      now,
      endAt: now() + planningMs,
    });
  }

  /**
   * Answers from the rows of a query: the planner's or, where it found nothing or is not sure what was asked, one that the
   * chat model wrote. A question that no query means ends with the problem `kgqp/no-query`; a query without rows with the
   * verdict `not-in-corpus`.
   * @throws KgqpError for what is no question; GraphError when the graph cannot be asked, and `graph/cancelled`
   */
  async ask(question: string, options: ForeignAskOptions): Promise<Answer> {
    const { store, now, name, description } = this.#parts;
    const startedAt = now();
    const asked = checkQuestion(question);
    const planning = this.plan(asked, options);
    const [best] = planning.candidates;
    const refusal = best === undefined ? 'None of its words name anything here.' : this.#refusal(planning, best);
    const links = best === undefined ? [] : foreignLinks(planning, best, this.#lexicon);
    const timings: Record<string, number> = { plan: now() - startedAt };
    const deadlineMs = options.deadlineMs ?? (options.chat ? usualDeadlineWithModelMs : usualDeadlineMs);
    const remaining = () => startedAt + deadlineMs - now();
    const plannedAt = now();
    const { tried, chosen } =
      refusal === undefined
        ? await tryForeign(planning.candidates, store, { remaining, signal: options.signal })
        : { tried: [], chosen: undefined };
    timings['query'] = now() - plannedAt;
    const chat = options.chat && new MeteredChat(options.chat);
    const isSure = chosen !== undefined && chosen.run.rows > 0 && coverageOf(planning.words, chosen.candidate) >= sure;
    const written =
      chat === undefined || isSure || remaining() <= 0
        ? undefined
        : await this.#write(asked, planning, { chat, remaining, signal: options.signal });
    timings['total'] = now() - startedAt;
    const runs = tried.map(({ run }) => run);
    const answer: Answer = {
      ...this.#empty(question, options.id),
      sparql: [...runs, ...(written?.runs ?? [])],
      links,
      degraded: [...degradedBy(description, this.#parts.names), ...(written?.degraded ?? [])],
      usage: { ...(chat?.usage ?? noUsage) },
      timings,
    };
    const byModel = written?.answer;
    if (byModel !== undefined && byModel.rows.length > 0) {
      const rows = byModel.rows.map(({ bindings }) => bindings);
      const boolean = byModel.shape === 'yes-no' ? rows[0]?.['answer']?.value === 'true' : undefined;
      const result = { rows, boolean, columns: byModel.columns };
      return {
        ...answer,
        ...foreignAnswer(result, answer.sparql.indexOf(byModel.run), name, byModel.confidence),
      };
    }
    if (chosen !== undefined) {
      const { selected, candidate } = chosen;
      const score = Math.round(coverageOf(planning.words, candidate) * 100) / 100;
      const { columns } = candidate.compiled;
      const result = { rows: selected?.rows ?? [], boolean: selected?.boolean, columns };
      const chosenLinks = foreignLinks(planning, candidate, this.#lexicon);
      return { ...answer, links: chosenLinks, ...foreignAnswer(result, tried.indexOf(chosen), name, score) };
    }
    const detail = `None of ${tried.length} queries gave a result; the last one ended as ${runs.at(-1)?.state ?? 'invalid'}.`;
    const problem =
      refusal === undefined ? new KgqpError('kgqp/timeout', detail) : new KgqpError('kgqp/no-query', refusal);
    return { ...answer, problem: problem.toProblem() };
  }

  #write(
    question: string,
    planning: ForeignPlanning,
    model: Pick<ForeignWriting, 'chat' | 'remaining' | 'signal'>,
  ): Promise<WrittenForeign> {
    this.#writing ??= this.#openWriting();
    return writeForeign(question, planning, { ...this.#writing, store: this.#parts.store, ...model });
  }

  #openWriting(): Pick<ForeignWriting, 'writer' | 'prompt' | 'vocabulary'> {
    const vocabulary = foreignVocabulary(this.#lexicon.schema);
    return {
      vocabulary,
      writer: new QueryWriter(vocabulary),
      prompt: new ForeignQueryPrompt(this.#parts.description),
    };
  }

  /** Why the best reading is no answer to the question. */
  #refusal({ words }: ForeignPlanning, best: ForeignCandidate): string | undefined {
    const [unknown] = unknownNamesIn(words, best);
    if (unknown !== undefined) {
      const near = this.#names.nearest(unknown);
      return `The graph has nothing called “${unknown}”.${near.length === 0 ? '' : ` Nearest: ${near.join(', ')}.`}`;
    }
    const coverage = coverageOf(words, best);
    return coverage < leastCoverage
      ? `Most of its words name nothing here (${Math.round(100 * coverage)} % do).`
      : undefined;
  }

  #empty(question: string, id: string): Answer {
    const { name, description } = this.#parts;
    return {
      schema: 'askg.answer/1',
      id,
      question: echoedQuestion(question),
      mode: 'sparql',
      corpus: { version: 0 },
      graph: { name, source: description.source, described: description.described },
      verdict: 'no-answer',
      answer: '',
      claims: [],
      nearest: [],
      sparql: [],
      links: [],
      passages: [],
      degraded: [],
      usage: { ...noUsage },
      timings: {},
    };
  }
}

/** What is not known of the graph may be missing in an answer. */
function degradedBy({ missing }: GraphDescription, names: LoadedNames): Degraded[] {
  return [...missing, ...names.missing]
    .slice(0, 5)
    .map(({ part, reason }) => ({ step: 'describe', wanted: part, used: 'what was found', reason }));
}
