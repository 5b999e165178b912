import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const count = z.coerce.number().int().min(1);

/** An address of the web without a name and a password, which would be logged with it. */
function isBareAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url !== undefined && /^https?:$/u.test(url.protocol) && url.username + url.password === '';
}

/** One such address, or nothing. */
const webAddress = z
  .string()
  .refine((text) => text === '' || isBareAddress(text), 'an address of the web without a name and a password')
  .default('');

/**
 * The environment variables that askg reads, each with its default. An application picks those it uses and parses its
 * environment once, at the start: `Environment.pick({ ASKG_DATA: true }).parse(process.env)`.
 */
export const Environment = z.object({
  ASKG_DATA: z.string().min(1).default('./data').describe('Folder of the corpus. Made at the first start.'),
  ASKG_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address to listen on. Anything but a loopback address opens the server to other machines.'),
  ASKG_PORT: port
    .default(3000)
    .describe('Port to listen on; 0 picks a free one. The address is printed as "listening on URL".'),
  ASKG_BASE_IRI: z
    .url({ protocol: /^https?$/ })
    .default('http://localhost:3000/id/')
    .describe('Base of all IRIs. Read only when a corpus is created; `askg rebase` changes it later.'),
  ASKG_DEMO: z
    .enum(['0', '1'])
    .default('1')
    .describe('0: `npm start` does not load the demo papers into an empty corpus.'),
  ASKG_ANONYMOUS: z
    .string()
    .min(1)
    .default('all')
    .describe(
      'What may be read over HTTP without a key: all, none, or names of collections divided by commas. `askg keys add` makes keys.',
    ),
  ASKG_PUBLISHED: z
    .enum(['0', '1'])
    .default('0')
    .describe(
      '1: web pages of other origins may read the corpus (/sparql, /id, /ontology, /void, /api/papers, /api/search). Asking questions and writing stay closed to them.',
    ),
  ASKG_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe(
      'Number of proxies in front of the server that write X-Forwarded-For. Clients without a key are told apart by the address that the first of them saw; with 0 the header counts for nothing.',
    ),
  ASKG_WORKERS: count.max(64).default(2).describe('Processes that read papers at the same time.'),
  ASKG_ENGINES: count.max(16).default(2).describe('Processes that answer SPARQL; each holds a full copy of the graph.'),
  ASKG_QUERY_SECONDS: z.coerce
    .number()
    .positive()
    .max(3600)
    .default(30)
    .describe('Longest time a SPARQL query may take, in seconds.'),
  ASKG_QUERY_ROWS: count
    .default(100_000)
    .describe('Most rows a SPARQL result may have. A larger one is refused, never cut short.'),
  ASKG_CLIENT_QUERIES: count
    .default(32)
    .describe(
      'Most SPARQL queries of one client (a key, or an address without one) that wait or run at the same time.',
    ),
  ASKG_CLIENT_SECONDS: z.coerce
    .number()
    .positive()
    .default(60)
    .describe('Seconds of processing that the SPARQL queries of one client may use in each minute.'),
  SPARQL_ENDPOINT: z
    .string()
    .default('')
    .describe(
      'Query URL of a SPARQL 1.1 server that holds the graph in place of the engines of askg, such as http://127.0.0.1:3030/askg/query. askg fills it; its default graph has to be the union of all graphs.',
    ),
  SPARQL_UPDATE_ENDPOINT: z.string().default('').describe('Update URL of that server.'),
  SPARQL_GRAPH_STORE: z
    .string()
    .default('')
    .describe('Graph Store Protocol URL of that server. Empty: graphs are written by updates.'),
  SPARQL_CREDENTIALS: z
    .string()
    .default('')
    .describe('user:password for that server. Never put them into the URLs, which are logged.'),
  ASKG_MODELS: z
    .string()
    .default('')
    .describe('Folder of the models; `models` in the folder of the corpus when empty.'),
  ASKG_OFFLINE: z.enum(['0', '1']).default('0').describe('1: nothing is ever fetched from the network.'),
  GROBID_URL: z
    .url({ protocol: /^https?$/ })
    .or(z.literal(''))
    .default('')
    .describe(
      'Address of a GROBID service that reads PDFs, such as http://127.0.0.1:8070; it is sent each PDF. Empty: the reader of askg. With ASKG_OFFLINE=1 only one on this machine is used.',
    ),
  ASKG_SERVICES: z
    .string()
    .default('')
    .describe(
      'Endpoints that SERVICE may ask, as addresses divided by spaces, such as https://query.wikidata.org/sparql. Empty: none. With ASKG_OFFLINE=1 none either.',
    ),
  ASKG_SERVICES_PRIVATE: z
    .enum(['0', '1'])
    .default('0')
    .describe('1: those endpoints may stand on this machine or in a private network.'),
  NEO4J_URL: z
    .url({ protocol: /^(?:neo4j|bolt)(?:\+s|\+ssc)?$/ })
    .or(z.literal(''))
    .default('')
    .describe(
      'Address of a Neo4j that the server keeps in step with the corpus, such as neo4j://127.0.0.1:7687. Empty: none.',
    ),
  NEO4J_USER: z.string().default('neo4j').describe('User of that Neo4j.'),
  NEO4J_PASSWORD: z.string().default('').describe('Password of that user. Empty: the server lets anybody in.'),
  NEO4J_DATABASE: z.string().default('').describe('Database there. Empty: the home database of the user.'),
  OPENSEARCH_URL: z
    .string()
    .refine(
      (text) => text.split(/\s+/u).every((address) => address === '' || isBareAddress(address)),
      'addresses of the web divided by spaces; name and password belong into OPENSEARCH_USER and OPENSEARCH_PASSWORD',
    )
    .default('')
    .describe(
      'Address of an OpenSearch with k-NN that keeps the passage index in place of the folder of the corpus, such as http://127.0.0.1:9200; several nodes of one cluster are divided by spaces. Empty: none.',
    ),
  OPENSEARCH_USER: z.string().default('admin').describe('User of that OpenSearch.'),
  OPENSEARCH_PASSWORD: z.string().default('').describe('Password of that user. Empty: the server lets anybody in.'),
  OPENSEARCH_INDEX: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, 'letters in lower case, digits, - and _')
    .default('askg')
    .describe('Name of the index there. Each corpus needs one of its own.'),
  OPENSEARCH_SHARDS: count.max(1024).default(1).describe('Parts that a new index is divided into.'),
  OPENSEARCH_REPLICAS: z
    .string()
    .regex(/^\d{0,2}$/, 'a number, or nothing')
    .default('')
    .describe('Copies of each part beside the first. Empty: one, when there is a second node to hold it.'),
  OPENAI_BASE_URL: z
    .string()
    .default('')
    .describe(
      'Address of a chat server that speaks the OpenAI API, such as http://127.0.0.1:8080/v1. Empty: OpenAI itself.',
    ),
  OPENAI_API_KEY: z.string().default('').describe('Key for that server; most local ones need none.'),
  ASKG_CHAT_MODEL: z
    .string()
    .default('')
    .describe(
      'Name of the chat model that words answers and, with `ingest --enrich llm`, suggests entities. Empty: neither.',
    ),
  ASKG_CHAT_CALLS: count
    .max(100)
    .default(6)
    .describe('Most calls of the chat model for one question, those that fail included.'),
  ASKG_CHAT_TOKENS: count
    .default(24_000)
    .describe(
      'Most tokens that the chat model may take for one question, sent and received in all calls. Evidence is cut to fit; what does not fit is done without the model.',
    ),
  ASKG_EVIDENCE_TOKENS: count
    .max(100_000)
    .default(2000)
    .describe(
      'Most tokens of evidence that are chosen for one question, about as a chat model counts them. It holds without a model too.',
    ),
  ASKG_CHAT_TASK: z
    .enum(['whole', 'words'])
    .default('whole')
    .describe(
      'What the chat model does for a query to the graph. whole: it writes SPARQL. words: it says a question that is not understood in other words, which is all that a model of few billion parameters does well.',
    ),
  ASKG_EMBEDDER: z
    .string()
    .default('')
    .describe(
      'Name of the model of `askg models list` that finds by meaning. Empty: the default one. After a change the passages are embedded anew.',
    ),
  EMBEDDINGS_URL: webAddress.describe(
    'Address of a server with an embeddings route of the OpenAI API, such as http://127.0.0.1:8080/v1, that embeds in place of a model on this machine. Empty: none. With ASKG_OFFLINE=1 only one on this machine is used.',
  ),
  EMBEDDINGS_MODEL: z.string().default('').describe('Name of the model there.'),
  EMBEDDINGS_API_KEY: z.string().default('').describe('Key for that server; most local ones need none.'),
  EMBEDDINGS_DIMENSIONS: z
    .string()
    .regex(/^\d{0,5}$/, 'a number, or nothing')
    .default('')
    .describe('Length of the vectors that it gives. Needed with EMBEDDINGS_URL.'),
  EMBEDDINGS_QUERY_PREFIX: z
    .string()
    .default('')
    .describe('What that model wants before a question, such as "query: ".'),
  EMBEDDINGS_PASSAGE_PREFIX: z.string().default('').describe('What it wants before a passage.'),
  ASKG_RERANKER: z
    .string()
    .default('')
    .describe(
      'What orders the passages after the search: a reranker of `askg models list`, vector-feedback, or a model at RERANK_URL: remote (rerank route), remote-llm (chat route), remote-e2rank or remote-jina (embeddings route). Empty or none: late interaction with the embedder alone. See docs/guides/rerankers.md.',
    ),
  ASKG_RERANKER_DEPTH: z
    .string()
    .regex(/^\d{0,4}$/, 'a number, or nothing')
    .default('')
    .describe('Passages that it is given. Empty: what suits the model.'),
  ASKG_RERANKER_WEIGHT: z
    .string()
    .regex(/^(?:\d+(?:\.\d+)?)?$/, 'a number, or nothing')
    .default('')
    .describe(
      'What its score counts in the sum with those of the search. Empty: what suits the model, which for most is that their order stands alone.',
    ),
  ASKG_RERANKER_STORED: z
    .enum(['0', '1'])
    .default('0')
    .describe(
      '1: the indexer stores the vectors that a ColBERT model makes of the passages, once, at some seconds a paper, so that questions need not wait for them.',
    ),
  ASKG_RERANKER_SECONDS: z.coerce
    .number()
    .positive()
    .max(600)
    .default(8)
    .describe('Longest time it may take for a question, in seconds. What it has not read by then stays where it was.'),
  RERANK_URL: webAddress.describe(
    'Address of the server for those: a rerank route as Jina, Cohere, vLLM, llama.cpp and others have it, or a chat or embeddings route of the OpenAI API, such as http://127.0.0.1:8080/v1. With ASKG_OFFLINE=1 only one on this machine is used.',
  ),
  RERANK_MODEL: z.string().default('').describe('Name of the model there.'),
  RERANK_DIMENSIONS: z
    .string()
    .regex(/^\d{0,5}$/, 'a number, or nothing')
    .default('')
    .describe('Length of the vectors that it gives. Needed for remote-e2rank and remote-jina.'),
  RERANK_PROJECTOR: z
    .string()
    .default('')
    .describe('File projector.safetensors of jina-reranker-v3. Needed for remote-jina.'),
  RERANK_API_KEY: z.string().default('').describe('Key for that server; most local ones need none.'),
  ASKG_NONCOMMERCIAL: z
    .enum(['0', '1'])
    .default('0')
    .describe(
      '1: your use earns no money, so that models whose licence forbids such use may be opened. Their licence is shown in answers.',
    ),
});
export type Environment = z.infer<typeof Environment>;
