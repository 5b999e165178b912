import { ddm } from '@askg/ddm';
import type { ChatModel } from '@askg/inference';
import { CodedError } from '@askg/contract';
import { Prompt } from '../answer/prompt.ts';
import type { FactAnswer, FactEvent } from '../facts.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import type { Planning } from '../planner/planner.ts';
import { type QueryLabel, runQuery } from '../planner/run-query.ts';
import type { TryContext } from '../planner/try-plans.ts';
import type { AnalysedQuestion } from '../question/question.ts';
import { extractQuery } from '../validate/repair-text.ts';
import { validateQuery } from '../validate/validate-query.ts';
import { nearestExamples } from './example-queries.ts';
import { schemaExcerpt, shortIri } from './schema-excerpt.ts';
import { writtenAnswer } from './written-answer.ts';

const promptFile = new URL('../../prompts/write-query.v1.md', import.meta.url);
const longestReply = 600;
const examplesGiven = 4;
const perQueryMs = 2_000;

/** Lets a chat model write a query. What it writes runs only after the validator has let it pass. */
export class QueryWriter {
  readonly #lexicon: Lexicon;
  readonly #prompt: Prompt<'schema' | 'entities' | 'examples' | 'question'>;

  /** @throws KgqpError `kgqp/invalid-prompt` */
  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#prompt = new Prompt(promptFile, ['schema', 'entities', 'examples', 'question']);
  }

  /**
   * Yields the query that was written, or why there is none, and returns what it gave. Nothing that the model does ends the
   * question: a refusal, a hang, prose and a query that is not valid all leave the planner's answer standing.
   */
  async *answer(
    question: AnalysedQuestion,
    planning: Planning,
    context: TryContext & { chat: ChatModel },
  ): AsyncGenerator<FactEvent, FactAnswer | undefined> {
    const { chat, options, remaining } = context;
    const label: QueryLabel = { kind: 'fact', origin: 'model', relaxed: [] };
    const reply = await this.#ask(question, planning, context);
    if ('reason' in reply) {
      yield {
        type: 'degraded',
        degraded: {
          step: 'query',
          wanted: `a query by ${chat.name}`,
          used: 'the query of the planner',
          reason: reply.reason,
        },
      };
      return undefined;
    }
    const text = extractQuery(reply.text);
    if (text === undefined) {
      yield { type: 'query', run: { ...label, text: reply.text.slice(0, 2_000), rows: 0, ms: 0, state: 'invalid' } };
      return undefined;
    }
    const checked = validateQuery(text, this.#lexicon.vocabulary, { mend: true });
    if (!checked.isValid) {
      yield { type: 'query', run: { ...label, text: checked.text, rows: 0, ms: 0, state: 'invalid' } };
      return undefined;
    }
    const deadlineMs = Math.min(perQueryMs, remaining());
    if (deadlineMs <= 0) return undefined;
    const ran = await runQuery(context.store, checked.text, label, { ...options, deadlineMs });
    yield { type: 'query', run: ran.run };
    return ran.selected === undefined ? undefined : writtenAnswer(question, checked, ran.run, ran.selected, chat.name);
  }

  async #ask(
    question: AnalysedQuestion,
    planning: Planning,
    { chat, options, remaining }: TryContext & { chat: ChatModel },
  ) {
    const messages = this.#prompt.messages({
      schema: schemaExcerpt(this.#lexicon, classesOf(planning)),
      entities: entityLines(planning),
      examples: nearestExamples(question.text, examplesGiven)
        .map((example) => `Question: ${example.question}\n${example.query}`)
        .join('\n\n'),
      question: question.text,
    });
    try {
      return await chat.complete(
        { messages, maxTokens: longestReply, temperature: 0 },
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

/** Classes that the likeliest readings speak of. */
function classesOf({ queries }: Planning): string[] {
  const classes = queries.slice(0, 4).flatMap(({ plan }) => plan.nodes.map(({ cls }) => cls));
  return [...new Set([ddm.Paper, ddm.Person, ddm.Reference, ...classes])];
}

function entityLines({ queries, matches }: Planning): string {
  const chosen = queries[0]?.plan.nodes.flatMap(({ names }) => names) ?? [];
  const lines = [...new Set([...chosen, ...matches.filter(({ score }) => score >= 0.9).slice(0, 4)])]
    .slice(0, 6)
    .map(({ cls, property, labels, iris }) => {
      const values = labels
        .slice(0, 5)
        .map((label) => JSON.stringify(label))
        .join(' ');
      if (cls === ddm.Paper) {
        return `- a ${shortIri(cls)}: VALUES ?paper { ${iris
          .slice(0, 5)
          .map((iri) => `<${iri}>`)
          .join(' ')} }  # ${labels[0] ?? ''}`;
      }
      return `- a ${shortIri(cls)} with ${shortIri(property)}: VALUES ?name { ${values} }`;
    });
  return lines.length === 0 ? '(none)' : lines.join('\n');
}
