import { collection, json, notModified, path, problems, type Paths } from './operations.ts';

/** The papers, the state of the server, and this description. */
export const serverPaths: Paths = {
  '/api/papers': {
    get: {
      operationId: 'papers',
      summary: 'All papers, those that wait or could not be read included',
      tags: ['papers'],
      parameters: [collection],
      responses: {
        200: { description: 'As the catalog has them now.', content: json('Paper', { list: true }) },
        304: notModified,
        ...problems([404, 'No such collection can be read.']),
      },
    },
  },
  '/api/papers/{key}': {
    get: {
      operationId: 'paper',
      summary: 'One paper',
      tags: ['papers'],
      parameters: [path('key', 'Its key, or an identifier such as doi:10.21105/jose.00173.')],
      responses: {
        200: { description: 'As the catalog has it now.', content: json('Paper') },
        301: { description: 'The paper has this other key.' },
        304: notModified,
        ...problems([404, 'No paper has this key.']),
      },
    },
  },
  '/api/papers/{key}/status': {
    get: {
      operationId: 'paperStatus',
      summary: 'What became of a paper after it came out, and all that was said about it',
      tags: ['papers'],
      parameters: [path('key', 'Its key, or an identifier such as doi:10.21105/jose.00173.')],
      responses: {
        200: {
          description: 'As it is known now; without a status the paper is in good standing.',
          content: json('PaperStatus'),
        },
        304: notModified,
        ...problems([404, 'No paper has this key.']),
      },
    },
    put: {
      operationId: 'setPaperStatus',
      summary: 'Say by hand what became of a paper: retracted, withdrawn, corrected, or none',
      description:
        'Needs a key of `askg keys add --curate`. It replaces what was said before; `none` says that the paper is in good standing.',
      tags: ['papers'],
      parameters: [path('key', 'Its key, or an identifier such as doi:10.21105/jose.00173.')],
      requestBody: { required: true, content: json('StatusStatement') },
      responses: {
        200: { description: 'It is recorded.', content: json('PaperStatus') },
        ...problems(
          [400, 'There is no such status or day, or the notice is neither a DOI nor an address.'],
          [401, 'A key is needed.'],
          [403, 'The key does not allow it.'],
          [404, 'No paper has this key.'],
          [410, 'The paper was removed.'],
          [415, 'The body is not JSON.'],
        ),
      },
    },
  },
  '/api/openapi.json': {
    get: {
      operationId: 'openapi',
      summary: 'This description',
      tags: ['server'],
      responses: {
        200: {
          description: 'An OpenAPI 3.1 document.',
          content: { 'application/json': { schema: { type: 'object' } } },
        },
        304: notModified,
      },
    },
  },
  '/health/live': {
    get: {
      operationId: 'live',
      summary: 'Whether the process answers',
      tags: ['server'],
      responses: { 200: { description: 'It does.', content: json('Liveness') } },
    },
  },
  '/health/ready': {
    get: {
      operationId: 'ready',
      summary: 'Whether questions can be asked',
      tags: ['server'],
      responses: {
        200: { description: 'They can.', content: json('Readiness') },
        503: { description: 'Not yet, or no more.', content: json('Readiness') },
      },
    },
  },
};
