/** A node of the syntax tree as the walk sees it. */
export type TreeNode = { type: string; subType?: string } & Record<string, unknown>;

/**
 * All nodes of a syntax tree, parents before children. It keeps its own stack: a sum of a thousand terms is a thousand
 * levels deep.
 */
export function* nodesOf(root: object): Generator<TreeNode> {
  const stack: object[] = [root];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (isNode(next)) yield next;
    for (const [key, value] of Object.entries(next)) {
      if (key !== 'loc' && typeof value === 'object' && value !== null) stack.push(value);
    }
  }
}

export function isNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
