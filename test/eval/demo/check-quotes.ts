import { createHash } from 'node:crypto';
import type { Answer, Citation } from '@askg/contract';
import type { Corpus } from '@askg/corpus';
import { parseQuads } from '@askg/ddm';

export type QuoteCheck = {
  quotes: number;
  verbatim: number;
  resolvable: number;
  /** How many carry where they stand on a page. */
  boxed: number;
  faults: string[];
};

/**
 * Holds every citation of answers against the graph files, without the code that made them: the quote must be a value of
 * the cited node in the cited graph, its digest must be right, and the node must be in the graph that `/id/` serves.
 */
export async function checkQuotes(answers: readonly Answer[], corpus: Corpus): Promise<QuoteCheck> {
  const graphs = new Map<string, Set<string>>();
  const check: QuoteCheck = { quotes: 0, verbatim: 0, resolvable: 0, boxed: 0, faults: [] };
  for (const citation of answers.flatMap(citationsOf)) {
    check.quotes++;
    const statements = graphs.get(citation.graphDigest) ?? (await values(corpus, citation.graphDigest));
    graphs.set(citation.graphDigest, statements);
    const digest = createHash('sha256').update(citation.quote).digest('hex');
    const isVerbatim = statements.has(`${citation.iri} ${citation.quote}`) && digest === citation.textDigest;
    const served = corpus.paper(citation.paper)?.graphDigest;
    const isResolvable = served !== undefined && (await corpus.readGraph(served)).includes(`<${citation.iri}>`);
    if (isVerbatim) check.verbatim++;
    if (isResolvable) check.resolvable++;
    if (citation.boxes.length > 0) check.boxed++;
    if (!isVerbatim || !isResolvable) check.faults.push(`${citation.iri}: ${citation.quote.slice(0, 80)}`);
  }
  return check;
}

function citationsOf(answer: Answer): Citation[] {
  const ofClaims = answer.claims.flatMap(({ citations, rows }) => [
    ...citations,
    ...rows.flatMap(({ sources }) => sources),
  ]);
  return [...ofClaims, ...answer.nearest];
}

/** Each node with each of its values: literals, and addresses such as that of a licence. */
async function values(corpus: Corpus, digest: string): Promise<Set<string>> {
  const quads = parseQuads(await corpus.readGraph(digest), 'application/n-quads');
  const valued = quads.filter(({ object: { termType } }) => termType === 'Literal' || termType === 'NamedNode');
  return new Set(valued.map(({ subject, object }) => `${subject.value} ${object.value}`));
}
