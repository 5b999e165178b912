import { ddm } from '@askg/ddm';
import type { ChatMessage } from '@askg/inference';
import { Prompt } from '../answer/prompt.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import type { Planning } from '../planner/planner.ts';
import type { AnalysedQuestion } from '../question/question.ts';
import { nearestExamples } from './example-queries.ts';
import { schemaExcerpt, shortIri } from './schema-excerpt.ts';

const writeFile = new URL('../../prompts/write-query.v2.md', import.meta.url);
const examplesGiven = 10;

/** What a model is told to write a query over the graph of papers. */
export class QueryPrompt {
  readonly #lexicon: Lexicon;
  readonly #write: Prompt<'schema' | 'entities' | 'examples' | 'question'>;

  /** @throws KgqpError `kgqp/invalid-prompt` */
  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#write = new Prompt(writeFile, ['schema', 'entities', 'examples', 'question']);
  }

  /** The part of the schema that the question needs, its named things, and the examples nearest to it. */
  ask(question: AnalysedQuestion, planning: Planning): ChatMessage[] {
    return this.#write.messages({
      schema: schemaExcerpt(this.#lexicon, classesOf(planning)),
      entities: entityLines(planning),
      examples: nearestExamples(question.text, examplesGiven)
        .map((example) => `Question: ${example.question}\n${example.query}`)
        .join('\n\n'),
      question: question.text,
    });
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
