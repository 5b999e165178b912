import type { Finding } from '@askg/contract';
import type { Corpus, Job } from '@askg/corpus';
import { CodedError } from '@askg/contract';
import { readSource } from '@askg/ddm';
import { IngestError } from '../ingest-error.ts';
import type { FullTextService } from './full-text-service.ts';

type Draft = Awaited<ReturnType<typeof readSource>>;

/** `answer` is the digest of the TEI that was read; without a draft the finding says why the service was of no use. */
export type ServiceReading = { draft: Draft; answer: string } | { finding: Finding };

const answerName = 'grobid.tei.xml';

/**
 * Reads a PDF through a service, or from what the service answered before: an answer is kept with its source, so that the
 * paper can be read again without the service, and to the same graph. Nothing where neither is to be had.
 */
export async function readThroughService(
  corpus: Corpus,
  job: Job,
  service: FullTextService | undefined,
): Promise<ServiceReading | undefined> {
  if (job.format !== 'pdf') return undefined;
  const kept = job.companions.find(({ name, origin }) => name === answerName && origin === 'service');
  if (kept) return { draft: await readAnswer(await corpus.readSource(kept.digest)), answer: kept.digest };
  if (!service) return undefined;
  try {
    const bytes = await service.read(await corpus.readSource(job.source));
    const draft = await readAnswer(bytes);
    const { digest } = corpus.addAnswerOfService(job.source, answerName, bytes);
    return { draft, answer: digest };
  } catch (error) {
    if (!(error instanceof CodedError) || error.code.startsWith('corpus/')) throw error;
    const { code, detail } = error.toProblem();
    return { finding: { code, severity: 'warning', message: `Read without GROBID: ${detail}` } };
  }
}

/** @throws DdmError; IngestError ingest/grobid-unusable for TEI in which no text was found */
async function readAnswer(bytes: Uint8Array): Promise<Draft> {
  const draft = await readSource(bytes, { as: 'tei', fileName: answerName });
  if (draft.blocks.length === 0) throw new IngestError('ingest/grobid-unusable', 'GROBID found no text in the paper.');
  return { ...draft, format: 'pdf' };
}
