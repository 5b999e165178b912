import { z } from 'zod';

/** A code of a package's closed set, prefixed by the package: `corpus/locked`. */
export const ErrorCode = z.templateLiteral([z.string().regex(/^[a-z]+$/), '/', z.string().regex(/^[a-z0-9-]+$/)]);
export type ErrorCode = `${string}/${string}`;

/** What went wrong and what to do next, in the shape of RFC 9457 problem details. */
export const Problem = z.object({
  type: z.string(),
  code: ErrorCode,
  title: z.string(),
  status: z.int().min(400).max(599).exactOptional(),
  detail: z.string(),
  fix: z.string().exactOptional(),
  trace: z.string().exactOptional(),
});
export type Problem = z.infer<typeof Problem>;
