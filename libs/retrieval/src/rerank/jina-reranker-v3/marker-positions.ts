export type MarkerIds = { passage: number; query: number };

/** Places of the markers in a prompt's tokens, from 0: one a passage in their order, and that of the query. */
export type MarkerPositions = { passages: number[]; query: number };

/**
 * Finds the markers by their ids. Throws when there is not exactly one a passage, all before the only one of the query: then
 * the tokens are not those of such a prompt, and a state read from them would stand for something else.
 */
export function markerPositions(ids: readonly number[], markers: MarkerIds, passages: number): MarkerPositions {
  const found = (marker: number): number[] => ids.flatMap((id, at) => (id === marker ? [at] : []));
  const ofPassages = found(markers.passage);
  const [query, ...more] = found(markers.query);
  if (query === undefined || more.length > 0 || ofPassages.length !== passages || (ofPassages.at(-1) ?? -1) > query) {
    throw new Error(
      `The prompt has ${ofPassages.length} passage markers and ${query === undefined ? 0 : 1 + more.length} query markers for ${passages} passages.`,
    );
  }
  return { passages: ofPassages, query };
}
