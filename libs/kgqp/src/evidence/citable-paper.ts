import type { Document } from '@askg/contract';
import type { CitableUnit } from './citable-unit.ts';
import { placesOfThings } from './places-of-things.ts';
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
    for (const [id, sentences] of placesOfThings(document)) {
      const units = sentences.flatMap((sentence) => this.#byId.get(sentence) ?? []);
      if (units.length > 0) this.#byId.set(id, units);
    }
  }

  /** All units in reading order. */
  get units(): readonly CitableUnit[] {
    return this.#units;
  }

  /**
   * The units at an address: one for a sentence, a row or a reference; those inside for a paragraph, a figure or a table;
   * the metadata fields for the paper itself (`id` is then empty); for an abbreviation or an entity
   * the sentences that define or first name it.
   */
  unitsAt(id: string): readonly CitableUnit[] {
    const own = this.#byId.get(id === '' ? '' : unitOfCitation(id));
    if (own) return own;
    return this.#units.filter((unit) => unit.kind !== 'metadata' && unit.id.startsWith(`${id}/`));
  }

  /** All that it says, in reading order: every unit but the fields of its metadata. */
  get said(): readonly CitableUnit[] {
    return this.#units.filter(({ kind }) => kind !== 'metadata');
  }

  /** The unit just before another in the same paragraph, caption or table. */
  before(unit: CitableUnit): CitableUnit | undefined {
    const previous = this.#units[unit.order - 1];
    return previous?.block === unit.block ? previous : undefined;
  }

  /** The units that come after another in the same section, up to the next table, figure or section. */
  following(unit: CitableUnit, most: number): readonly CitableUnit[] {
    const next = isProse(unit) ? this.#units.slice(unit.order + 1, unit.order + 1 + most) : [];
    const end = next.findIndex((each) => !isProse(each) || each.section !== unit.section);
    return end < 0 ? next : next.slice(0, end);
  }

  /** The last unit of the paragraph just before that of a sentence, in the same section. */
  paragraphBefore(unit: CitableUnit): CitableUnit | undefined {
    if (!isProse(unit)) return undefined;
    const first = this.#units.findIndex(({ block }) => block === unit.block);
    const previous = this.#units[first - 1];
    return previous && isProse(previous) && previous.section === unit.section ? previous : undefined;
  }
}

function isProse({ kind }: CitableUnit): boolean {
  return kind === 'sentence' || kind === 'item';
}

/** The sentence or row that a citation or mention (`s1/p1/t1/c2`) stands in; every other id as it is. */
function unitOfCitation(id: string): string {
  return id.replace(/\/[cm]\d+$/, '');
}
