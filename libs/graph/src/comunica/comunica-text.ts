import { GraphError } from '../graph-error.ts';
import { applyEdits, span } from '../guard/edits.ts';
import { sparqlGrammar } from '../guard/grammar.ts';
import { isNode, nodesOf, type TreeNode } from '../guard/tree.ts';

/**
 * The text of a guarded query as Comunica evaluates it rightly. FROM and FROM NAMED are left out: Comunica looks for their graphs
 * at the other endpoints too, while this store knows which of its graphs are meant.
 * @throws GraphError `graph/query-failed` for SERVICE within EXISTS, which Comunica would ask of this graph without a word
 */
export function comunicaText(text: string): string {
  const tree = sparqlGrammar().parse(text);
  for (const node of nodesOf(tree)) if (isExists(node)) checkExists(node);
  const datasets = 'datasets' in tree && isNode(tree.datasets) ? tree.datasets : undefined;
  const clauses = datasets?.['clauses'];
  if (datasets === undefined || !Array.isArray(clauses) || clauses.length === 0) return text;
  return applyEdits(text, [{ ...span(datasets['loc']), words: '' }]);
}

function isExists({ type, subType }: TreeNode): boolean {
  return type === 'expression' && subType === 'patternOperation';
}

function checkExists(exists: TreeNode): void {
  for (const { type, subType } of nodesOf(exists)) {
    if (type !== 'pattern' || subType !== 'service') continue;
    throw new GraphError(
      'graph/query-failed',
      'SERVICE cannot stand within EXISTS; join it, or use OPTIONAL or MINUS.',
    );
  }
}
