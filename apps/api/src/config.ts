import { join } from 'node:path';
import type { z } from 'zod';
import {
  embedderVariables,
  Environment,
  neo4jVariables,
  openSearchVariables,
  rerankerVariables,
  sparqlServerVariables,
} from '@askg/contract';
import type { ClientLimits } from '@askg/graph';
import { type EmbedderSettings, readEmbedderSettings } from '@askg/inference';
import { readRerankerSettings, type RerankerSettings } from '@askg/retrieval';
import { readAnonymous } from './access/anonymous.ts';
import type { AccessSettings } from './access/authentication.ts';
import type { ChatLimits, ModelTask } from '@askg/kgqp';
import { ApiError } from './api-error.ts';
import { type OutwardSettings, readOutwardSettings } from './outward-settings.ts';

const ApiEnvironment = Environment.pick({
  ASKG_DATA: true,
  ASKG_HOST: true,
  ASKG_PORT: true,
  ASKG_ENGINES: true,
  ASKG_QUERY_SECONDS: true,
  ASKG_QUERY_ROWS: true,
  ASKG_CLIENT_QUERIES: true,
  ASKG_CLIENT_SECONDS: true,
  ASKG_MODELS: true,
  ASKG_ANONYMOUS: true,
  ASKG_PUBLISHED: true,
  ASKG_PROXIES: true,
  ASKG_SERVICES: true,
  ASKG_SERVICES_PRIVATE: true,
  ...sparqlServerVariables,
  ...neo4jVariables,
  ...openSearchVariables,
  ...embedderVariables,
  ...rerankerVariables,
  OPENAI_BASE_URL: true,
  OPENAI_API_KEY: true,
  ASKG_CHAT_MODEL: true,
  ASKG_CHAT_TASK: true,
  ASKG_CHAT_CALLS: true,
  ASKG_CHAT_TOKENS: true,
  ASKG_EVIDENCE_TOKENS: true,
});

/** What the server is told when it starts. */
export type Config = {
  /** Folder of the corpus. */
  data: string;
  host: string;
  /** 0 takes any free port. */
  port: number;
  engines: number;
  queryMs: number;
  queryRows: number;
  /** What one client may have of the engines. */
  clientLimits: ClientLimits;
  /** Folder of the models. */
  models: string;
  /** The use earns no money: models whose licence forbids that may be opened. */
  noncommercial: boolean;
  /** The model that finds by meaning. */
  embedder: EmbedderSettings;
  /** The one that orders what was found, beside late interaction. */
  reranker?: RerankerSettings;
  /** What those without a key may read, and how they are told apart. */
  access: Pick<AccessSettings, 'anonymous' | 'proxies'>;
  /** Pages of other origins may read the corpus. */
  isPublished: boolean;
  outward: OutwardSettings;
  /** The chat model that words answers, where it is served, and what it does for queries. */
  chat?: { baseUrl: string; apiKey?: string; model: string; task: ModelTask };
  /** What it may cost for one question. */
  chatLimits: ChatLimits;
};

const openAi = 'https://api.openai.com/v1';

/**
 * A variable that is set to nothing counts as not set.
 * @throws ApiError `api/bad-configuration`, naming each variable that cannot be used.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = ApiEnvironment.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value)));
  if (!parsed.success) {
    const complaints = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new ApiError('api/bad-configuration', complaints.join('; '));
  }
  const values = parsed.data;
  return {
    data: values.ASKG_DATA,
    host: values.ASKG_HOST,
    port: values.ASKG_PORT,
    engines: values.ASKG_ENGINES,
    queryMs: values.ASKG_QUERY_SECONDS * 1000,
    queryRows: values.ASKG_QUERY_ROWS,
    clientLimits: {
      queries: values.ASKG_CLIENT_QUERIES,
      millisecondsPerMinute: values.ASKG_CLIENT_SECONDS * 1000,
    },
    models: values.ASKG_MODELS || join(values.ASKG_DATA, 'models'),
    access: { anonymous: readAnonymous(values.ASKG_ANONYMOUS), proxies: values.ASKG_PROXIES },
    isPublished: values.ASKG_PUBLISHED === '1',
    outward: readOutwardSettings(values),
    noncommercial: values.ASKG_NONCOMMERCIAL === '1',
    chatLimits: {
      calls: values.ASKG_CHAT_CALLS,
      tokens: values.ASKG_CHAT_TOKENS,
      evidence: values.ASKG_EVIDENCE_TOKENS,
    },
    ...modelsOf(values),
    ...chatOf(values),
  };
}

function modelsOf(values: z.infer<typeof ApiEnvironment>): Pick<Config, 'embedder' | 'reranker'> {
  try {
    const reranker = readRerankerSettings(values);
    return { embedder: readEmbedderSettings(values), ...(reranker === undefined ? {} : { reranker }) };
  } catch (cause) {
    throw new ApiError('api/bad-configuration', (cause as Error).message, { cause });
  }
}

function chatOf(values: z.infer<typeof ApiEnvironment>): Pick<Config, 'chat'> {
  const { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: apiKey, ASKG_CHAT_MODEL: model, ASKG_CHAT_TASK: task } = values;
  if (model === '') return {};
  if (baseUrl === '' && apiKey === '') {
    throw new ApiError('api/bad-configuration', 'ASKG_CHAT_MODEL: needs OPENAI_BASE_URL or OPENAI_API_KEY beside it.');
  }
  return { chat: { baseUrl: baseUrl || openAi, ...(apiKey === '' ? {} : { apiKey }), model, task } };
}
