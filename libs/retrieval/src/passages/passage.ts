import type { Role } from '@askg/contract';

/** A citable unit (sentence, table row) of a passage; `start` and `end` are offsets in code points of the passage's text. */
export type PassageUnit = { iri: string; start: number; end: number };

export type PassageKind = 'text' | 'caption' | 'item' | 'table-row' | 'footnote';

/** A stretch of one paper that is searched, ranked and shown as one. */
export type Passage = {
  /** IRI of its first unit: no two passages share one. */
  iri: string;
  /** Place among the passages of its paper, from 0. */
  ordinal: number;
  /** Key of the paper. */
  paper: string;
  /** Digest of the graph that the text was taken from. */
  graphDigest: string;
  /** Title of the paper. */
  title: string;
  /** Headings from the outermost section inwards, and the heading of a table's columns: "Methods › Data". */
  section?: string;
  /** Role of the section around; absent for what stands in no section. */
  role?: Role;
  year?: number;
  kind: PassageKind;
  /** The texts of the units, joined. */
  text: string;
  units: PassageUnit[];
};

/** Whose passages may be found; parts that are not given allow everything. */
export type PassageFilter = {
  /** Keys of papers. An empty set allows nothing. */
  papers?: ReadonlySet<string>;
  roles?: ReadonlySet<Role>;
  /** Both ends included; papers without a year are then left out. */
  years?: { from?: number; to?: number };
  /**
   * IRIs of units by the key of their paper, such as the sentences that mention an entity: only passages that hold one of
   * them. An empty map allows nothing.
   */
  units?: ReadonlyMap<string, ReadonlySet<string>>;
};
