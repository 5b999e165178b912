/** Words in quotes, and single quotes around several words, which are no apostrophes. */
const quoted = /["“«][^"“”«»]{2,300}["”»]|(?<![\p{L}\p{N}])['‘][^'‘’]{8,300}['’](?![\p{L}\p{N}])/gu;
/** Words in brackets; not the number of an item. */
const bracketed = /\((?!(?:\d{1,2}|[a-h]|i{1,3}|iv)\))[^()]{2,300}\)/giu;

/**
 * The text with everything in quotes and brackets made unreadable, so that no part begins or ends there. Places stay: it is as
 * long as before, and quotes become one word that is written like a name.
 */
export function mask(text: string): string {
  return text
    .replaceAll(quoted, (stretch) => 'X'.repeat(stretch.length))
    .replaceAll(bracketed, (stretch) => `(${'x'.repeat(stretch.length - 2)})`);
}
