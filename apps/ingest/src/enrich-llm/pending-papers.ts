import type { Document } from '@askg/contract';
import type { Corpus, SuggestionMaker } from '@askg/corpus';
import { quadsToDocument } from '@askg/ddm';
import { promptName } from './prompt.ts';

/** A paper as a model is to be shown it. */
export type PendingPaper = { key: string; paperGraph: string };

/** The maker of suggestions that a model is with the prompt of this version. */
export function makerOf(model: string): SuggestionMaker {
  return { model, prompt: promptName };
}

/** Those of the papers that stand and that this model has not read yet as they are, in the order given, each once. */
export function pendingPapers(corpus: Corpus, keys: readonly string[], model: string): PendingPaper[] {
  return [...new Set(keys)].flatMap((key) => {
    const { state, graphDigest } = corpus.paper(key) ?? {};
    if (graphDigest === undefined || state === 'removed') return [];
    return corpus.enrichments.isDone(key, graphDigest, makerOf(model)) ? [] : [{ key, paperGraph: graphDigest }];
  });
}

/** @throws CorpusError corpus/missing-graph, corpus/damaged-graph; DdmError */
export async function documentOf(corpus: Corpus, { paperGraph }: PendingPaper): Promise<Document> {
  return quadsToDocument(await corpus.readGraph(paperGraph), { base: corpus.baseIri });
}
