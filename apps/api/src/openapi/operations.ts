import { type JsonSchema, shape, type ShapeName } from './components.ts';

export type MediaType = { schema: JsonSchema; examples?: Record<string, { value: unknown }> };
export type Content = Record<string, MediaType>;
export type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema: JsonSchema;
};
export type Response = { description: string; content?: Content; headers?: Record<string, object> };
export type Operation = {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, Response>;
};

/** Paths in the template form of OpenAPI, each with its operations by method. */
export type Paths = Record<string, { get?: Operation; post?: Operation; put?: Operation; delete?: Operation }>;

const text: JsonSchema = { type: 'string' };

/** Content of one JSON shape, or of a list of it. */
export function json(name: ShapeName, { list = false } = {}): Content {
  return { 'application/json': { schema: list ? { type: 'array', items: shape(name) } : shape(name) } };
}

/** Content that is text in each of these media types. */
export function texts(mediaTypes: readonly string[]): Content {
  return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema: text }]));
}

export function query(name: string, description: string, schema: JsonSchema = text, required = false): Parameter {
  return { name, in: 'query', description, schema, ...(required ? { required } : {}) };
}

export function path(name: string, description: string): Parameter {
  return { name, in: 'path', required: true, description, schema: text };
}

/** Takes the one collection that a request is about. */
export const collection: Parameter = query('collection', 'Name of the one collection to look in.');

/** A refusal, by its status: all are problem details, and `code` tells them apart. */
export function problems(...all: [status: number, description: string][]): Record<string, Response> {
  const content = { 'application/problem+json': { schema: shape('Problem') } };
  const shown = [...all, [500, 'A fault of the server; its log has the trace id.'] as const];
  return Object.fromEntries(shown.map(([status, description]) => [String(status), { description, content }]));
}

export const notModified: Response = { description: 'The copy named by If-None-Match still holds.' };
