import { z } from 'zod';
import { Finding, Format } from './document.ts';
import { Problem } from './problem.ts';
import { PublicationStatus } from './publication-status.ts';
import { Digest, Timings } from './values.ts';

/** How far a paper has come; `failed` and `removed` are ends, the others follow one another. */
export const PaperState = z.enum([
  'queued',
  'reading',
  'enriching',
  'mapping',
  'committed',
  'indexed',
  'embedded',
  'failed',
  'removed',
]);
export type PaperState = z.infer<typeof PaperState>;

/** A paper as the corpus knows it. `source` is the digest of the bytes; `version` is 0 before the first commit. */
export const Paper = z.object({
  key: z.string(),
  aliases: z.array(z.string()),
  title: z.string().exactOptional(),
  format: Format,
  source: z.string(),
  state: PaperState,
  version: z.int().min(0),
  graphDigest: Digest.exactOptional(),
  ms: Timings,
  findings: z.array(Finding),
  problem: Problem.exactOptional(),
  /** Of a paper that is not in good standing. */
  status: PublicationStatus.exactOptional(),
});
export type Paper = z.infer<typeof Paper>;
