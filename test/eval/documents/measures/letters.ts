/** Stands in a text where the truth has something whose printed form it does not tell: a formula, the sign of a note. */
export const gap = '\uE000';

/**
 * Letters and digits of a text, in lower case and compatibility form: two texts are the same if these are. White space,
 * punctuation, hyphens at line ends and ligatures drop out.
 */
export function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** The letters of what stands between gaps. */
export function pieces(text: string): string[] {
  return text.split(gap).map(letters);
}

/** Words as `letters` gives them. */
export function words(text: string): string[] {
  return text
    .split(/\s+/u)
    .map(letters)
    .filter((word) => word !== '');
}

/** Dice coefficient of two texts over runs of three letters, 0 to 1; the order of longer parts hardly matters. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const left = trigrams(one);
  const right = trigrams(other);
  let shared = 0;
  for (const [gram, times] of left) shared += Math.min(times, right.get(gram) ?? 0);
  const total = count(left) + count(right);
  return total === 0 ? 0 : (2 * shared) / total;
}

function trigrams(text: string): Map<string, number> {
  const padded = `  ${text} `;
  const grams = new Map<string, number>();
  for (let i = 0; i + 3 <= padded.length; i++) {
    const gram = padded.slice(i, i + 3);
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

function count(grams: ReadonlyMap<string, number>): number {
  return [...grams.values()].reduce((total, each) => total + each, 0);
}
