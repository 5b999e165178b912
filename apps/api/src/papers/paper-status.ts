import { PublicationStatus, StatusStatement } from '@askg/contract';
import { z } from 'zod';

/** What `/api/papers/{key}/status` tells: without `status` the paper is in good standing, as far as is known. */
export const PaperStatus = z.object({
  key: z.string(),
  status: PublicationStatus.exactOptional(),
  history: z
    .array(StatusStatement.extend({ id: z.int(), work: z.string(), source: z.string(), recorded: z.string() }))
    .describe('All that was said, oldest first; `work` is the name of the paper under which it was said.'),
});
export type PaperStatus = z.infer<typeof PaperStatus>;
