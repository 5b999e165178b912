import type { Degraded, Link } from '@askg/contract';
import type { ChatModel } from '@askg/inference';
import { entitiesGraphIri, graphIri, linksGraphIri, peopleGraphIri, statusGraphIri } from '@askg/ddm';
import type { GraphStore, QueryOptions } from '@askg/graph';
import { GraphPaperFacts } from './compare/graph-paper-facts.ts';
import type { Choice, FactAnswer, FactEvent, Facts, FindOptions, NodesEvent } from './facts.ts';
import { defaultLexicon } from './linking/default-lexicon.ts';
import { LabelIndexes } from './linking/label-indexes.ts';
import type { Lexicon } from './linking/lexicon.ts';
import type { AnalysedQuestion } from './question/question.ts';
import { findTextualNodes } from './relax/find-textual-nodes.ts';
import { QueryPrompt } from './writer/query-prompt.ts';
import { QueryWriter } from './writer/query-writer.ts';
import { QuestionRephraser } from './writer/question-rephraser.ts';
import { chooseAnswer, isUncertain } from './planner/choose-answer.ts';
import { Planner } from './planner/planner.ts';
import { linksOf } from './planner/question-links.ts';
import { tryPlans } from './planner/try-plans.ts';

export type GraphFactsParts = {
  store: GraphStore;
  /** Base IRI of the corpus. */
  base: string;
  /** Milliseconds of a monotone clock. */
  now: () => number;
  lexicon?: Lexicon;
  /** What a chat model does for a query, `whole` when not given. */
  modelTask?: ModelTask;
};

/**
 * `whole`: it writes queries. `words`: it says a question that the planner is not sure of in words that the planner knows,
 * which is what a model of few billion parameters can do.
 */
export type ModelTask = 'whole' | 'words';

const usualDeadlineMs = 5_000;
/** How long a question waits for the label index to catch up with a new commit. */
const patienceMs = 300;
/** Questions that are this surely about prose are not turned into queries. */
const leastStructured = 0.1;

/** Answers questions from the graph: by the planner, and by a chat model where one is given. */
export class GraphFacts implements Facts {
  readonly papers: GraphPaperFacts;
  readonly #parts: GraphFactsParts;
  readonly #lexicon: Lexicon;
  readonly #labels: LabelIndexes;
  readonly #planner: Planner;
  readonly #writer: QueryWriter;
  readonly #prompt: QueryPrompt;
  readonly #rephraser: QuestionRephraser;

  constructor(parts: GraphFactsParts) {
    this.#parts = parts;
    this.#lexicon = parts.lexicon ?? defaultLexicon();
    this.#labels = new LabelIndexes(parts.store, this.#lexicon);
    this.#planner = new Planner(this.#lexicon);
    this.#writer = new QueryWriter(this.#lexicon.vocabulary);
    this.#prompt = new QueryPrompt(this.#lexicon);
    this.#rephraser = new QuestionRephraser(this.#lexicon);
    this.papers = new GraphPaperFacts({
      store: parts.store,
      labels: this.#labels,
      lexicon: this.#lexicon,
      queryOptions: (options) => this.#queryOptions(options),
    });
  }

  async prepare(): Promise<void> {
    await this.#labels.current(0);
  }

  async *find(
    question: AnalysedQuestion,
    options: FindOptions & { chat?: ChatModel } = {},
  ): AsyncGenerator<FactEvent, void> {
    const { store, now } = this.#parts;
    const end = now() + (options.deadlineMs ?? usualDeadlineMs);
    const { index, isNewest } = await this.#labels.current(patienceMs);
    if (!isNewest) {
      const reason = 'The names of the papers that came last are still being read.';
      yield {
        type: 'degraded',
        degraded: { step: 'linking', wanted: 'names of the newest commit', used: 'names of an earlier commit', reason },
      };
    }
    const plan = (text: string) => this.#planner.planInTurns(text, index, this.#readable(options.papers), options);
    const planning = await plan(question.text);
    for (const choice of planning.untaken) yield { type: 'degraded', degraded: untaken(choice) };
    const links = linksOf(planning, question.text, options.choices);
    yield { type: 'links', links };
    if (question.structured < leastStructured) return;
    const context = {
      store,
      vocabulary: this.#lexicon.vocabulary,
      remaining: () => end - now(),
      options: this.#queryOptions(options),
    };
    const byPlanner = { ...context, options: this.#withThings(options) };
    const planned = yield* tryPlans(planning, byPlanner);
    const { chat } = options;
    let written: FactAnswer | undefined;
    if (chat !== undefined && context.remaining() > 0) {
      if (this.#parts.modelTask !== 'words') {
        written = yield* this.#writer.answer(question.shape, this.#prompt.ask(question, planning), {
          ...context,
          chat,
          planned,
        });
      } else if (planned === undefined || isUncertain(planned)) {
        written = yield* this.#rephraser.answer(question, planning, plan, { ...byPlanner, chat, planned });
      }
    }
    const answer = chooseAnswer(planned, written);
    if (answer !== undefined) yield { type: 'answer', answer };
  }

  async *textualNodes(
    question: AnalysedQuestion,
    links: readonly Link[],
    options: FindOptions = {},
  ): AsyncGenerator<NodesEvent, void> {
    const { store, now } = this.#parts;
    const end = now() + (options.deadlineMs ?? usualDeadlineMs);
    yield* findTextualNodes(question, links, {
      store,
      lexicon: this.#lexicon,
      paths: this.#planner.paths,
      remaining: () => end - now(),
      options: this.#withThings(options),
    });
  }

  #readable(papers: readonly string[] | undefined): ReadonlySet<string> | undefined {
    return papers === undefined ? undefined : new Set(papers.map((key) => `${this.#parts.base}paper/${key}`));
  }

  #queryOptions({ signal, papers, isConfined = false }: FindOptions): QueryOptions {
    const { base } = this.#parts;
    const graphs = papers?.flatMap((key) => [graphIri(base, key), statusGraphIri(base, key)]);
    const links = isConfined ? [] : [linksGraphIri(base)];
    return {
      ...(signal === undefined ? {} : { signal }),
      ...(graphs === undefined ? {} : { readable: new Set([...graphs, ...links]) }),
    };
  }

  /**
   * For queries of our own, which only follow people and entities from one paper that may be asked to another. A query that a
   * model writes could list names out of papers that may not.
   */
  #withThings(options: FindOptions): QueryOptions {
    const { base } = this.#parts;
    const { readable, ...others } = this.#queryOptions(options);
    if (readable === undefined || options.isConfined) return this.#queryOptions(options);
    return { ...others, readable: new Set([...readable, peopleGraphIri(base), entitiesGraphIri(base)]) };
  }
}

function untaken({ phrase, iri }: Choice): Degraded {
  const reason = 'The phrase is not in the question, or does not name that thing.';
  return { step: 'linking', wanted: `“${phrase}” as <${iri}>`, used: 'what the words name', reason };
}
