import type { Answer, AskEvent, Citation, PromptUse } from '@askg/contract';
import type { ChatModel, ChatReply, ChatRequest, RunOptions } from '@askg/inference';
import { originOf } from '../answer/sent-prompts.ts';
import type { AskRequest } from './ask-request.ts';

/** A chat model whose prompts are noted. */
class NotingChat implements ChatModel {
  readonly prompts = new Map<string, PromptUse>();
  readonly #model: ChatModel;

  constructor(model: ChatModel) {
    this.#model = model;
  }

  get name(): string {
    return this.#model.name;
  }

  complete(request: ChatRequest, options?: RunOptions): Promise<ChatReply> {
    for (const message of request.messages) {
      const origin = originOf(message);
      if (origin) this.prompts.set(origin.file, origin);
    }
    return this.#model.complete(request, options);
  }
}

/** Notes what of a run its answer does not hold by itself: with what it was asked, its plan, its evidence and its prompts. */
export class RunRecord {
  /** The request to run: as it was given, with a chat model whose prompts are noted. */
  readonly request: AskRequest;
  readonly #chat: NotingChat | undefined;
  readonly #evidence = new Map<number, Citation>();
  #plan: string[] = [];

  constructor(request: AskRequest) {
    this.#chat = request.chat && new NotingChat(request.chat);
    this.request = this.#chat ? { ...request, chat: this.#chat } : request;
  }

  /** The event, with all that was noted where it is the last one of a run that came to an answer. */
  complete<Event extends { event: AskEvent['event'] }>(event: Event): Event;
  complete(event: Pick<AskEvent, 'event'> & { steps?: string[]; evidence?: Citation[]; answer?: Answer }): object {
    if (event.event === 'plan') this.#plan = event.steps ?? [];
    if (event.event === 'evidence') for (const each of event.evidence ?? []) this.#evidence.set(each.n, each);
    return event.answer === undefined ? event : { ...event, answer: this.#completed(event.answer) };
  }

  #completed(answer: Answer): Answer {
    const { papers, choices, chat, ways } = this.request;
    const [paper, ...others] = papers ?? [];
    const prompts = [...(this.#chat?.prompts.values() ?? [])].toSorted((a, b) => (a.file < b.file ? -1 : 1));
    return {
      ...answer,
      settings: {
        ...(paper === undefined || others.length > 0 ? {} : { paper }),
        ...(choices === undefined ? {} : { links: choices.map(({ phrase, iri }) => ({ phrase, chosen: iri })) }),
        ...(ways === 'text' ? { ways } : {}),
        model: chat?.name ?? 'none',
      },
      ...(this.#plan.length === 0 ? {} : { plan: this.#plan }),
      ...(this.#evidence.size === 0 ? {} : { evidence: [...this.#evidence.values()].toSorted((a, b) => a.n - b.n) }),
      ...(prompts.length === 0 ? {} : { prompts }),
    };
  }
}
