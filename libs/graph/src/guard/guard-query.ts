import type { Query } from '@traqula/rules-sparql-1-1';
import { GraphError } from '../graph-error.ts';
import { checkServices } from './check-services.ts';
import { checkSize } from './check-size.ts';
import { checkTokens, refusedUpdate } from './check-tokens.ts';
import { replaceCodepointEscapes } from './codepoint-escapes.ts';
import { costOf } from './cost.ts';
import { checkDataset, datasetOf } from './dataset.ts';
import { sparqlGrammar } from './grammar.ts';
import { defaultLimits, type GuardLimits } from './guard-limits.ts';
import type { GuardedQuery, GuardOptions, QueryForm } from './guarded-query.ts';
import { iriResolver, missingPrefixes } from './prologue.ts';
import { withRowCap } from './row-cap.ts';
import { lexicalError, syntaxError } from './syntax-error.ts';
import { wellKnownPrefixes } from './well-known-prefixes.ts';

const kinds: Record<QueryForm, GuardedQuery['kind']> = {
  select: 'bindings',
  ask: 'boolean',
  construct: 'graph',
  describe: 'graph',
};

/**
 * Parses a query in full and refuses what must not reach an engine. Comments and codepoint escapes hide nothing: what
 * is given to the engine is the text that was parsed here.
 * @throws GraphError `graph/invalid-query` with line and column, `graph/update-refused`, `graph/service-refused`,
 * `graph/unknown-graph`, `graph/query-too-large`, `graph/query-too-complex`
 */
export function guardQuery(sparql: string, options: GuardOptions = {}): GuardedQuery {
  const limits: GuardLimits = { ...defaultLimits, ...options };
  if (sparql.length > limits.maxLength) {
    throw new GraphError(
      'graph/query-too-large',
      `The query has ${sparql.length} characters; the limit is ${limits.maxLength}.`,
    );
  }
  const { text, addedPrefixes } = prepare(replaceCodepointEscapes(sparql), limits);
  const query = parse(text, addedPrefixes.length);
  const resolve = iriResolver(query.context);
  checkSize(query, limits);
  const isFederated = checkServices(query, options.allowedServices ?? new Set(), resolve);
  const dataset = datasetOf(query.datasets, resolve);
  if (dataset !== undefined && options.mayRead !== undefined) checkDataset(dataset, options.mayRead);
  return {
    text: query.subType === 'select' ? withRowCap(text, query, limits.rows) : text,
    form: query.subType,
    kind: kinds[query.subType],
    cost: costOf(query),
    ...(dataset === undefined ? {} : { dataset }),
    isFederated,
    addedPrefixes,
    rows: limits.rows,
  };
}

function prepare(text: string, limits: GuardLimits): { text: string; addedPrefixes: string[] } {
  const lexed = sparqlGrammar().tokenize(text);
  checkTokens(lexed.tokens, limits);
  const failure = lexicalError(text, lexed);
  if (failure !== undefined) throw failure;
  const addedPrefixes = missingPrefixes(lexed.tokens);
  const declarations = addedPrefixes.map((prefix) => `PREFIX ${prefix}: <${wellKnownPrefixes[prefix]}>\n`);
  return { text: declarations.join('') + text, addedPrefixes };
}

function parse(text: string, addedLines: number): Query {
  let tree;
  try {
    tree = sparqlGrammar().parse(text);
  } catch (error) {
    throw syntaxError(error, addedLines);
  }
  if (tree.type === 'query') return tree;
  const [first] = tree.updates.flatMap(({ operation }) => (operation === undefined ? [] : [operation.subType]));
  throw first === undefined ? new GraphError('graph/invalid-query', 'The query is empty.') : refusedUpdate(first);
}
