import type { ModelIdentity } from '@askg/inference';
import { modelTag } from '../vectors/model-tag.ts';
import type { PassageStore } from '../passage-store.ts';
import type { IndexedCorpus } from './open-store.ts';
import { paperGraphs } from './pending-papers.ts';

/**
 * Makes the catalog say what is true of a model's vectors: a paper has them when as many are there as it has passages. They may
 * be there from an earlier time when the model was in use, and they may be gone though the catalog knows of them.
 */
export async function adoptVectors(corpus: IndexedCorpus, store: PassageStore, model: ModelIdentity): Promise<void> {
  const { projections } = corpus;
  const instance = `${store.instance} ${modelTag(model)}`;
  if (projections.instance('vectors') !== instance) projections.reset('vectors', instance);
  const standing = projections.standing('vectors');
  const counts = await store.countsByGraph(model);
  for (const { name, digest } of paperGraphs(corpus.snapshot().graphs)) {
    const { passages, vectors } = counts.get(digest) ?? { passages: 0, vectors: 0 };
    const isThere = passages > 0 && vectors === passages;
    if (isThere && standing.get(name) !== digest) projections.set('vectors', name, digest);
    if (vectors < passages && standing.get(name) === digest) projections.set('vectors', name, null);
  }
}
