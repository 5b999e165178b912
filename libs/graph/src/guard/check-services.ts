import type { TermIri } from '@traqula/rules-sparql-1-1';
import { GraphError } from '../graph-error.ts';
import type { AllowedServices } from './guarded-query.ts';
import { isNode, nodesOf } from './tree.ts';

/**
 * Refuses each SERVICE, wherever it stands in the tree, that is not a constant IRI of the allow-list.
 * @returns whether there is any
 * @throws GraphError `graph/service-refused`
 */
export function checkServices(query: object, allowed: AllowedServices, resolve: (iri: TermIri) => string): boolean {
  let isFederated = false;
  for (const node of nodesOf(query)) {
    if (node.type !== 'pattern' || node.subType !== 'service') continue;
    const name = node['name'];
    if (!isNode(name) || name.subType !== 'namedNode') {
      throw new GraphError('graph/service-refused', 'SERVICE with a variable could reach any address.');
    }
    const iri = resolve(name as unknown as TermIri);
    if (!allowed.has(iri)) {
      throw new GraphError('graph/service-refused', `SERVICE <${iri}> is not allowed: queries stay in this graph.`);
    }
    isFederated = true;
  }
  return isFederated;
}
