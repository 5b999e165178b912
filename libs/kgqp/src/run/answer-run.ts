import type { Problem } from '@askg/contract';
import { parseIri } from '@askg/ddm';
import { answerFromFacts, answersByRows, asksForRows, deniesByRows } from '../answer/answer-from-facts.ts';
import { answerFromText } from '../answer/answer-from-text.ts';
import { assess } from '../answer/assess.ts';
import { claimInPassing } from '../answer/in-passing.ts';
import type { Outcome } from '../answer/outcome.ts';
import { foreign, noRows, notInCorpus, ofOtherYears, quotesOnly } from '../answer/plain-outcomes.ts';
import { quoteRows } from '../answer/quote-rows.ts';
import { writeOut, writeRow } from '../answer/write-out.ts';
import { CorpusView } from '../evidence/corpus-view.ts';
import { namedInPassing } from '../evidence/named-in-passing.ts';
import { CitationNumbers } from '../evidence/quote.ts';
import type { FactAnswer } from '../facts.ts';
import { KgqpError } from '../kgqp-error.ts';
import { analyseQuestion } from '../question/analyse-question.ts';
import type { AnalysedQuestion } from '../question/question.ts';
import type { AskRequest } from './ask-request.ts';
import { bundle, type Gathered, namePassages, type Said } from './bundle.ts';
import { checkQuestion } from './check-question.ts';
import { chooseEvidence } from './evidence-step.ts';
import { askFacts, type FactOutcome } from './fact-step.ts';
import { MeteredChat } from './metered-chat.ts';
import { nearnessBy } from './nearness.ts';
import { plan } from './plan.ts';
import { nothingLeft } from './nothing-left.ts';
import { orAborted, withDeadline } from './race.ts';
import { findPassages, noPassages, type PassageOutcome } from './retrieval-step.ts';
import type { RunEvent } from './run-events.ts';
import type { RunParts } from './run-parts.ts';
import { statesOf } from './states-of.ts';
import { degradedBy } from './step-failure.ts';

/** A question that is less surely one for rows costs no call of a model to write its query; the planner still tries. */
const worthWriting = 0.25;

/** One question on its way to its answer. */
export class AnswerRun {
  readonly #parts: RunParts;
  readonly #request: AskRequest;
  readonly #signal: AbortSignal;
  readonly #chat: MeteredChat | undefined;
  readonly #gathered: Gathered;
  readonly #numbers = new CitationNumbers();

  /** @param signal ends every step of the run */
  constructor(parts: RunParts, request: AskRequest, signal: AbortSignal) {
    this.#parts = parts;
    this.#request = request;
    this.#signal = signal;
    this.#chat = request.chat && new MeteredChat(request.chat);
    const usage = this.#chat?.usage ?? { modelCalls: 0, inputTokens: 0, outputTokens: 0 };
    this.#gathered = { commit: 0, links: [], queries: [], passages: [], models: [], degraded: [], usage, states: [] };
  }

