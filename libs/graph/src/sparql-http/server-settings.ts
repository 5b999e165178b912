/** Where a SPARQL server is, and how to be let in. */
export type ServerSettings = {
  /** URL of the query endpoint. */
  query: string;
  /** URL of the update endpoint. */
  update: string;
  /** URL of the Graph Store Protocol; without it graphs are written by updates. */
  graphStore?: string;
  /** `user:password` for basic authentication. */
  credentials?: string;
};

/** The settings as the environment has them, each empty where it is not set. */
export type ServerVariables = {
  SPARQL_ENDPOINT: string;
  SPARQL_UPDATE_ENDPOINT: string;
  SPARQL_GRAPH_STORE: string;
  SPARQL_CREDENTIALS: string;
};

/**
 * @returns undefined where no server is set
 * @throws Error that names the variable to mend
 */
export function readServerSettings(variables: ServerVariables): ServerSettings | undefined {
  const { SPARQL_ENDPOINT: query, SPARQL_UPDATE_ENDPOINT: update, SPARQL_GRAPH_STORE: graphStore } = variables;
  const { SPARQL_CREDENTIALS: credentials } = variables;
  if (query === '') {
    const other = Object.entries({ SPARQL_UPDATE_ENDPOINT: update, SPARQL_GRAPH_STORE: graphStore }).find(
      ([, value]) => value !== '',
    )?.[0];
    if (other !== undefined) throw new Error(`${other}: needs SPARQL_ENDPOINT beside it.`);
    return undefined;
  }
  if (update === '') {
    throw new Error('SPARQL_ENDPOINT: needs SPARQL_UPDATE_ENDPOINT beside it: the server is filled by askg.');
  }
  checkUrl('SPARQL_ENDPOINT', query);
  checkUrl('SPARQL_UPDATE_ENDPOINT', update);
  if (graphStore !== '') checkUrl('SPARQL_GRAPH_STORE', graphStore);
  if (credentials !== '' && !credentials.includes(':')) throw new Error('SPARQL_CREDENTIALS: has to be user:password.');
  return {
    query,
    update,
    ...(graphStore === '' ? {} : { graphStore }),
    ...(credentials === '' ? {} : { credentials }),
  };
}

/** The text of a URL that cannot be used is not repeated: it may hold a password. */
function checkUrl(name: string, text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new Error(`${name}: has to be an http or https address.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new Error(`${name}: must not hold a password; SPARQL_CREDENTIALS is for that.`);
  }
}
