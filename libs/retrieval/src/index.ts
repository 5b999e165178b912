export { fuseByMinMax } from './fuse/min-max.ts';
export type { Fused, RankedList } from './fuse/ranked-list.ts';
export { fuseByReciprocalRank } from './fuse/reciprocal-rank.ts';
export type { FailedPaper, IndexOptions, IndexProgress, IndexReport } from './indexer/index-report.ts';
export type { IndexedCorpus } from './indexer/open-store.ts';
export { type IndexerOptions, PassageIndexer } from './indexer/passage-indexer.ts';
export { type MaxSimScorer, maxSim, maxSimScorer } from './late-interaction/max-sim.ts';
export { type PlaidHit, PlaidIndex, type PlaidSearchOptions } from './late-interaction/plaid/plaid-index.ts';
export {
  type PlaidSettings,
  centroidsFor,
  sampledDocuments,
  settingsFor,
} from './late-interaction/plaid/plaid-settings.ts';
export { type PlaidDocument, PlaidWriter } from './late-interaction/plaid/plaid-writer.ts';
export { sampleTokens } from './late-interaction/residual/sample-tokens.ts';
export type { TokenVectorCodec } from './late-interaction/residual/token-vector-codec.ts';
export { type CodecTraining, trainCodec } from './late-interaction/residual/train-codec.ts';
export { type Gain, pairedBootstrap } from './measure/paired-bootstrap.ts';
export { type QueryMeasures, measureQuery, measureRun } from './measure/ranking-measures.ts';
export { type Judgements, type Run, formatRun, parseJudgements, parseRun } from './measure/trec-files.ts';
export { openPassageIndex } from './open-passage-index.ts';
export { type ServerDescription, describeServer } from './opensearch/describe-server.ts';
export {
  type OpenSearchSettings,
  type OpenSearchVariables,
  readOpenSearchSettings,
} from './opensearch/open-search-settings.ts';
export { contextText, searchableText } from './passages/context-text.ts';
export type { Passage, PassageFilter, PassageKind, PassageUnit } from './passages/passage.ts';
export { passagesOf, passagesVersion } from './passages/passages-of.ts';
export type { PassageCounts, PassageHit, PassageIndex, SearchOptions } from './passage-index.ts';
export { MaxSimReranker } from './rerank/max-sim-reranker.ts';
export { PairReranker } from './rerank/pair-reranker.ts';
export type { RerankOptions, RerankQuery, Reranked, Reranker } from './rerank/reranker.ts';
export { RetrievalError, type RetrievalErrorCode } from './retrieval-error.ts';
export type { MethodScore, RankedPassage, Retrieval, RetrieveOptions, TextScores } from './retrieve/retrieval.ts';
export { Retriever, type RetrieverOptions } from './retrieve/retriever.ts';
export { type RetrievalSettings, defaultSettings } from './retrieve/settings.ts';
export { type VectorCache, cacheKey } from './vectors/vector-cache.ts';
export { VectorFile } from './vectors/vector-file.ts';
