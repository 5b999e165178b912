import { quadsToDocument } from '@askg/ddm';
import type { PassageStore } from '../passage-store.ts';
import type { Passage } from '../passages/passage.ts';
import { passagesOf } from '../passages/passages-of.ts';
import { RetrievalError } from '../retrieval-error.ts';
import type { Exclusive } from './exclusive.ts';
import { type IndexOptions, type IndexReport, failure } from './index-report.ts';
import type { IndexedCorpus } from './open-store.ts';
import { type PaperGraph, difference, keyOfGraph, paperGraphs } from './pending-papers.ts';

/** Passages written in one step: each step costs a version of the table. */
const batchPassages = 1000;

/**
 * Brings the words in step with the corpus: afterwards every paper of the commit that was the newest when this began can be
 * searched, and none that was removed before, by words or by vectors. Papers that cannot be read are reported and left as
 * they are.
 */
export async function indexWords(
  corpus: IndexedCorpus,
  store: PassageStore,
  exclusive: Exclusive,
  clock: () => Date,
  options: IndexOptions,
): Promise<IndexReport> {
  const report: IndexReport = { added: 0, removed: 0, failed: [] };
  const current = paperGraphs(corpus.snapshot().graphs);
  report.removed = await exclusive.run(() => removeGone(corpus, store, current));
  const { pending } = difference(current, corpus.projections.standing('passages'));
  await addPapers(corpus, store, exclusive, clock, pending, report, options);
  await exclusive.run(() => store.indexWords(clock()));
  return report;
}

async function removeGone(corpus: IndexedCorpus, store: PassageStore, current: readonly PaperGraph[]): Promise<number> {
  const { projections } = corpus;
  const words = difference(current, projections.standing('passages')).gone;
  const vectors = difference(current, projections.standing('vectors')).gone;
  const gone = new Set([...words, ...vectors]);
  if (gone.size > 0) await store.removePapers([...gone].map(keyOfGraph));
  await store.keepTokens(new Set(current.map(({ digest }) => digest)));
  for (const name of gone) {
    projections.set('vectors', name, null);
    projections.set('passages', name, null);
  }
  return words.length;
}

async function addPapers(
  corpus: IndexedCorpus,
  store: PassageStore,
  exclusive: Exclusive,
  clock: () => Date,
  pending: readonly PaperGraph[],
  report: IndexReport,
  { signal, progress }: IndexOptions,
): Promise<void> {
  let batch: { paper: PaperGraph; passages: Passage[] }[] = [];
  const flush = async (): Promise<void> => {
    const papers = batch;
    batch = [];
    if (papers.length === 0) return;
    await exclusive.run(async () => {
      const passages = papers.flatMap((each) => each.passages);
      await store.putPassages(
        papers.map(({ paper }) => paper.key),
        passages,
      );
      for (const { paper } of papers) corpus.projections.set('passages', paper.name, paper.digest);
      report.added += papers.length;
      await store.indexWords(clock(), true);
    });
  };
  for (const [i, paper] of pending.entries()) {
    if (signal?.aborted) {
      await flush();
      throw new RetrievalError('retrieval/cancelled', 'Indexing was cancelled.', { cause: signal.reason });
    }
    try {
      const document = quadsToDocument(await corpus.readGraph(paper.digest), { base: corpus.baseIri });
      const passages = passagesOf(document, { base: corpus.baseIri, key: paper.key, graphDigest: paper.digest });
      batch.push({ paper, passages });
    } catch (error) {
      report.failed.push(failure(paper.key, error));
    }
    if (batch.reduce((sum, { passages }) => sum + passages.length, 0) >= batchPassages) await flush();
    progress?.({ step: 'words', done: i + 1, total: pending.length, paper: paper.key });
  }
  await flush();
}
