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
