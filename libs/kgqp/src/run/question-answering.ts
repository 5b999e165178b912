import type { AskEvent } from '@askg/contract';
import type { Corpus } from '@askg/corpus';
import type { PassageIndex, Retriever } from '@askg/retrieval';
import { PaperLibrary } from '../evidence/paper-library.ts';
import type { Facts } from '../facts.ts';
import { type Assessment, assess } from '../answer/assess.ts';
import { CorpusView, type ViewedCorpus } from '../evidence/corpus-view.ts';
import { analyseQuestion } from '../question/analyse-question.ts';
import { AnswerRun } from './answer-run.ts';
import type { ChatLimits } from './chat-limits.ts';
import { type AskOptions, type AskRequest, type Deadlines, defaultDeadlines } from './ask-request.ts';
import { echoedQuestion } from './check-question.ts';
import { chooseEvidence } from './evidence-step.ts';
import { problemOf } from './problem-of.ts';
import { orAborted } from './race.ts';
import { findPassages } from './retrieval-step.ts';
import { RunRecord } from './run-record.ts';
import { Stopwatch } from './stopwatch.ts';

export type QuestionAnsweringParts = {
  corpus: Pick<Corpus, 'baseIri' | 'commitNumber' | 'snapshot' | 'readGraph'> & ViewedCorpus;
  facts: Facts;
  retriever: Pick<Retriever, 'retrieve' | 'scoreTexts'>;
  /** The index that the retriever searches. */
  passages: Pick<PassageIndex, 'searchWords'>;
  /** Milliseconds of a monotone clock (`() => performance.now()`). */
  now: () => number;
  /** A new id for a run or an answer: unguessable and fit for an address (`() => randomUUID()`). */
  newId: () => string;
  deadlines?: Partial<Deadlines>;
  /** What a chat model may cost for one question. */
  chatLimits?: ChatLimits;
};

/** Answers questions about the papers of a corpus with the sentences and result rows that the answers rest on. */
export class QuestionAnswering {
  readonly #parts: QuestionAnsweringParts;
  readonly #library: PaperLibrary;
  readonly #deadlines: Deadlines;

  constructor(parts: QuestionAnsweringParts) {
    this.#parts = parts;
    this.#library = new PaperLibrary(parts.corpus);
    this.#deadlines = { ...defaultDeadlines, ...parts.deadlines };
  }

  /**
   * How sure it is that the text of the corpus answers a question, and why: what decides between an answer in quotes and
   * `not-in-corpus`. For choosing the threshold.
   * @throws what a step throws
   */
  async assess(text: string, { papers }: { papers?: readonly string[] } = {}): Promise<Assessment> {
    const question = analyseQuestion(text);
    const view = new CorpusView(this.#parts.corpus, this.#library, papers);
    const { signal } = new AbortController();
    const deadlineMs = this.#deadlines.passages;
    const found = await findPassages(this.#parts, question, { signal, deadlineMs, ...(papers ? { papers } : {}) });
    const parts = { ...this.#parts, deadlines: this.#deadlines };
    const evidence = await chooseEvidence(parts, question, found, [], view, signal);
    return assess(question.text, evidence, found.rarity);
  }

  /**
   * The events of one run, in the order of the contract: `started` first; `done`, `failed` or `cancelled` last. Nothing
   * that a question, a model or an engine does makes it throw. Aborting the signal ends the run at once with `cancelled`;
   * leaving the loop ends it too. Either way every step that is still under way is told to stop.
   */
  async *ask(request: AskRequest, options: AskOptions = {}): AsyncGenerator<AskEvent, void> {
    const { now, newId } = this.#parts;
    const run = options.run ?? newId();
    const watch = new Stopwatch(now);
    const ending = new AbortController();
    const cancel = (): void => ending.abort();
    options.signal?.addEventListener('abort', cancel, { once: true });
    if (options.signal?.aborted) cancel();
    const parts = { ...this.#parts, library: this.#library, deadlines: this.#deadlines, watch };
    const record = new RunRecord(request);
    try {
      yield { event: 'started', run, ms: watch.elapsed, question: echoedQuestion(request.question) };
      const events = new AnswerRun(parts, record.request, ending.signal).events();
      for (;;) {
        // Whatever a step hangs on, the run ends as soon as it is told to; the step learns it by its signal.
        const next = await orAborted(events.next(), ending.signal);
        if (next.done) break;
        yield { ...record.complete(next.value), run, ms: watch.elapsed };
      }
    } catch (error) {
      if (ending.signal.aborted) yield { event: 'cancelled', run, ms: watch.elapsed };
      else yield { event: 'failed', run, ms: watch.elapsed, problem: problemOf(error) };
    } finally {
      options.signal?.removeEventListener('abort', cancel);
      cancel();
    }
  }
}
