import { GraphError } from '../graph-error.ts';
import type { Token } from './grammar.ts';
import type { GuardLimits } from './guard-limits.ts';

const opening = new Set(['LCurly', 'LParen', 'LSquare']);
const closing = new Set(['RCurly', 'RParen', 'RSquare']);
const update = new Set([
  'Load',
  'Clear',
  'Drop',
  'Create',
  'Add',
  'Move',
  'Copy',
  'ModifyWith',
  'DeleteWhereClause',
  'DeleteDataClause',
  'DeleteClause',
  'InsertDataClause',
  'InsertClause',
]);

/**
 * What has to be known before the text may be parsed: the parser recurses, so that brackets are counted first.
 * @throws GraphError `graph/query-too-complex`, `graph/update-refused`
 */
export function checkTokens(tokens: readonly Token[], limits: GuardLimits): void {
  if (tokens.length > limits.maxTokens) {
    throw new GraphError(
      'graph/query-too-complex',
      `The query has ${tokens.length} words and signs; the limit is ${limits.maxTokens}.`,
    );
  }
  let depth = 0;
  for (const token of tokens) {
    if (opening.has(token.tokenType.name)) depth += 1;
    if (closing.has(token.tokenType.name)) depth -= 1;
    if (depth > limits.maxDepth) {
      throw new GraphError(
        'graph/query-too-complex',
        `Brackets are nested more than ${limits.maxDepth} deep at ${position(token)}.`,
      );
    }
  }
  const verb = tokens[lengthOfPrologue(tokens)];
  if (verb !== undefined && update.has(verb.tokenType.name)) throw refusedUpdate(verb.image);
}

export function refusedUpdate(verb: string): GraphError {
  return new GraphError('graph/update-refused', `${verb.toUpperCase()} is an update, and this endpoint only reads.`);
}

/** `line 2, column 7`, both from 1. */
export function position(token: Token): string {
  return `line ${token.startLine}, column ${token.startColumn}`;
}

function lengthOfPrologue(tokens: readonly Token[]): number {
  let at = 0;
  for (;;) {
    const name = tokens[at]?.tokenType.name;
    if (name === 'BaseDecl') at += 2;
    else if (name === 'PrefixDecl') at += 3;
    else return at;
  }
}
