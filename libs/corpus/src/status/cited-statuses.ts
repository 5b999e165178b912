import type { PublicationStatus } from '@askg/contract';
import type { Database } from '../catalog/sqlite.ts';
import type { Citation } from '../links/citations/derive-citations.ts';
import { inOrder, type LinkablePaper } from '../links/linkable-paper.ts';
import { standing } from './standing.ts';
import { logOfWork } from './status-log.ts';

/** An entry of the reference list of a paper, and the status of the work that it describes. */
export type CitedStatus = { citing: string; reference: string; status: PublicationStatus };

/**
 * The references to works that are not in good standing: by their DOI, or as the papers of the corpus that they resolve to.
 * @param papers the statuses of papers of the corpus, by their keys
 */
export function citedStatuses(
  catalog: Database,
  linkable: readonly LinkablePaper[],
  citations: readonly Citation[],
  papers: ReadonlyMap<string, PublicationStatus>,
): CitedStatus[] {
  const resolved = new Map(citations.map(({ citing, reference, cited }) => [`${citing} ${reference}`, cited]));
  const isLogEmpty = catalog.prepare('SELECT 1 FROM statuses LIMIT 1').get() === undefined;
  if (isLogEmpty && papers.size === 0) return [];
  const ofDois = new Map<string, PublicationStatus | undefined>();
  const ofDoi = (doi: string): PublicationStatus | undefined => {
    const work = `doi:${doi.toLowerCase()}`;
    if (!ofDois.has(work)) ofDois.set(work, standing(logOfWork(catalog, work)));
    return ofDois.get(work);
  };
  return inOrder(linkable).flatMap(({ key: citing, facts }) =>
    facts.references.flatMap(({ id: reference, doi }) => {
      const cited = resolved.get(`${citing} ${reference}`);
      const status = cited === undefined ? doi !== undefined && ofDoi(doi) : papers.get(cited);
      return status ? [{ citing, reference, status }] : [];
    }),
  );
}
