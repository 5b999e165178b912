import type { Answer, PublicationStatus } from '@askg/contract';

/** A paper that an answer quotes, and its status when the answer was given and now; absent in good standing. */
export type ChangedStanding = { paper: string; title: string; before?: PublicationStatus; now?: PublicationStatus };

/**
 * The papers of which something else is known now than when the answer was given, in the order in which it quotes them.
 * @param statuses the papers that are not in good standing now, by their keys
 */
export function changedStandings(
  { claims, nearest }: Pick<Answer, 'claims' | 'nearest'>,
  statuses: ReadonlyMap<string, PublicationStatus>,
): ChangedStanding[] {
  const quoted = claims.flatMap(({ citations, rows }) => [...citations, ...rows.flatMap(({ sources }) => sources)]);
  const papers = new Map([...quoted, ...nearest].map((citation) => [citation.paper, citation]));
  return [...papers.values()].flatMap(({ paper, title, status: before }) => {
    const now = statuses.get(paper);
    if (now?.status === before?.status) return [];
    return [{ paper, title, ...(before ? { before } : {}), ...(now ? { now } : {}) }];
  });
}
