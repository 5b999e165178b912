import type { Environment } from '@askg/contract';
import type { ServerOptions } from '@askg/inference';

/** What a server is asked for: scores by its rerank route, a word by its chat route, or vectors by its embeddings route. */
export type RemoteKind = 'rerank' | 'llm' | 'e2rank' | 'jina';

/** A model behind a server. */
export type RemoteReranker = {
  kind: RemoteKind;
  server: ServerOptions;
  /** Length of its vectors, where it gives vectors. */
  dimensions: number;
  /** File of the projector of jina-reranker-v3. */
  projector: string;
};

/** What orders the passages after the search, beside late interaction with the embedder. */
export type RerankerSettings = {
  /** A model of the models folder, `vector-feedback`, or the model of the server. */
  name: string;
  /** Where it is behind a server. */
  remote?: RemoteReranker;
  /** Only a server on this machine may be asked. */
  offline: boolean;
  /** What its score counts in the sum with those of the search; what suits the model when left out. */
  weight?: number;
  /** Passages that it is given; what suits the model when left out. */
  depth?: number;
  /** Milliseconds that it may take for a question. */
  deadlineMs: number;
};

export type RerankerVariables = Pick<
  Environment,
  | 'ASKG_RERANKER'
  | 'ASKG_RERANKER_DEPTH'
  | 'ASKG_RERANKER_WEIGHT'
  | 'ASKG_RERANKER_SECONDS'
  | 'RERANK_URL'
  | 'RERANK_MODEL'
  | 'RERANK_DIMENSIONS'
  | 'RERANK_PROJECTOR'
  | 'RERANK_API_KEY'
  | 'ASKG_OFFLINE'
>;

/** Name in the configuration for feedback in the space of the embedder's vectors, which needs no further model. */
export const vectorFeedback = 'vector-feedback';

/** Names in the configuration for models behind a server. */
const remotes: Readonly<Record<string, RemoteKind>> = {
  remote: 'rerank',
  'remote-llm': 'llm',
  'remote-e2rank': 'e2rank',
  'remote-jina': 'jina',
};

/**
 * The settings that checked variables mean.
 * @returns undefined when late interaction is all that is wanted
 * @throws Error where they do not go together, naming the one at fault
 */
export function readRerankerSettings(values: RerankerVariables): RerankerSettings | undefined {
  const { ASKG_RERANKER: name } = values;
  return name === '' || name === 'none' ? undefined : rerankerNamed(name, values);
}

/** The settings of any reranker that could be set up. @throws Error where a variable that it needs is missing */
export function rerankerNamed(name: string, values: RerankerVariables): RerankerSettings {
  const { ASKG_RERANKER_DEPTH: depth, ASKG_RERANKER_WEIGHT: weight } = values;
  const shared = {
    offline: values.ASKG_OFFLINE === '1',
    deadlineMs: values.ASKG_RERANKER_SECONDS * 1000,
    ...(weight === '' ? {} : { weight: Number(weight) }),
    ...(Number(depth) > 0 ? { depth: Number(depth) } : {}),
  };
  const kind = Object.hasOwn(remotes, name) ? remotes[name] : undefined;
  if (kind === undefined) return { name, ...shared };
  return { name: values.RERANK_MODEL, remote: remoteOf(name, kind, values), ...shared };
}

function remoteOf(name: string, kind: RemoteKind, values: RerankerVariables): RemoteReranker {
  const { RERANK_URL: baseUrl, RERANK_MODEL: model, RERANK_API_KEY: apiKey } = values;
  const needed = ['RERANK_URL', 'RERANK_MODEL'] as const;
  const forVectors = kind === 'e2rank' || kind === 'jina' ? (['RERANK_DIMENSIONS'] as const) : [];
  for (const variable of [...needed, ...forVectors, ...(kind === 'jina' ? (['RERANK_PROJECTOR'] as const) : [])]) {
    if (values[variable] === '') throw new Error(`${variable}: needed where ASKG_RERANKER is ${name}.`);
  }
  return {
    kind,
    server: { baseUrl, model, ...(apiKey === '' ? {} : { apiKey }) },
    dimensions: Number(values.RERANK_DIMENSIONS),
    projector: values.RERANK_PROJECTOR,
  };
}
