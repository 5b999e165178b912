export type { ChatMessage, ChatModel, ChatReply, ChatRequest } from './chat-model.ts';
export type { Embedder, TextKind, TextVectors, TokenVectors } from './embedder.ts';
export type { FetchProgress } from './fetch/model-fetch.ts';
export {
  type FetchOptions,
  type FileFault,
  type ModelState,
  ModelStore,
  type ModelStoreOptions,
} from './fetch/model-store.ts';
export { InferenceError, type InferenceErrorCode } from './inference-error.ts';
export { defaultEmbedder, defaultPairScorer } from './manifest/manifest.ts';
export type { ModelEntry, ModelFile, ModelKind } from './manifest/model-entry.ts';
export type { ModelIdentity } from './model-identity.ts';
export { openEmbedder } from './onnx/open-embedder.ts';
export { openPairScorer } from './onnx/open-pair-scorer.ts';
export type { OnnxOptions } from './onnx/worker-setup.ts';
export { openChat } from './openai/open-chat.ts';
export { type EmbeddingsOptions, openEmbeddings } from './openai/open-embeddings.ts';
export { type RerankServerOptions, openRerank } from './openai/open-rerank.ts';
export type { ServerOptions } from './openai/model-server.ts';
export type { PairScorer } from './pair-scorer.ts';
export type { RunOptions } from './run-options.ts';
