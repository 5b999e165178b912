import { z } from 'zod';

/** An absolute IRI. Resources of a corpus live under the base recorded when the corpus was created. */
export const Iri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'an absolute IRI');
export type Iri = z.infer<typeof Iri>;

/** Lower-case hexadecimal SHA-256. */
export const Digest = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal');
export type Digest = z.infer<typeof Digest>;

const fraction = z.number().min(0).max(1);

/** A rectangle on a page. `page` counts from 1; edges are fractions of the cropped, rotated page, origin top left. */
export const Box = z.object({ page: z.int().min(1), x0: fraction, y0: fraction, x1: fraction, y1: fraction });
export type Box = z.infer<typeof Box>;

/** A step that could not run as wanted, what stood in for it, and why. */
export const Degraded = z.object({ step: z.string(), wanted: z.string(), used: z.string(), reason: z.string() });
export type Degraded = z.infer<typeof Degraded>;

/** Duration by step, in milliseconds. */
export const Timings = z.record(z.string(), z.number().min(0));
export type Timings = z.infer<typeof Timings>;
