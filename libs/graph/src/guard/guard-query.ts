import type { Query } from '@traqula/rules-sparql-1-1';
import { GraphError } from '../graph-error.ts';
import { checkServices } from './check-services.ts';
import { checkSize } from './check-size.ts';
import { checkTokens, refusedUpdate } from './check-tokens.ts';
import { replaceCodepointEscapes } from './codepoint-escapes.ts';
import { costOf, isPointQuery } from './cost.ts';
import { checkDataset, datasetOf } from './dataset.ts';
import { applyEdits } from './edits.ts';
import { sparqlGrammar } from './grammar.ts';
import { defaultLimits, type GuardLimits } from './guard-limits.ts';
import type { GuardedQuery, GuardOptions, QueryForm } from './guarded-query.ts';
import { iriResolver, missingPrologue } from './prologue.ts';
import { repairs } from './repairs.ts';
import { rowCap } from './row-cap.ts';
import { lexicalError, syntaxError } from './syntax-error.ts';
import { declarePrefixes } from './well-known-prefixes.ts';

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
  const { text, addedPrefixes, addedLines } = prepare(replaceCodepointEscapes(sparql), limits, options.base);
  const query = parse(text, addedLines);
  const resolve = iriResolver(query.context);
  checkSize(query, limits);
  const isFederated = checkServices(query, options.allowedServices ?? new Set(), resolve);
  const dataset = datasetOf(query.datasets, resolve);
  if (dataset !== undefined && options.mayRead !== undefined) checkDataset(dataset, options.mayRead);
  const cap = query.subType === 'select' ? rowCap(text, query, limits.rows) : [];
  return {
    text: applyEdits(text, [...repairs(text, query), ...cap]),
    form: query.subType,
    kind: kinds[query.subType],
    cost: costOf(query),
    isPoint: isPointQuery(query),
    ...(dataset === undefined ? {} : { dataset }),
    isFederated,
    addedPrefixes,
    addedLines,
    rows: limits.rows,
  };
}

type Prepared = { text: string; addedPrefixes: string[]; addedLines: number };

function prepare(text: string, limits: GuardLimits, base: string | undefined): Prepared {
  const lexed = sparqlGrammar().tokenize(text);
  checkTokens(lexed.tokens, limits);
  const failure = lexicalError(text, lexed);
  if (failure !== undefined) throw failure;
  const missing = missingPrologue(lexed.tokens, base !== undefined);
  const declarations = declarePrefixes(missing.prefixes);
  if (missing.base && base !== undefined) declarations.unshift(`BASE <${new URL(base).href}>\n`);
  return { text: declarations.join('') + text, addedPrefixes: missing.prefixes, addedLines: declarations.length };
}

type Tree = ReturnType<ReturnType<typeof sparqlGrammar>['parse']>;

/** Trees of the last short texts: whoever answers a query looks at it more than once. */
const parsed = new Map<string, Tree>();
const mostParsed = 16;
const longestParsed = 4000;

function remember(text: string, tree: Tree): Tree {
  if (text.length > longestParsed) return tree;
  const [oldest] = parsed.keys();
  if (parsed.size >= mostParsed && oldest !== undefined) parsed.delete(oldest);
  parsed.set(text, tree);
  return tree;
}

function parse(text: string, addedLines: number): Query {
  let tree;
  try {
    tree = parsed.get(text) ?? remember(text, sparqlGrammar().parse(text));
  } catch (error) {
    throw syntaxError(error, addedLines);
  }
  if (tree.type === 'query') return tree;
  const [first] = tree.updates.flatMap(({ operation }) => (operation === undefined ? [] : [operation.subType]));
  throw first === undefined ? new GraphError('graph/invalid-query', 'The query is empty.') : refusedUpdate(first);
}