  /** Everything after `started`, up to `done`. @throws RunCancelled, and faults of ours */
  async *events(): AsyncGenerator<RunEvent, void> {
    const asked = this.#check();
    if ('problem' in asked) {
      yield this.#done(unanswered(asked.problem));
      return;
    }
    const { view } = asked;
    const question = analyseQuestion(asked.text);
    yield { event: 'plan', steps: plan(this.#request, question) };

    const searching = this.#search(question);
    const facts = yield* this.#askGraph(question);
    const rows = answersByRows(facts.answer) ? await quoteRows(facts.answer, view) : [];
    const query = facts.answer ? Math.max(0, facts.queries.indexOf(facts.answer.run)) : 0;
    if (rows.length > 0) {
      yield { event: 'rows', rows: rows.map((row) => writeRow(row, this.#numbers, query)) };
    }

    const found = await orAborted(searching, this.#signal);
    this.#parts.watch.note('passages', found.timings);
    this.#gathered.degraded.push(...found.degraded);
    this.#gathered.passages = found.passages;
    this.#gathered.models = found.models ?? [];
    if (found.passages.length > 0) yield { event: 'passages', passages: namePassages(found.passages) };

    const outcome =
      facts.answer && rows.length > 0
        ? await this.#withPassing(answerFromFacts(facts.answer, rows), facts.answer, view)
        : yield* this.#answerWithoutRows(question, facts, found, view);
    this.#gathered.degraded.push(...view.unreadable);
    yield* this.#write(outcome, query);
  }

  /** The question and the papers to ask, or why nothing can be tried. */
  #check(): { text: string; view: CorpusView } | { problem: Problem } {
    const { corpus, library } = this.#parts;
    try {
      const text = checkQuestion(this.#request.question);
      const view = new CorpusView(corpus, library, this.#request.papers);
      this.#gathered.commit = view.commit;
      if (view.size > 0) return { text, view };
      const detail = this.#request.papers
        ? 'None of the papers asked for is here.'
        : 'Nothing has been read into it yet.';
      return { problem: new KgqpError('kgqp/empty-corpus', detail).toProblem() };
    } catch (error) {
      if (error instanceof KgqpError) return { problem: error.toProblem() };
      throw error;
    }
  }

  /** Starts the search of the passages, beside the questions to the graph. */
  #search(question: AnalysedQuestion): Promise<PassageOutcome> {
    if (this.#request.mode === 'sparql') return Promise.resolve(noPassages());
    const { papers } = this.#request;
    const searching = this.#parts.watch.time('passages', () =>
      findPassages(this.#parts, question, {
        signal: this.#signal,
        deadlineMs: this.#parts.deadlines.passages,
        ...(papers ? { papers } : {}),
      }),
    );
    // It is awaited later; until then its failure, which only cancelling brings about, must not end the process.
    searching.catch(() => {});
    return searching;
  }

  async *#askGraph(question: AnalysedQuestion): AsyncGenerator<RunEvent, FactOutcome> {
    const { mode, papers, isConfined, choices } = this.#request;
    const end = this.#parts.watch.start('facts');
    // Rows are no evidence to quote: the graph is only asked for the units that satisfy the constraints.
    const asked = mode === 'retrieve' ? { ...question, structured: 0 } : question;
    const outcome = yield* askFacts(this.#parts.facts, asked, {
      signal: this.#signal,
      deadlines: this.#parts.deadlines,
      nodes: mode !== 'sparql',
      ...(papers ? { papers } : {}),
      ...(isConfined ? { isConfined } : {}),
      ...(choices ? { choices } : {}),
      ...(this.#chat && asked.structured >= worthWriting ? { chat: this.#chat } : {}),
    });
    end();
    this.#gathered.links = outcome.links;
    this.#gathered.queries = outcome.queries;
    this.#gathered.degraded.push(...outcome.degraded);
    return outcome;
  }

  /** Rows tell which papers name a thing with weight; the text tells which others say its name. */
  async #withPassing(
    outcome: Outcome,
    { inPassing = [], shape, rows }: FactAnswer,
    view: CorpusView,
  ): Promise<Outcome> {
    const { mode, papers } = this.#request;
    const [name] = inPassing;
    if (mode === 'sparql' || shape !== 'list' || name === undefined) return outcome;
    const without = new Set(
      rows.flatMap(({ sources }) => sources.flatMap((iri) => parseIri(view.base, iri)?.key ?? [])),
    );
    const { passages, watch, deadlines } = this.#parts;
    try {
      const quotes = await watch.time('mentions', () =>
        withDeadline(
          (signal) => namedInPassing(passages, inPassing, { view, without, signal, ...(papers ? { papers } : {}) }),
          deadlines.passages,
          this.#signal,
        ),
      );
      return quotes.length === 0 ? outcome : { ...outcome, claims: [...outcome.claims, claimInPassing(name, quotes)] };
    } catch (error) {
      const degraded = degradedBy(error, {
        step: 'mentions',
        wanted: 'papers that say the name',
        used: 'the graph only',
      });
      return { ...outcome, degraded: [...outcome.degraded, degraded] };
    }
  }

  /** The outcome without rows: from text, or why there is none. */
  async *#answerWithoutRows(
    question: AnalysedQuestion,
    facts: FactOutcome,
    found: PassageOutcome,
    view: CorpusView,
  ): AsyncGenerator<RunEvent, Outcome> {
    const { mode, chat } = this.#request;
    if (mode === 'sparql') return facts.failure ? nothingLeft([facts.failure]) : noRows(facts.answer);
    const { watch } = this.#parts;
    const evidence = await watch.time('sentences', () =>
      chooseEvidence(this.#parts, question, found, facts.nodes, view, this.#signal),
    );
    this.#gathered.degraded.push(...evidence.degraded);
    const failures = [facts.failure, found.failure].filter((failure) => failure !== undefined);
    // What could not be searched cannot be said not to be there.
    if (found.failure && evidence.units.length === 0) return nothingLeft(failures);
    const assessment = assess(question.text, evidence, found.rarity);
    if (mode === 'retrieve') return quotesOnly(evidence, assessment);
    if (deniesByRows(question, facts.answer, assessment)) return notInCorpus(evidence, facts.answer);
    // Who asks for the papers of a year is not answered by what papers of other years say.
    if (found.isOfOtherYears && asksForRows(question)) return notInCorpus(evidence, emptyOf(facts.answer));
    if (!question.isEnglish && chat === undefined) return foreign(question, evidence);
    if (this.#chat) yield { event: 'evidence', evidence: evidence.units.map(({ quote }) => this.#numbers.cite(quote)) };
    const outcome = await watch.time('writing', () =>
      answerFromText(question.text, evidence, assessment, {
        ...(this.#chat ? { chat: this.#chat } : {}),
        nearness: nearnessBy(this.#parts, this.#signal),
        inTime: (work) => withDeadline(work, this.#parts.deadlines.writing, this.#signal),
        modelFailed: (error) =>
          degradedBy(error, { step: 'claims', wanted: `claims by ${chat?.name}`, used: 'the answer made without it' }),
      }),
    );
    return found.isOfOtherYears ? ofOtherYears(outcome) : outcome;
  }

  /** Numbers, tells and bundles an outcome. */
  *#write(outcome: Outcome, query: number): Generator<RunEvent, void> {
    this.#gathered.degraded.push(...outcome.degraded);
    const written = outcome.claims.map((claim) => writeOut(claim, this.#numbers, query));
    const nearest = outcome.nearest.map((quote) => this.#numbers.cite(quote));
    const evidence = this.#numbers.all();
    if (evidence.length > 0) yield { event: 'evidence', evidence };
    const deltas = outcome.text === undefined ? written.map(({ delta }) => delta) : [outcome.text];
    for (const delta of deltas) if (delta !== '') yield { event: 'text', delta };
    for (const { claim } of written) yield { event: 'claim', claim };
    const { verdict, problem } = outcome;
    const claims = written.map(({ claim }) => claim);
    yield this.#done({ verdict, answer: deltas.join(''), claims, nearest, ...(problem ? { problem } : {}) });
  }

  #done(said: Said): RunEvent {
    const { watch, newId } = this.#parts;
    if (said.problem === undefined) {
      const mode = this.#request.mode ?? 'answer';
      this.#gathered.states = statesOf(mode, this.#gathered.queries, this.#chat?.isLost === true);
    }
    return { event: 'done', answer: bundle(newId(), this.#request, this.#gathered, said, watch.timings) };
  }
}

function emptyOf(answer: FactAnswer | undefined): FactAnswer | undefined {
  return answer?.rows.length === 0 ? answer : undefined;
}

function unanswered(problem: Problem): Said {
  return { verdict: 'no-answer', answer: '', claims: [], nearest: [], problem };
}
