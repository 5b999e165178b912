/** What a paper or person has of a kind (words, works, co-authors): ids in ascending order, each with its weight. */
export type Features = { ids: number[]; weights: number[] };

/**
 * Numbers what occurs in several places and weighs it by how rare it is: by the natural logarithm of the number of
 * places over the number of those that have it.
 */
export class FeatureSpace {
  readonly #ids = new Map<string, number>();
  readonly #labels: string[] = [];
  readonly #places: number[] = [];
  readonly #all: number;

  /** @param all the number of places, or more where few of them are all that a corpus happens to hold */
  constructor(places: Iterable<ReadonlySet<string>>, all: number) {
    this.#all = all;
    for (const place of places) {
      for (const label of place) {
        const id = this.#ids.get(label) ?? this.#labels.push(label) - 1;
        this.#ids.set(label, id);
        this.#places[id] = (this.#places[id] ?? 0) + 1;
      }
    }
  }

  label(id: number): string {
    return this.#labels[id] ?? '';
  }

  features(labels: ReadonlySet<string>): Features {
    const ids = [...labels]
      .map((label) => this.#ids.get(label) ?? -1)
      .filter((id) => (this.#places[id] ?? 0) > 1)
      .toSorted((a, b) => a - b);
    return { ids, weights: ids.map((id) => Math.log(this.#all / (this.#places[id] ?? 1))) };
  }
}

/** Ids that both have, with the sum of their weights. */
export function common(a: Features, b: Features): { ids: number[]; weight: number } {
  const ids: number[] = [];
  let weight = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length;) {
    const x = a.ids[i] ?? 0;
    const y = b.ids[j] ?? 0;
    if (x === y) {
      ids.push(x);
      weight += a.weights[i] ?? 0;
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return { ids, weight };
}
