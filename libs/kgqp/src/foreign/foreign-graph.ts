import type { Answer, Degraded } from '@askg/contract';
import type { GraphDescription, GraphStore } from '@askg/graph';
import type { Choice } from '../facts.ts';
import { GraphNames } from '../induce/graph-names.ts';
import { InducedLexicon } from '../induce/induced-lexicon.ts';
import type { GraphName, LoadedNames } from '../induce/load-names.ts';
import { KgqpError } from '../kgqp-error.ts';
import { checkQuestion, echoedQuestion } from '../run/check-question.ts';
import type { ShownAs } from './compile-foreign.ts';
import { foreignAnswer } from './foreign-answer.ts';
import { tryForeign } from './foreign-choice.ts';
import { coverageOf, unknownNamesIn } from './foreign-coverage.ts';
import { foreignLinks } from './foreign-links.ts';
import { ForeignPlanner, type ForeignCandidate, type ForeignPlanning } from './foreign-planner.ts';

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
  /** Milliseconds for planning and all queries; default 20,000. */
  deadlineMs?: number;
  /** Things are shown by IRI, by name, or by both, which is the default. */
  shownAs?: ShownAs;
  /** What phrases of the question mean, of the alternatives that an earlier answer offered. */
  choices?: readonly Choice[];
};

const usualDeadlineMs = 20_000;
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
   * Answers from the rows of a query. A question that no query means ends with the problem `kgqp/no-query`; a query without
   * rows with the verdict `not-in-corpus`.
   * @throws KgqpError for what is no question; GraphError when the graph cannot be asked, and `graph/cancelled`
   */
  async ask(question: string, options: ForeignAskOptions): Promise<Answer> {
    const { store, now, name, description } = this.#parts;
    const startedAt = now();
    const planning = this.plan(checkQuestion(question), options);
    const planned = now();
    const [best] = planning.candidates;
    const refusal = best === undefined ? 'None of its words name anything here.' : this.#refusal(planning, best);
    const answer = this.#empty(question, options.id);
    if (best === undefined || refusal !== undefined) {
      const problem = new KgqpError('kgqp/no-query', refusal ?? '').toProblem();
      const links = best === undefined ? [] : foreignLinks(planning, best, this.#lexicon);
      return { ...answer, links, problem, timings: { plan: planned - startedAt, total: now() - startedAt } };
    }
    const deadlineMs = options.deadlineMs ?? usualDeadlineMs;
    const remaining = () => startedAt + deadlineMs - now();
    const { tried, chosen } = await tryForeign(planning.candidates, store, { remaining, signal: options.signal });
    const timings = { plan: planned - startedAt, query: now() - planned, total: now() - startedAt };
    const sparql = tried.map(({ run }) => run);
    if (chosen === undefined) {
      const problem = new KgqpError(
        'kgqp/timeout',
        `None of ${tried.length} queries gave a result; the last one ended as ${sparql.at(-1)?.state ?? 'invalid'}.`,
      ).toProblem();
      return { ...answer, sparql, problem, timings };
    }
    const score = Math.round(coverageOf(planning.words, chosen.candidate) * 100) / 100;
    const said = foreignAnswer(chosen, tried.indexOf(chosen), name, score);
    const links = foreignLinks(planning, chosen.candidate, this.#lexicon);
    return { ...answer, ...said, sparql, links, degraded: degradedBy(description, this.#parts.names), timings };
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
      usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0 },
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
