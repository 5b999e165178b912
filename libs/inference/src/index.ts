export type { CausalModel } from './causal-model.ts';
export type { ChatMessage, ChatModel, ChatReply, ChatRequest } from './chat-model.ts';
export {
  configuredEmbedderName,
  type EmbedderSettings,
  type EmbedderVariables,
  hasConfiguredEmbedder,
  openConfiguredEmbedder,
  readEmbedderSettings,
} from './configured-embedder.ts';
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
export { addModel, modelCardFile } from './manifest/add-model.ts';
export { defaultEmbedder, defaultPairScorer } from './manifest/manifest.ts';
export type { ModelEntry, ModelFile, ModelKind } from './manifest/model-entry.ts';
export { type LlamaOptions, openLlamaModel } from './llama/open-llama-model.ts';
export { type LastTokenEncoder, lastTokenEncoder } from './last-token-encoder.ts';
export type { ListwisePass, ListwiseScorer, ListwiseScores } from './listwise-scorer.ts';
export type { ModelIdentity } from './model-identity.ts';
export { type CausalOptions, openCausalModel } from './onnx/open-causal-model.ts';
export type { EncodedText, MultiVectorEncoder } from './multi-vector-encoder.ts';
export { type MultiVectorOptions, openMultiVectorEncoder } from './onnx/multi-vector/open-multi-vector-encoder.ts';
export { openListwiseScorer } from './onnx/listwise/open-listwise-scorer.ts';
export { JsonPromptTokenizer } from './onnx/json-prompt-tokenizer.ts';
export { openEmbedder } from './onnx/open-embedder.ts';
export { openPairScorer } from './onnx/open-pair-scorer.ts';
export { type SequenceOptions, openSequenceScorer } from './onnx/sequence/open-sequence-scorer.ts';
export type { PairCut } from './onnx/sequence/template-tokenizer.ts';
export { type DecoderOptions, openDecoder } from './open-decoder.ts';
export { openModelStore } from './open-model-store.ts';
export type { OnnxOptions } from './onnx/worker-setup.ts';
export { openChat } from './openai/open-chat.ts';
export { type EmbeddingsOptions, openEmbeddings } from './openai/open-embeddings.ts';
export { type PointwiseOptions, openPointwise } from './openai/open-pointwise.ts';
export { type RerankServerOptions, openRerank } from './openai/open-rerank.ts';
export { isOnThisMachine } from './openai/this-machine.ts';
export type { ServerOptions } from './openai/model-server.ts';
export { type LastTokenServerOptions, openLastTokenServer } from './openai/open-last-token-server.ts';
export type { PairScorer } from './pair-scorer.ts';
export { type PairTemplate, fillTemplate } from './pair-template.ts';
export type { PairJudgement, SequenceScorer } from './sequence-scorer.ts';
export { plainText } from './plain-text.ts';
export type { PromptTokenizer } from './prompt-tokenizer.ts';
export type { RunOptions } from './run-options.ts';
export { type FloatTensor, readTensor } from './safetensors.ts';
