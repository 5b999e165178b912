/* Variables that belong together, for `Environment.pick`. */

/** The variables that set up a SPARQL server in place of engines, as `Environment.pick` takes them. */
export const sparqlServerVariables = {
  SPARQL_ENDPOINT: true,
  SPARQL_UPDATE_ENDPOINT: true,
  SPARQL_GRAPH_STORE: true,
  SPARQL_CREDENTIALS: true,
} as const;

/** The variables that set up a Neo4j. */
export const neo4jVariables = {
  NEO4J_URL: true,
  NEO4J_USER: true,
  NEO4J_PASSWORD: true,
  NEO4J_DATABASE: true,
} as const;

/** The variables that set up an OpenSearch. */
export const openSearchVariables = {
  OPENSEARCH_URL: true,
  OPENSEARCH_USER: true,
  OPENSEARCH_PASSWORD: true,
  OPENSEARCH_INDEX: true,
  OPENSEARCH_SHARDS: true,
  OPENSEARCH_REPLICAS: true,
} as const;

/** The variables that say which model finds by meaning. */
export const embedderVariables = {
  ASKG_EMBEDDER: true,
  EMBEDDINGS_URL: true,
  EMBEDDINGS_MODEL: true,
  EMBEDDINGS_API_KEY: true,
  EMBEDDINGS_DIMENSIONS: true,
  EMBEDDINGS_QUERY_PREFIX: true,
  EMBEDDINGS_PASSAGE_PREFIX: true,
  ASKG_NONCOMMERCIAL: true,
  ASKG_OFFLINE: true,
} as const;

/** The variables that say which encoder's vectors of passages are stored. */
export const encoderVariables = {
  ASKG_RERANKER: true,
  ASKG_RERANKER_STORED: true,
  ASKG_NONCOMMERCIAL: true,
} as const;

/** The variables that say what orders the passages after the search. */
export const rerankerVariables = {
  ASKG_RERANKER: true,
  ASKG_RERANKER_DEPTH: true,
  ASKG_RERANKER_WEIGHT: true,
  ASKG_RERANKER_SECONDS: true,
  RERANK_URL: true,
  RERANK_MODEL: true,
  RERANK_DIMENSIONS: true,
  RERANK_PROJECTOR: true,
  RERANK_API_KEY: true,
  ASKG_NONCOMMERCIAL: true,
  ASKG_OFFLINE: true,
} as const;
