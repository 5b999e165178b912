import { createHash } from 'node:crypto';
import type { Citation } from '@askg/contract';
import type { PlacedUnit } from './corpus-view.ts';

/** A citation without its number, which depends on the answer it stands in. */
export type Quote = Omit<Citation, 'n'>;

/** Quotes a whole unit. `textDigest` is the SHA-256 of its text in UTF-8. */
export function quote({ paper, unit, iri, status }: PlacedUnit): Quote {
  return {
    iri,
    paper: paper.key,
    title: paper.title,
    ...(unit.section === undefined ? {} : { section: unit.section }),
    unit: unit.kind,
    quote: unit.text,
    boxes: unit.boxes,
    textDigest: createHash('sha256').update(unit.text).digest('hex'),
    graphDigest: paper.graphDigest,
    ...(status === undefined ? {} : { status }),
  };
}

/** Numbers the quotes of one answer from 1, in the order in which they are first used. */
export class CitationNumbers {
  readonly #citations = new Map<string, Citation>();

  /** The same quote always gets the same number. */
  cite(quoted: Quote): Citation {
    const id = `${quoted.iri} ${quoted.textDigest}`;
    const known = this.#citations.get(id);
    if (known) return known;
    const citation = { n: this.#citations.size + 1, ...quoted };
    this.#citations.set(id, citation);
    return citation;
  }

  all(): Citation[] {
    return [...this.#citations.values()];
  }
}
