import { z } from 'zod';
import { PublicationStatus } from './publication-status.ts';
import { Iri } from './values.ts';

/** A passage found by words or vectors, with each method's own rank (from 1) and score. */
export const Hit = z.object({
  iri: Iri,
  paper: z.string(),
  title: z.string(),
  section: z.string().exactOptional(),
  text: z.string(),
  score: z.number(),
  methods: z.array(z.object({ name: z.string(), rank: z.int().min(1), score: z.number() })),
  /** Of a passage from a paper that is not in good standing. */
  status: PublicationStatus.exactOptional(),
});
export type Hit = z.infer<typeof Hit>;
