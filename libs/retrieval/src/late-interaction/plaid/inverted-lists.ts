/** For each centroid the documents that have a token vector there, each once and rising. */
export class InvertedLists {
  readonly #starts: Uint32Array;
  readonly #documents: Uint32Array;

  /** @param starts where each document's codes begin, and the end of the last @param centroids how many there are */
  constructor(starts: Uint32Array, codes: Uint32Array, centroids: number) {
    const sizes = new Uint32Array(centroids + 1);
    forEachPair(starts, codes, centroids, (centroid) => {
      sizes[centroid + 1] = (sizes[centroid + 1] as number) + 1;
    });
    for (let i = 1; i <= centroids; i++) sizes[i] = (sizes[i] as number) + (sizes[i - 1] as number);
    const next = sizes.slice();
    const documents = new Uint32Array(sizes[centroids] as number);
    forEachPair(starts, codes, centroids, (centroid, document) => {
      const at = next[centroid] as number;
      documents[at] = document;
      next[centroid] = at + 1;
    });
    this.#starts = sizes;
    this.#documents = documents;
  }

  of(centroid: number): Uint32Array {
    return this.#documents.subarray(this.#starts[centroid], this.#starts[centroid + 1]);
  }
}

function forEachPair(
  starts: Uint32Array,
  codes: Uint32Array,
  centroids: number,
  visit: (centroid: number, document: number) => void,
): void {
  const none = 0xffff_ffff;
  const last = new Uint32Array(centroids).fill(none);
  for (let document = 0; document + 1 < starts.length; document++) {
    for (let at = starts[document] as number; at < (starts[document + 1] as number); at++) {
      const centroid = codes[at] as number;
      if (last[centroid] === document) continue;
      last[centroid] = document;
      visit(centroid, document);
    }
  }
}
