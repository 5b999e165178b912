import type { PlacedUnit } from './corpus-view.ts';
import type { Quote } from './quote.ts';

/** A unit chosen as evidence, read from the graph. */
export type EvidenceUnit = {
  placed: PlacedUnit;
  quote: Quote;
  /** Other places, of this paper or another, that say the same. */
  same?: readonly Quote[];
  similarity: number;
  coverage: number;
  score: number;
  methods: string[];
};

/** What the text of the corpus offers for a question, best unit first. */
export type Evidence = {
  units: EvidenceUnit[];
  /** Only one paper could be asked. */
  isOnePaper?: boolean;
  /** What made the similarities, such as the name of the embedder; `words` when there is none. */
  method: string;
};
