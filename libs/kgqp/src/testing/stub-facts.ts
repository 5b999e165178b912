import type { Link } from '@askg/contract';
import type { FactAnswer, FactEvent, Facts, FindOptions, NodesEvent, TextualNode } from '../facts.ts';
import type { AnalysedQuestion } from '../question/question.ts';

export type StubFactsReply = { links?: Link[]; answer?: FactAnswer; nodes?: TextualNode[] };

/** The facts that a test wants the graph to give. */
export class StubFacts implements Facts {
  readonly #reply: (options: FindOptions) => Promise<StubFactsReply>;

  constructor(reply: StubFactsReply | ((options: FindOptions) => Promise<StubFactsReply>) = {}) {
    this.#reply = typeof reply === 'function' ? reply : () => Promise.resolve(reply);
  }

  prepare(): Promise<void> {
    return Promise.resolve();
  }

  async *find(_question: AnalysedQuestion, options: FindOptions = {}): AsyncGenerator<FactEvent, void> {
    const { links = [], answer } = await this.#reply(options);
    yield { type: 'links', links };
    if (!answer) return;
    yield { type: 'query', run: answer.run };
    yield { type: 'answer', answer };
  }

  async *textualNodes(
    _question: AnalysedQuestion,
    _links: readonly Link[],
    options: FindOptions = {},
  ): AsyncGenerator<NodesEvent, void> {
    const { nodes = [] } = await this.#reply(options);
    yield { type: 'nodes', nodes };
  }
}
