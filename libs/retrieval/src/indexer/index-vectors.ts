import type { VectorCache } from '../vectors/vector-cache.ts';
import type { IndexOptions, IndexReport } from './index-report.ts';
import type { IndexedCorpus } from './open-store.ts';
import { type PaperGraph, difference, paperGraphs } from './pending-papers.ts';
import { VectorBuffer } from './vector-buffer.ts';
import { type VectorTarget, VectorRun } from './vector-run.ts';

export type VectorWork = VectorTarget & { corpus: IndexedCorpus; clock: () => Date; cache?: VectorCache };

/**
 * Gives every indexed passage its vector and token vectors. Papers whose vectors are all cached come first, since they wait
 * for no model; token vectors that no cache holds follow at the end. A run that was ended goes on where it stood.
 */
export async function indexVectors(work: VectorWork, options: IndexOptions): Promise<IndexReport> {
  const report: IndexReport = { added: 0, removed: 0, failed: [] };
  const { corpus, store, exclusive, embedder, clock, cache } = work;
  const buffer = new VectorBuffer(
    corpus,
    store,
    embedder.model,
    exclusive,
    clock,
    (papers) => (report.added += papers),
  );
  const run = new VectorRun(work, buffer, options, report);
  try {
    if (cache) await run.each('vectors', pendingPapers(corpus), (paper) => run.fromCache(paper, cache));
    await buffer.flush();
    await run.each('vectors', pendingPapers(corpus), (paper) => run.embed(paper));
    await buffer.flush();
    if (!run.hasTokens) return report;
    const complete = await store.tokens(embedder.model).complete();
    const standing = corpus.projections.standing('vectors');
    const papers = paperGraphs(corpus.snapshot().graphs).filter(
      ({ name, digest }) => standing.get(name) === digest && !complete.has(digest),
    );
    await run.each('tokens', papers, (paper) => run.embedTokens(paper));
  } finally {
    await buffer.flush();
    // Papers that were removed while they were being embedded leave nothing behind.
    const current = paperGraphs(corpus.snapshot().graphs).map(({ digest }) => digest);
    await exclusive.run(() => store.keepTokens(new Set(current)));
  }
  return report;
}

/** Papers whose words are indexed and whose vectors are not. */
function pendingPapers(corpus: IndexedCorpus): PaperGraph[] {
  const words = corpus.projections.standing('passages');
  const current = paperGraphs(corpus.snapshot().graphs).filter(({ name, digest }) => words.get(name) === digest);
  return difference(current, corpus.projections.standing('vectors')).pending;
}
