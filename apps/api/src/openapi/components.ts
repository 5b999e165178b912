import {
  Answer,
  AnswerDiff,
  AskEvent,
  Box,
  Citation,
  Claim,
  Degraded,
  Feedback,
  Finding,
  Hit,
  KeptFeedback,
  Link,
  Paper,
  Problem,
  Row,
  SparqlRun,
  StatusStatement,
} from '@askg/contract';
import { z } from 'zod';
import { Rerun, RerunBody } from '../answers/rerun-body.ts';
import { AskBody } from '../ask/ask-body.ts';
import { Liveness, Readiness } from '../health/health-shapes.ts';
import { PaperStatus } from '../papers/paper-status.ts';

/** The shapes that the routes speak of, by their names in the description. */
const shapes = {
  Answer,
  AnswerDiff,
  AskBody,
  AskEvent,
  Box,
  Citation,
  Claim,
  Degraded,
  Feedback,
  Finding,
  Hit,
  KeptFeedback,
  Link,
  Liveness,
  Paper,
  PaperStatus,
  Problem,
  Readiness,
  Rerun,
  RerunBody,
  Row,
  SparqlRun,
  StatusStatement,
} satisfies Record<string, z.ZodType>;

export type ShapeName = keyof typeof shapes;

export type JsonSchema = { [keyword: string]: unknown };

/** A pointer to one of the shapes. */
export function shape(name: ShapeName): JsonSchema {
  return { $ref: address(name) };
}

/** The JSON Schemas of the shapes; each stands once, and the others point at it. */
export function componentSchemas(): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(shapes)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: address, io: 'input', target: 'draft-2020-12' });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _address, ...schema }]) => [name, schema]),
  );
}

function address(name: string): string {
  return `#/components/schemas/${name}`;
}
