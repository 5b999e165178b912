import { CodedError, type CodeText } from '@askg/contract';

/** Every code of this package, with what it means and what to do next. */
const codes = {
  'graph/invalid-query': {
    title: 'The query is not valid SPARQL 1.1',
    fix: 'Mend the query at the line and column named.',
  },
  'graph/update-refused': {
    title: 'The graph is read-only',
    fix: 'Send a SELECT, ASK, CONSTRUCT or DESCRIBE query; papers are added with askg ingest and removed with askg papers rm.',
  },
  'graph/service-refused': {
    title: 'SERVICE is not allowed',
    fix: 'Leave the SERVICE pattern out and ask the other endpoint yourself; an operator may allow endpoints with ASKG_SERVICES.',
  },
  'graph/service-failed': {
    title: 'Another endpoint did not answer the part of the query meant for it',
    fix: 'Try again later, make the SERVICE pattern more specific, or use SERVICE SILENT to go on without it.',
  },
  'graph/unknown-graph': {
    title: 'A graph named by the query does not exist here',
    fix: 'List the graphs with SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }, and name one of them.',
  },
  'graph/query-too-large': {
    title: 'The query text is longer than the limit',
    fix: 'Shorten the query, or send it in parts.',
  },
  'graph/query-too-complex': {
    title: 'The query has more parts than the limit',
    fix: 'Flatten the nesting, shorten VALUES lists and property paths, or send the query in parts.',
  },
  'graph/too-many-rows': {
    title: 'The result has more rows than the limit',
    fix: 'Add LIMIT, or page through the result with ORDER BY, LIMIT and OFFSET.',
  },
  'graph/result-too-large': {
    title: 'The result has more bytes than the limit',
    fix: 'Select fewer variables, or page through the result with ORDER BY, LIMIT and OFFSET.',
  },
  'graph/not-acceptable': {
    title: 'The result cannot be written in the format asked for',
    fix: 'Ask for one of the formats named, by Accept header or format parameter.',
  },
  'graph/query-failed': {
    title: 'The engine could not evaluate the query',
    fix: 'Change the part of the query that the message names; extension functions do not exist here.',
  },
  'graph/timeout': {
    title: 'The query took longer than its deadline',
    fix: 'Make the patterns more specific (start from a known paper or IRI, avoid unbounded paths and CONTAINS), or allow more time.',
  },
  'graph/cancelled': {
    title: 'The query was cancelled',
    fix: 'Send it again if the answer is still wanted.',
  },
  'graph/busy': {
    title: 'Too many queries are waiting',
    fix: 'Wait a few seconds and send the query again.',
  },
  'graph/client-busy': {
    title: 'This client has too many queries under way',
    fix: 'Wait until some of them have ended, and send fewer at the same time.',
  },
  'graph/client-budget': {
    title: 'This client has used up its processing time',
    fix: 'Wait as long as Retry-After says, and make the queries cheaper: more specific patterns, smaller results.',
  },
  'graph/engine-lost': {
    title: 'The engine ended while it worked on the query',
    fix: 'Send the query again once; if it ends the same way, it needs too much memory: make its patterns more specific.',
  },
  'graph/not-ready': {
    title: 'No engine is ready',
    fix: 'Wait until the graph is loaded (/health/ready), and look for the reason in the status when that does not happen.',
  },
  'graph/unknown-commit': {
    title: 'The corpus has no such commit yet',
    fix: 'Ask for a commit number that the corpus has reached.',
  },
  'graph/unloadable-graph': {
    title: 'A graph file could not be loaded into the engine',
    fix: 'Run askg verify, then ingest the paper again from its source.',
  },
  'graph/unreachable': {
    title: 'The graph server does not answer',
    fix: 'Start it, or correct its address and password in the settings; askg doctor tells more.',
  },
  'graph/server-refused': {
    title: 'The graph server refuses what it is asked',
    fix: 'Correct its addresses and password in the settings, and let it take updates; askg doctor tells more.',
  },
  'graph/foreign-server': {
    title: 'The graph server holds another corpus',
    fix: 'Give this corpus a dataset of its own, or run askg rebuild graph to replace what stands there.',
  },
  'graph/closed': {
    title: 'The graph store is closed',
    fix: 'Open it again before asking.',
  },
} as const satisfies Record<`graph/${string}`, CodeText>;

export type GraphErrorCode = keyof typeof codes;

/** A query that was refused or could not be answered, or an engine that could not do its work. */
export class GraphError extends CodedError<GraphErrorCode> {
  /** Milliseconds after which the same query can be taken, where that is known. */
  readonly retryAfterMs: number | undefined;

  constructor(code: GraphErrorCode, detail: string, options: ErrorOptions & { retryAfterMs?: number } = {}) {
    super(code, codes[code], detail, options);
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** Whether a code that came from another process is one of this package's. */
export function isGraphErrorCode(code: string): code is GraphErrorCode {
  return Object.hasOwn(codes, code);
}
