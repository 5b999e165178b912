import { shape } from './components.ts';
import { collection, json, path, problems, query, type Paths } from './operations.ts';

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
      parameters: [path('id', 'The id of the answer.')],
      responses: {
        200: { description: 'The answer as it was given.', content: json('Answer') },
        ...problems([404, 'No answer has this id, or it tells of papers that this key may not read.']),
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
