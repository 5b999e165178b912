import type { Document, Paragraph, Section } from '@askg/contract';

/** A sentence that a model is shown; `id` is its path below the paper. */
export type ShownSentence = { id: string; text: string };

/** UTF-8 bytes of the sentences of one call: small enough that a model with a window of 8,000 tokens has room to answer. */
export const batchBytes = 8_000;

/** Sections that say nothing about things of the paper. */
const silentRoles: ReadonlySet<string> = new Set(['references', 'acknowledgement']);

/**
 * The sentences of abstract and body in reading order, cut into batches of at most `batchBytes`. Hidden and suspicious
 * sentences are not shown: they may be meant for the model. A sentence longer than a batch is none that states a relation,
 * and is left out.
 */
export function sentenceBatches(document: Document): ShownSentence[][] {
  const batches: ShownSentence[][] = [];
  let bytes = Infinity;
  for (const sentence of shown(document)) {
    const size = Buffer.byteLength(sentence.text);
    if (size > batchBytes) continue;
    if (bytes + size > batchBytes) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(sentence);
    bytes += size;
  }
  return batches;
}

function shown(document: Document): ShownSentence[] {
  return [...document.abstract, ...document.sections.flatMap(paragraphsOf)]
    .filter(({ kind }) => kind !== 'code')
    .flatMap(({ sentences }) => sentences)
    .filter(({ flags }) => flags === undefined || flags.length === 0)
    .map(({ id, text }) => ({ id, text }));
}

function paragraphsOf({ role, paragraphs, sections }: Section): Paragraph[] {
  return silentRoles.has(role) ? [] : [...paragraphs, ...sections.flatMap(paragraphsOf)];
}
