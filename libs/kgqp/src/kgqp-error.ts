import { CodedError, type CodeText } from '@askg/contract';

/** Every code of this package, with what it means and what to do next. */
const codes = {
  'kgqp/empty-question': { title: 'The question is empty', fix: 'Write a question of at least one word.' },
  'kgqp/question-too-long': {
    title: 'The question is too long',
    fix: 'Shorten the question, or ask it in parts.',
  },
  'kgqp/not-a-question': {
    title: 'The text holds no words to look for',
    fix: 'Write the question in words.',
  },
  'kgqp/is-sparql': {
    title: 'The text is SPARQL',
    fix: 'Run it with `askg query`, or on the page /sparql; here questions are asked in words.',
  },
  'kgqp/read-only': {
    title: 'The text asks for a change',
    fix: 'Questions change nothing. Papers come and go with `askg ingest` and `askg papers rm`.',
  },
  'kgqp/unsupported-language': {
    title: 'The question is in a language that cannot be answered here',
    fix: 'Ask in English, or choose a chat model that reads the language.',
  },
  'kgqp/empty-corpus': { title: 'The corpus holds no papers', fix: 'Add papers with `askg ingest`, then ask again.' },
  'kgqp/no-evidence': {
    title: 'What could hold the answer could not be searched',
    fix: 'See the degraded steps for the reasons, run `askg doctor`, and ask again.',
  },
  'kgqp/timeout': {
    title: 'What could hold the answer could not be searched in time',
    fix: 'Ask again, or ask about one paper only.',
  },
  'kgqp/invalid-prompt': {
    title: 'A prompt file is damaged',
    fix: 'Put the file back as it was released; each prompt names its placeholders.',
  },
  'kgqp/model-failed': {
    title: 'The chat model gave no usable reply',
    fix: 'Check that the model runs and that its name and key are right, or ask with no model.',
  },
  'kgqp/chat-budget': {
    title: 'The chat model may not be asked more for this question',
    fix: 'Ask a shorter question, or raise ASKG_CHAT_CALLS or ASKG_CHAT_TOKENS.',
  },
  'kgqp/no-query': {
    title: 'The question could not be turned into a query of this graph',
    fix: 'Use the words of its classes, properties and names: `askg graph describe NAME` lists them.',
  },
  'kgqp/unknown-graph': {
    title: 'There is no graph of that name',
    fix: '`askg graph list` names those that were added; `askg graph add NAME URL` adds one.',
  },
  'kgqp/graph-exists': {
    title: 'There is a graph of that name already',
    fix: 'Choose another name, or remove it first with `askg graph rm NAME`.',
  },
  'kgqp/invalid-graph': {
    title: 'The graph cannot be added as it was given',
    fix: 'A name has lower-case letters, digits, - and _; the graph is a SPARQL endpoint, http or https, or a file in Turtle, N-Triples, TriG or N-Quads.',
  },
  'kgqp/damaged-graph': {
    title: 'What was kept of the graph cannot be read',
    fix: 'Remove it with `askg graph rm NAME` and add it again.',
  },
  'kgqp/unexpected': {
    title: 'The question met a fault of askg itself',
    fix: 'Report the fault with its trace.',
  },
} as const satisfies Record<`kgqp/${string}`, CodeText>;

export type KgqpErrorCode = keyof typeof codes;

/** A question that cannot be answered as it was asked, or a part of the pipeline that cannot work. */
export class KgqpError extends CodedError<KgqpErrorCode> {
  constructor(code: KgqpErrorCode, detail: string, options?: ErrorOptions) {
    super(code, codes[code], detail, options);
  }
}
