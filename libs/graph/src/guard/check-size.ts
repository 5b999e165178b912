import { GraphError } from '../graph-error.ts';
import type { GuardLimits } from './guard-limits.ts';
import { nodesOf, type TreeNode } from './tree.ts';

/**
 * Counts what makes an engine recurse or allocate before it has looked at one quad.
 * @throws GraphError `graph/query-too-complex`
 */
export function checkSize(query: object, limits: GuardLimits): void {
  let patterns = 0;
  let operators = 0;
  for (const node of nodesOf(query)) {
    if (node.type === 'pattern' || node.type === 'triple' || node.type === 'query') patterns += 1;
    if (node.type === 'tripleCollection') patterns += 1;
    if (node.type === 'expression') operators += 1 + Math.max(0, lengthOf(node['args']) - 2);
    if (node.type === 'path') {
      refuseAbove(stepsOf(node), limits.maxPathSteps, 'A property path', 'steps');
      refuseAbove(repetitionsOf(node), limits.maxPathRepetitions, 'A property path', 'repetitions');
    }
    if (node.type === 'pattern' && node.subType === 'values') {
      const cells = lengthOf(node['values']) * Math.max(1, lengthOf(node['variables']));
      refuseAbove(cells, limits.maxValues, 'A VALUES block', 'cells');
    }
  }
  refuseAbove(patterns, limits.maxPatterns, 'The query', 'patterns');
  refuseAbove(operators, limits.maxOperators, 'The query', 'operators and arguments');
}

function refuseAbove(count: number, limit: number, what: string, unit: string): void {
  if (count <= limit) return;
  throw new GraphError('graph/query-too-complex', `${what} has ${count} ${unit}; the limit is ${limit}.`);
}

function stepsOf(path: TreeNode): number {
  let steps = 0;
  for (const node of nodesOf(path)) if (node.type !== 'path') steps += 1;
  return steps;
}

function repetitionsOf(path: TreeNode): number {
  let repetitions = 0;
  for (const { type, subType } of nodesOf(path)) {
    if (type === 'path' && (subType === '*' || subType === '+')) repetitions += 1;
  }
  return repetitions;
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
