import type { GraphDescription } from '@askg/graph';
import type { ChatMessage } from '@askg/inference';
import { Prompt } from '../answer/prompt.ts';
import type { ForeignPlanning } from './foreign-planner.ts';
import { ShortIris } from './short-iris.ts';

const file = new URL('../../prompts/write-foreign-query.v1.md', import.meta.url);

/** Classes and properties that a prompt holds: the most used, which a small model still reads. */
const mostClasses = 16;
const mostProperties = 24;
const mostNames = 8;
const leastScore = 0.8;

/** What a model is told to write a query over a graph that was described by looking at it. */
export class ForeignQueryPrompt {
  readonly #prompt: Prompt<'prefixes' | 'schema' | 'names' | 'question'>;
  readonly #short: ShortIris;
  readonly #schema: string;

  /** @throws KgqpError `kgqp/invalid-prompt` */
  constructor(description: GraphDescription) {
    this.#prompt = new Prompt(file, ['prefixes', 'schema', 'names', 'question']);
    this.#short = new ShortIris(description.vocabularies);
    const known = description.classes.filter(({ entities }) => entities > 0).slice(0, mostClasses);
    this.#schema = known.map((shape) => this.#classLine(shape)).join('\n');
  }

  /** Prefixes that its queries may use. */
  get prologue(): readonly string[] {
    return this.#short.prologue;
  }

  ask(question: string, { matches }: ForeignPlanning): ChatMessage[] {
    const named = matches.filter(({ score, iris }) => score >= leastScore && iris[0]?.includes(':'));
    const lines = named.slice(0, mostNames).map(({ said, labels, iris }) => {
      return `- ${JSON.stringify(said)}: <${iris[0]}>, called ${JSON.stringify(labels[0] ?? '')}`;
    });
    return this.#prompt.messages({
      prefixes: this.#short.prologue.join('\n  '),
      schema: this.#schema,
      names: lines.length === 0 ? '(none)' : [...new Set(lines)].join('\n'),
      question,
    });
  }

  #classLine({ iri, labels, properties }: GraphDescription['classes'][number]): string {
    const uses = properties
      .slice(0, mostProperties)
      .map(({ property, kinds: [kind] }) =>
        kind === undefined || kind.isLiteral
          ? this.#short.of(property)
          : `${this.#short.of(property)} -> ${this.#short.of(kind.iri)}`,
      );
    const [label] = labels;
    return `${this.#short.of(iri)}${label === undefined ? '' : ` (${label})`}: ${uses.join(', ')}`;
  }
}
