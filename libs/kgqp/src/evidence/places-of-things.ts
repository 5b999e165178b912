import type { Document } from '@askg/contract';
import { keptEntities, sentencesOfDocument } from '@askg/ddm';

/** Sentences that are kept for a thing that a paper names. */
const mostSentences = 3;

/**
 * Where a paper speaks of what is a node of its graph but no text of its own: by the id of an abbreviation the id of the sentence that
 * defines it, by that of an entity those of the first few sentences that name it.
 */
export function placesOfThings(document: Document): Map<string, string[]> {
  const places = new Map((document.abbreviations ?? []).map(({ sentence }, i) => [`abbr${i + 1}`, [sentence]]));
  const ids = new Map([...keptEntities(document).values()].map(({ id, type, label }) => [`${type} ${label}`, id]));
  if (ids.size === 0) return places;
  for (const { sentence } of sentencesOfDocument(document)) {
    for (const { type, label } of sentence.mentions ?? []) {
      const id = ids.get(`${type} ${label}`);
      const known = id === undefined ? undefined : (places.get(id) ?? []);
      if (id === undefined || !known || known.length === mostSentences || known.includes(sentence.id)) continue;
      places.set(id, [...known, sentence.id]);
    }
  }
  return places;
}
