import type { MultiVectorEncoder } from '@askg/inference';
import { passagesPerFile } from '../late-interaction/token-files.ts';
import type { PassageStore } from '../passage-store.ts';
import { searchableText } from '../passages/context-text.ts';
import { RetrievalError } from '../retrieval-error.ts';
import { checkTokens } from '../vectors/check-vector.ts';
import type { Exclusive } from './exclusive.ts';
import { type IndexOptions, type IndexReport, failure } from './index-report.ts';
import type { IndexedCorpus } from './open-store.ts';
import { type PaperGraph, paperGraphs } from './pending-papers.ts';
import { isLasting } from './vector-run.ts';

export type EncodingWork = {
  corpus: IndexedCorpus;
  store: PassageStore;
  exclusive: Exclusive;
  encoder: MultiVectorEncoder;
};

/**
 * Stores the token vectors of an encoder of many vectors a text for all passages whose words are indexed, beside those of the
 * embedder. A run that was ended goes on where it stood, part by part.
 */
export async function encodePassages(work: EncodingWork, options: IndexOptions): Promise<IndexReport> {
  const { corpus, store, exclusive, encoder } = work;
  const { signal, progress } = options;
  const report: IndexReport = { added: 0, removed: 0, failed: [] };
  const complete = await store.tokens(encoder.model).complete();
  const words = corpus.projections.standing('passages');
  const papers = paperGraphs(corpus.snapshot().graphs).filter(
    ({ name, digest }) => words.get(name) === digest && !complete.has(digest),
  );
  for (const [i, paper] of papers.entries()) {
    try {
      await encodePaper(work, paper, signal);
      report.added++;
    } catch (error) {
      if (signal?.aborted) {
        throw new RetrievalError('retrieval/cancelled', 'Encoding was cancelled.', { cause: error });
      }
      if (isLasting(error)) throw error;
      report.failed.push(failure(paper.key, error));
    }
    progress?.({ step: 'tokens', done: i + 1, total: papers.length, paper: paper.key });
  }
  // Papers that were removed while they were being encoded leave nothing behind.
  const current = paperGraphs(corpus.snapshot().graphs).map(({ digest }) => digest);
  await exclusive.run(() => store.keepTokens(new Set(current)));
  return report;
}

async function encodePaper(
  { store, exclusive, encoder }: EncodingWork,
  { key, digest }: PaperGraph,
  signal: AbortSignal | undefined,
): Promise<void> {
  const files = store.tokens(encoder.model);
  const passages = await store.passagesOf(key, digest);
  const parts = Map.groupBy(passages, ({ ordinal }) => Math.floor(ordinal / passagesPerFile));
  for (const [part, chunk] of parts) {
    signal?.throwIfAborted();
    if (await files.has(digest, part)) continue;
    const options = { priority: 'background' as const, ...(signal ? { signal } : {}) };
    const encoded = await encoder.encodePassages(chunk.map(searchableText), options);
    if (encoded.length !== chunk.length) {
      const detail = `${encoder.model.name} gave vectors of ${encoded.length} texts for ${chunk.length}.`;
      throw new RetrievalError('retrieval/wrong-vector', detail);
    }
    for (const tokens of encoded) checkTokens(tokens, encoder.model);
    await exclusive.run(() => files.write(digest, part, encoded));
  }
  await exclusive.run(() => files.finish(digest));
}
