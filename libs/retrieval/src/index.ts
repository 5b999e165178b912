export { fuseByMinMax } from './fuse/min-max.ts';
export type { Fused, RankedList } from './fuse/ranked-list.ts';
export { fuseByReciprocalRank } from './fuse/reciprocal-rank.ts';
export type { FailedPaper, IndexOptions, IndexProgress, IndexReport } from './indexer/index-report.ts';
export type { IndexedCorpus } from './indexer/open-store.ts';
export { type IndexerOptions, PassageIndexer } from './indexer/passage-indexer.ts';
export { type MaxSimScorer, maxSim, maxSimScorer } from './late-interaction/max-sim.ts';
export type { PlaidModel } from './late-interaction/plaid/plaid-manifest.ts';
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
export { MeasuredReranker } from './measure/measured-reranker.ts';
export { type Gain, pairedBootstrap } from './measure/paired-bootstrap.ts';
export { type QueryMeasures, measureQuery, measureRun } from './measure/ranking-measures.ts';
export { type Judgements, type Run, formatRun, parseJudgements, parseRun } from './measure/trec-files.ts';
export { openPassageIndex, passageStores } from './open-passage-index.ts';
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
export type { PassageStore, PassageStores } from './passage-store.ts';
export { ColbertReranker, type ColbertRerankerOptions } from './rerank/colbert/colbert-reranker.ts';
export { type ColbertSettings, openColbertReranker } from './rerank/colbert/open-colbert-reranker.ts';
export { type LlmPointwiseOptions, openLlmPointwise } from './rerank/llm-pointwise/open-llm-pointwise.ts';
export { E2RankReranker, type E2RankSettings } from './rerank/e2rank/e2rank-reranker.ts';
export { embeddedPassages } from './rerank/e2rank/embedded-passages.ts';
export { type E2RankOptions, openE2Rank } from './rerank/e2rank/open-e2rank.ts';
export type { GivenVectors, PassageVectors } from './rerank/e2rank/passage-vectors.ts';
export { type FeedbackSettings, VectorFeedbackReranker } from './rerank/e2rank/vector-feedback-reranker.ts';
export {
  type JinaRerankerSources,
  openJinaRerankerV3,
  type OpenJinaRerankerOptions,
} from './rerank/jina-reranker-v3/open-jina-reranker-v3.ts';
export { MaxSimReranker } from './rerank/max-sim-reranker.ts';
export { type MonoT5Options, openMonoT5 } from './rerank/monot5/open-mono-t5.ts';
export { monoT5Template } from './rerank/monot5/template.ts';
export { LateReranker, type LateRerankerOptions } from './rerank/late-reranker.ts';
export { isRerankerKind, openReranker, type RerankerParts } from './rerank/open-reranker.ts';
export { PairReranker } from './rerank/pair-reranker.ts';
export {
  type RerankerSettings,
  type RerankerVariables,
  readRerankerSettings,
  rerankerNamed,
  vectorFeedback,
} from './rerank/reranker-settings.ts';
export type { RerankOptions, RerankQuery, Reranked, Reranker } from './rerank/reranker.ts';
export { RetrievalError, type RetrievalErrorCode } from './retrieval-error.ts';
export type { MethodScore, RankedPassage, Retrieval, RetrieveOptions, TextScores } from './retrieve/retrieval.ts';
export { Retriever, type RetrieverOptions } from './retrieve/retriever.ts';
export { type RetrievalSettings, defaultSettings } from './retrieve/settings.ts';
export { type VectorCache, cacheKey } from './vectors/vector-cache.ts';
export { VectorFile } from './vectors/vector-file.ts';
