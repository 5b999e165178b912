import type { Problem } from '@askg/contract';
import { CorpusView } from '../evidence/corpus-view.ts';
import { CitationNumbers } from '../evidence/quote.ts';
import { KgqpError } from '../kgqp-error.ts';
import type { AskRequest } from './ask-request.ts';
import { bundle, type Said } from './bundle.ts';
import { checkQuestion } from './check-question.ts';
import { chooseKind } from './choose-kind.ts';
import { type Gathered, nothingGathered } from './gathered.ts';
import { MeteredChat } from './metered-chat.ts';
import type { RunContext } from './run-context.ts';
import type { RunEvent } from './run-events.ts';
import type { RunParts } from './run-parts.ts';
import { statesOf } from './states-of.ts';
import { tellConclusion } from './tell-conclusion.ts';

/** A request on its way to its answer, whatever kind of run it takes. */
export class AnswerRun {
  readonly #parts: RunParts;
  readonly #request: AskRequest;
  readonly #signal: AbortSignal;
  readonly #chat: MeteredChat | undefined;
  #commit = 0;

  /** @param signal ends every step of the run */
  constructor(parts: RunParts, request: AskRequest, signal: AbortSignal) {
    this.#parts = parts;
    this.#request = request;
    this.#signal = signal;
    this.#chat = request.chat && new MeteredChat(request.chat, parts.chatLimits);
  }

  /** Everything after `started`, up to `done`. @throws RunCancelled, and faults of ours */
  async *events(): AsyncGenerator<RunEvent, void> {
    const asked = this.#check();
    if ('problem' in asked) {
      const { problem } = asked;
      const said: Said = { verdict: 'no-answer', answer: '', claims: [], nearest: [], problem };
      yield this.#done(said, nothingGathered());
      return;
    }
    const context = this.#context(asked.view);
    const run = await chooseKind(context, asked.text);
    const conclusion = yield* run(context, asked.text);
    const said = yield* tellConclusion(conclusion, this.#request.mode ?? 'answer', context.numbers);
    yield this.#done(said, conclusion.gathered);
  }

  /** The question and the papers to ask, or why nothing can be tried. */
  #check(): { text: string; view: CorpusView } | { problem: Problem } {
    const { corpus, library } = this.#parts;
    try {
      const text = checkQuestion(this.#request.question);
      const view = new CorpusView(corpus, library, this.#request.papers);
      this.#commit = view.commit;
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

  #context(view: CorpusView): RunContext {
    const chat = this.#chat;
    return {
      parts: this.#parts,
      request: this.#request,
      signal: this.#signal,
      view,
      numbers: new CitationNumbers(),
      ...(chat ? { chat } : {}),
    };
  }

  #done(said: Said, gathered: Gathered): RunEvent {
    const { watch, newId } = this.#parts;
    const usage = this.#chat?.usage ?? { modelCalls: 0, inputTokens: 0, outputTokens: 0 };
    const { mode, ways } = this.#request;
    const asksGraph = mode !== 'retrieve' && ways !== 'text';
    const states = said.problem ? [] : statesOf(asksGraph, gathered.queries, this.#chat?.isLost === true);
    const figures = { id: newId(), commit: this.#commit, usage, timings: watch.timings, states };
    return { event: 'done', answer: bundle(this.#request, gathered, said, figures) };
  }
}
