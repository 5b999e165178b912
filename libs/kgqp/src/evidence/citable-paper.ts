import type { Document } from '@askg/contract';
import type { CitableUnit } from './citable-unit.ts';
import { unitsOfDocument } from './units-of-document.ts';

/** One version of a paper, ready to be quoted. */
export class CitablePaper {
  readonly key: string;
  readonly title: string;
  readonly graphDigest: string;
  readonly #units: readonly CitableUnit[];
  readonly #byId = new Map<string, CitableUnit[]>();

  constructor(document: Document, key: string, graphDigest: string) {
    this.key = key;
    this.title = document.title;
    this.graphDigest = graphDigest;
    this.#units = unitsOfDocument(document);
    for (const unit of this.#units) {
      const same = this.#byId.get(unit.id);
      if (same) same.push(unit);
      else this.#byId.set(unit.id, [unit]);
    }
  }

  /**
   * The units at an address: one for a sentence, a row or a reference; those inside for a paragraph, a figure or a table;
   * the metadata fields for the paper itself (`id` is then empty).
   */
  unitsAt(id: string): readonly CitableUnit[] {
    const own = this.#byId.get(id === '' ? '' : unitOfCitation(id));
    if (own) return own;
    return this.#units.filter((unit) => unit.kind !== 'metadata' && unit.id.startsWith(`${id}/`));
  }

  /** The unit just before another in the same paragraph, caption or table. */
  before(unit: CitableUnit): CitableUnit | undefined {
    const previous = this.#units[unit.order - 1];
    return previous?.block === unit.block ? previous : undefined;
  }
}

/** The sentence or row that a citation or mention (`s1/p1/t1/c2`) stands in; every other id as it is. */
function unitOfCitation(id: string): string {
  return id.replace(/\/[cm]\d+$/, '');
}
