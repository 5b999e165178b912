import { DdmError } from '../../../ddm-error.ts';
import type { DraftDocument } from '../../../document/draft.ts';
import { graphIri, parseIri } from '../../../rdf/iris.ts';
import { quadsToDocument } from '../../../rdf/quads-to-document.ts';
import type { Resource, TripleGraph } from '../triple-graph.ts';
import { canonicalLines } from './canonical-lines.ts';
import { documentToDraft } from './document-to-draft.ts';

/**
 * The paper of a graph that this program wrote, whatever its base was: the draft from which the same document is built.
 * @throws DdmError `ddm/malformed-graph`
 */
export function readOwnPaper(graph: TripleGraph, paper: Resource): DraftDocument {
  const base = /^(.*[/#])paper\/[^/]+$/.exec(paper.id)?.[1];
  const key = base === undefined ? undefined : parseIri(base, paper.id)?.key;
  if (base === undefined || key === undefined) {
    throw new DdmError('ddm/malformed-graph', `<${paper.id}> is not the address of a paper.`);
  }
  const document = quadsToDocument(canonicalLines(graph, paper, graphIri(base, key)), { base });
  return { ...documentToDraft(document), format: 'ddm-turtle' };
}
