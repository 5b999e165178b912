import { componentSchemas, type JsonSchema } from './components.ts';
import { graphPaths } from './graph-paths.ts';
import type { Paths } from './operations.ts';
import { questionPaths } from './question-paths.ts';
import { serverPaths } from './server-paths.ts';

export type OpenApiDocument = {
  openapi: string;
  info: { title: string; version: string; summary: string; description: string; license: object };
  servers: { url: string }[];
  paths: Paths;
  /** Each alternative opens: no key where the operator lets everybody read, or a key. */
  security: object[];
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, object> };
};

/** The HTTP interface as an OpenAPI 3.1 document: its routes, and the contract's shapes as JSON Schema. */
export function openApiDocument(): OpenApiDocument {
  return {
    openapi: '3.1.1',
    info: {
      title: 'askg',
      version: '1',
      summary: 'Questions to scholarly papers, with the sentences that the answers rest on.',
      description:
        'Every refusal is a problem document (RFC 9457) whose `code` is one of a closed set. Every response has the ' +
        'header askg-trace, which the log of the server repeats. Requests that pages of other origins make are refused, ' +
        'but for reading where the operator has published the corpus. ' +
        'What a key, or a request without one, may not read is answered as if it were not there; 401 is the answer to a ' +
        'key that is not known, and to no key where nothing can be read without.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: { ...questionPaths, ...graphPaths, ...serverPaths },
    security: [{}, { key: [] }],
    components: {
      schemas: componentSchemas(),
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'As `askg keys add` makes it.' } },
    },
  };
}

/** The document as it is committed and served. */
export function openApiText(): string {
  return `${JSON.stringify(openApiDocument(), null, 2)}\n`;
}
