import type { PairTemplate } from '@askg/inference';

/**
 * What monoT5 was trained on, `Query: {query} Document: {document} Relevant:`; InRanker, mMARCO mT5 and ptt5 have the same (Nogueira
 * et al. 2020, "Document Ranking with a Pretrained Sequence-to-Sequence Model").
 */
export const monoT5Template: PairTemplate = { query: 'Query: ', document: ' Document: ', end: ' Relevant:' };
