import { entitiesGraphIri, linksGraphIri, peopleGraphIri, statusGraphIri } from '@askg/ddm';
import { transaction } from '../catalog/sqlite.ts';
import type { CommitContext } from '../commit/commit-paper.ts';
import { commitNumber, currentDigest, moveGraph, namesBelow, nextCommit } from '../commit/graph-history.ts';
import { graphDigest, writeGraphFileNow } from '../files/graph-files.ts';
import type { Layout } from '../files/layout.ts';
import { citedStatuses } from '../status/cited-statuses.ts';
import { standingPapers } from '../status/standing-papers.ts';
import { statusGraphs } from '../status/status-graphs.ts';
import { citationGraph, findCitations } from './citations/derive-citations.ts';
import { readDecisions } from './decisions/decision-log.ts';
import { entityGraph } from './entities/entity-graph.ts';
import { linkEntities } from './entities/link-entities.ts';
import { linkPeople } from './people/link-people.ts';
import { personGraph } from './people/person-graph.ts';
import { linkablePapers } from './read-linkable.ts';

/** Derives the links between all papers and commits those graphs that differ from the ones that stand. */
export function commitLinks(context: CommitContext, layout: Layout): { commit: number; unchanged: boolean } {
  return transaction(context.catalog, () => recommitLinks(context, layout, 'links'));
}

/** The same within a transaction. @param what the reason, for the log of commits */
export function recommitLinks(
  context: CommitContext,
  layout: Layout,
  what: string,
): { commit: number; unchanged: boolean } {
  const { catalog, now } = context;
  let commit: number | undefined;
  const unchanged = !moveLinks(context, layout, () => (commit ??= nextCommit(catalog, now, what)));
  return { commit: commit ?? commitNumber(catalog), unchanged };
}

/**
 * Lets the graphs of links follow the papers and decisions, under the commit that `takeCommit` gives. Within a
 * transaction, so that no paper comes between. @returns whether links have changed
 */
export function moveLinks({ catalog, base }: CommitContext, layout: Layout, takeCommit: () => number): boolean {
  const papers = linkablePapers(catalog);
  const citations = findCitations(papers);
  const people = linkPeople(papers, citations, readDecisions(catalog));
  const statuses = standingPapers(catalog);
  const derived = new Map([
    [linksGraphIri(base), citationGraph(citations, base)],
    [peopleGraphIri(base), personGraph(people, base)],
    [entitiesGraphIri(base), entityGraph(linkEntities(papers, readDecisions(catalog, 'entities')), base)],
    // Of papers that are in good standing again nothing is left to say.
    ...namesBelow(catalog, statusGraphIri(base, '')).map((name) => [name, ''] as const),
    ...statusGraphs(statuses, citedStatuses(catalog, papers, citations, statuses), base),
  ]);
  const changed = [...derived]
    .map(([name, nquads]) => ({ name, nquads, digest: nquads === '' ? null : graphDigest(nquads) }))
    .filter(({ name, digest }) => (currentDigest(catalog, name) ?? null) !== digest);
  for (const { name, nquads, digest } of changed) {
    if (digest !== null) writeGraphFileNow(layout, nquads);
    moveGraph(catalog, takeCommit(), { name, digest, kind: 'links' });
  }
  return changed.length > 0;
}
