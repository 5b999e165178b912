import { join } from 'node:path';
import {
  embedderVariables,
  Environment,
  neo4jVariables,
  openSearchVariables,
  rerankerVariables,
  sparqlServerVariables,
} from '@askg/contract';
import {
  type Neo4jOptions,
  readNeo4jOptions,
  readServerSettings,
  type ServerSettings,
  type ServerVariables,
} from '@askg/graph';
import {
  type EmbedderSettings,
  type EmbedderVariables,
  readEmbedderSettings,
  type ServerOptions,
} from '@askg/inference';
import type { OpenSearchVariables, RerankerVariables } from '@askg/retrieval';
import { CliError } from '../cli-error.ts';

const CliEnvironment = Environment.pick({
  ASKG_DATA: true,
  ASKG_HOST: true,
  ASKG_PORT: true,
  ASKG_BASE_IRI: true,
  ASKG_DEMO: true,
  ASKG_WORKERS: true,
  ASKG_ENGINES: true,
  ASKG_QUERY_SECONDS: true,
  ASKG_QUERY_ROWS: true,
  ASKG_MODELS: true,
  GROBID_URL: true,
  ASKG_SERVICES_PRIVATE: true,
  ...sparqlServerVariables,
  ...neo4jVariables,
  ...openSearchVariables,
  ...embedderVariables,
  ...rerankerVariables,
  OPENAI_BASE_URL: true,
  OPENAI_API_KEY: true,
  ASKG_CHAT_MODEL: true,
});

/** What the commands are told by the environment. */
export type Config = {
  /** Folder of the corpus. */
  data: string;
  host: string;
  port: number;
  /** Base of the IRIs of a corpus that is to be made. */
  baseIri: string;
  loadDemo: boolean;
  workers: number;
  engines: number;
  queryMs: number;
  queryRows: number;
  /** Folder of the models. */
  models: string;
  /** The use earns no money: models whose licence forbids that may be opened. */
  noncommercial: boolean;
  /** The model that finds by meaning. */
  embedder: EmbedderSettings;
  /** What orders passages after the search; read by the commands that use it. */
  reranker: RerankerVariables;
  /** Nothing is fetched from the network. */
  offline: boolean;
  /** Endpoints on this machine and in private networks may be asked. */
  privateServices: boolean;
  /** Address of a GROBID service. */
  grobidUrl?: string;
  /** The SPARQL server that holds the graph in place of engines of our own. */
  sparqlServer?: ServerSettings;
  /** The Neo4j that is kept in step. */
  neo4j?: Neo4jOptions;
  /** The OpenSearch that keeps the passages in place of the folder of the corpus. */
  openSearch?: OpenSearchVariables;
  /** The chat model that is set up. */
  chat?: ServerOptions;
};

/** What no address means. */
const openAi = 'https://api.openai.com/v1';

/**
 * A variable that is set to nothing counts as not set.
 * @throws CliError cli/bad-configuration, naming each variable that cannot be used
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = CliEnvironment.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value)));
  if (!parsed.success) {
    const complaints = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new CliError('cli/bad-configuration', `${complaints.join('; ')}.`);
  }
  const values = parsed.data;
  const neo4j = readNeo4jOptions(values);
  return {
    data: values.ASKG_DATA,
    host: values.ASKG_HOST,
    port: values.ASKG_PORT,
    baseIri: values.ASKG_BASE_IRI,
    loadDemo: values.ASKG_DEMO === '1',
    workers: values.ASKG_WORKERS,
    engines: values.ASKG_ENGINES,
    queryMs: values.ASKG_QUERY_SECONDS * 1000,
    queryRows: values.ASKG_QUERY_ROWS,
    models: values.ASKG_MODELS || join(values.ASKG_DATA, 'models'),
    noncommercial: values.ASKG_NONCOMMERCIAL === '1',
    embedder: embedderOf(values),
    reranker: values,
    offline: values.ASKG_OFFLINE === '1',
    privateServices: values.ASKG_SERVICES_PRIVATE === '1',
    ...(mayAsk(values.GROBID_URL, values.ASKG_OFFLINE === '1') ? { grobidUrl: values.GROBID_URL } : {}),
    ...sparqlServerOf(values),
    ...(neo4j === undefined ? {} : { neo4j }),
    ...(values.OPENSEARCH_URL.trim() === '' ? {} : { openSearch: values }),
    ...chatOf(values),
  };
}

function embedderOf(values: EmbedderVariables): EmbedderSettings {
  try {
    return readEmbedderSettings(values);
  } catch (cause) {
    throw new CliError('cli/bad-configuration', (cause as Error).message, { cause });
  }
}

function sparqlServerOf(values: ServerVariables): Pick<Config, 'sparqlServer'> {
  try {
    const sparqlServer = readServerSettings(values);
    return sparqlServer === undefined ? {} : { sparqlServer };
  } catch (cause) {
    throw new CliError('cli/bad-configuration', (cause as Error).message, { cause });
  }
}

type ChatVariables = Pick<Environment, 'OPENAI_BASE_URL' | 'OPENAI_API_KEY' | 'ASKG_CHAT_MODEL' | 'ASKG_OFFLINE'>;

/** None without a model's name, nor offline where its server is on another machine. */
function chatOf(values: ChatVariables): Pick<Config, 'chat'> {
  const { OPENAI_BASE_URL: address, OPENAI_API_KEY: apiKey, ASKG_CHAT_MODEL: model } = values;
  if (model === '' || (address === '' && apiKey === '')) return {};
  const baseUrl = address || openAi;
  if (!URL.canParse(baseUrl)) throw new CliError('cli/bad-configuration', 'OPENAI_BASE_URL: no address.');
  if (!mayAsk(baseUrl, values.ASKG_OFFLINE === '1')) return {};
  return { chat: { baseUrl, ...(apiKey === '' ? {} : { apiKey }), model } };
}

/** Offline, only a service on this machine may be asked. */
function mayAsk(url: string, offline: boolean): boolean {
  if (url === '') return false;
  return !offline || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}
