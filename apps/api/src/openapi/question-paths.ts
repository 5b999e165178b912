import { shape } from './components.ts';
import { answerOffers } from '../answers/answer-representation.ts';
import { collection, json, notModified, path, problems, query, texts, type Paths } from './operations.ts';

const noAnswer = 'No answer has this id, or it tells of papers that this key may not read.';

const askRefusals = problems(
  [400, 'The body is not of this shape, or names a model or paper that is not here.'],
  [403, 'The chat model may not be used from another machine without a key that allows it.'],
  [404, 'No such collection can be read.'],
  [413, 'The body or the question is too long.'],
  [415, 'The body is not application/json.'],
  [503, 'Questions cannot be asked yet, or too many are being answered.'],
);

/** Questions, their answers, and search. */
export const questionPaths: Paths = {
  '/api/ask': {
    post: {
      operationId: 'ask',
      summary: 'Ask a question',
      description:
        'Answers by server-sent events: one AskEvent as the data of each, named by its `event`. The header askg-run ' +
        'holds the id by which the run can be cancelled. Closing the connection cancels it too.',
      tags: ['questions'],
      requestBody: { required: true, content: json('AskBody') },
      responses: {
        200: {
          description: 'The events of the run, or with "stream": false the answer when it is done.',
          content: { 'text/event-stream': { schema: shape('AskEvent') }, ...json('Answer') },
        },
        ...askRefusals,
        ...problems([409, 'The run was cancelled.'], [422, 'The question cannot be answered as it is.']),
      },
    },
  },
  '/api/runs/{run}': {
    delete: {
      operationId: 'cancel',
      summary: 'Cancel a run',
      tags: ['questions'],
      parameters: [path('run', 'The id that the events and the header askg-run tell.')],
      responses: {
        204: { description: 'The run has been told to stop; its last event is `cancelled`.' },
        ...problems([404, 'No such run is under way.']),
      },
    },
  },
  '/api/answers/{id}': {
    get: {
      operationId: 'answer',
      summary: 'An answer that was given, with all its evidence',
      description: 'The same as a page is at /a/{id}.',
      tags: ['questions'],
      parameters: [
        path('id', 'The id of the answer.'),
        query('format', 'The form of the answer, in the place of the Accept header.', {
          type: 'string',
          enum: answerOffers.map(({ format }) => format),
        }),
      ],
      responses: {
        200: {
          description:
            'The answer as it was given; of the papers that it cites the records in BibTeX, RIS and CSL-JSON.',
          content: { ...json('Answer'), ...texts(answerOffers.slice(1).map(({ mediaType }) => mediaType)) },
        },
        304: notModified,
        ...problems([400, 'No such format.'], [404, noAnswer], [406, 'None of the media types can be given.']),
      },
    },
  },
  '/api/answers/{id}/rerun': {
    post: {
      operationId: 'rerun',
      summary: 'Ask the question of an answer again, and compare',
      description: 'It costs what asking costs, and the same may do it.',
      tags: ['questions'],
      parameters: [path('id', 'The id of the answer.')],
      requestBody: { required: true, content: json('RerunBody') },
      responses: {
        200: { description: 'What is different, and the new answer where one was made.', content: json('Rerun') },
        ...askRefusals,
        ...problems([404, `${noAnswer} Or its commit is not kept any more.`], [409, 'The run was cancelled.']),
      },
    },
  },
  '/api/answers/{id}/diff': {
    get: {
      operationId: 'diff',
      summary: 'What is different between two answers',
      tags: ['questions'],
      parameters: [
        path('id', 'The id of the earlier answer.'),
        query('with', 'The id of the later one.', { type: 'string' }, true),
      ],
      responses: {
        200: { description: 'Claims, rows, quotes, queries and the verdict.', content: json('AnswerDiff') },
        304: notModified,
        ...problems([400, 'No second answer is named.'], [404, noAnswer]),
      },
    },
  },
  '/api/feedback': {
    post: {
      operationId: 'feedback',
      summary: 'Say what is right, wrong or missing',
      description: 'Of the same client on the same claim the last word counts.',
      tags: ['questions'],
      requestBody: { required: true, content: json('Feedback') },
      responses: {
        200: { description: 'What is kept: the same, with the time `at`.', content: json('KeptFeedback') },
        ...problems(
          [400, 'The body is not of this shape, or names a claim, paper or unit that is not here.'],
          [404, noAnswer],
          [413, 'The body is too long.'],
          [415, 'The body is not application/json.'],
          [429, 'More judgements than are taken in a minute.'],
        ),
      },
    },
  },
  '/api/search': {
    get: {
      operationId: 'search',
      summary: 'Find passages by words and by meaning',
      tags: ['questions'],
      parameters: [
        query('q', 'What to look for.', { type: 'string' }, true),
        query('k', 'Most passages.', { type: 'integer', minimum: 1, maximum: 100, default: 10 }),
        query('paper', 'Key or identifier of the one paper to search.'),
        collection,
      ],
      responses: {
        200: {
          description:
            'Passages, best first. The header askg-degraded tells each step that could not run as wanted, as JSON.',
          content: json('Hit', { list: true }),
        },
        ...problems(
          [400, 'No words, or no such paper or number.'],
          [404, 'No such collection can be read.'],
          [503, 'Passages cannot be searched yet.'],
        ),
      },
    },
  },
};
