import type { DraftReference } from '../../document/draft.ts';
import { parseReference } from '../pdf/references/parse-reference.ts';

/**
 * An entry whose title the source does not mark and the form of the entry does not show, with what the trained parser
 * reads from its text. What is known already stays.
 */
export function completeReference(reference: DraftReference): DraftReference {
  if (reference.title !== undefined || reference.raw === '') return reference;
  const { authors, ...read } = parseReference(reference.raw);
  if (read.title === undefined) return reference;
  return { ...read, ...reference, authors: reference.authors.length > 0 ? reference.authors : authors };
}
