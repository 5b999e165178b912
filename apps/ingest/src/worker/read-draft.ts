import { basename } from 'node:path';
import type { Finding } from '@askg/contract';
import type { Corpus, Job } from '@askg/corpus';
import { readSource } from '@askg/ddm';
import type { FullTextService } from '../grobid/full-text-service.ts';
import { readThroughService } from '../grobid/read-through-service.ts';
import { stages, stagesOf } from '../stages.ts';

/**
 * `stages` are those that made the draft and what follows, and by its digest what was read besides the source, for the
 * graph; `findings` are about this run, not about the
 * source, so that they are for the catalog only.
 */
export type ReadDraft = {
  draft: Awaited<ReturnType<typeof readSource>>;
  stages: Readonly<Record<string, string>>;
  findings: Finding[];
};

/**
 * Reads a queued file, with the files beside it; a PDF through the service where there is one that can.
 * @throws DdmError, CorpusError
 */
export async function readDraft(corpus: Corpus, job: Job, service?: FullTextService): Promise<ReadDraft> {
  const reading = await readThroughService(corpus, job, service);
  if (reading && 'draft' in reading) {
    return { draft: reading.draft, stages: { ...stages, grobid: reading.answer }, findings: [] };
  }
  const companions = await readCompanions(corpus, job);
  const used: Record<string, string> = {};
  const draft = await readSource(await corpus.readSource(job.source), {
    as: job.format,
    fileName: basename(job.path),
    companion: (name) => {
      const companion = companions.get(name);
      if (companion) used[name] = companion.digest;
      return companion?.bytes;
    },
  });
  return { draft, stages: { ...stagesOf(draft.findings), ...used }, findings: reading ? [reading.finding] : [] };
}

/** The files beside the source, by name. */
async function readCompanions(
  corpus: Corpus,
  { companions }: Job,
): Promise<Map<string, { digest: string; bytes: Uint8Array }>> {
  const files = companions.filter(({ origin }) => origin === 'file');
  const read = files.map(
    async ({ name, digest }) => [name, { digest, bytes: await corpus.readSource(digest) }] as const,
  );
  return new Map(await Promise.all(read));
}
