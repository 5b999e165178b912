import type { Finding, Format, Identifiers, StatusNotice, Timings } from '@askg/contract';
import type { LinkingFacts } from '../links/facts/linking-facts.ts';

/** What the catalog keeps of a document: enough to list it, to find it by its identifiers, and to link it. */
export type DocumentFacts = {
  title: string;
  identifiers: Identifiers;
  findings: Finding[];
  /** What it does to other articles, where it is a notice. */
  notices?: StatusNotice[];
  linking: LinkingFacts;
};

export type PaperCommit = {
  /** As `keyFor` gave it before the graph was made. */
  key: string;
  source: string;
  format: Format;
  /** Versions of all stages that made the graph; the same source read by the same pipeline is never read again. */
  pipeline: string;
  graph: string;
  facts: DocumentFacts;
  ms: Timings;
};

export type CommitResult = { commit: number; version: number; unchanged: boolean };

/** Richness of what a format tells, best first: of several sources of one paper the best one makes its graph. */
const formatRank: Record<Format, number> = {
  jats: 0,
  tei: 1,
  latex: 2,
  html: 3,
  'ddm-turtle': 4,
  'ddm-json': 5,
  pdf: 6,
  markdown: 7,
};

/** Best source first; the digest decides between equals, so that the order of arrival never does. */
export function compareSources(a: { format: Format; digest: string }, b: { format: Format; digest: string }): number {
  return formatRank[a.format] - formatRank[b.format] || (a.digest < b.digest ? -1 : 1);
}
