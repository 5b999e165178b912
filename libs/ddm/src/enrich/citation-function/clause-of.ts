/** What parts a sentence into statements that may cite for reasons of their own. */
const joint = /[;:]\s|,?\s+(?:whereas|while|although|but|however)\s|\.\s+(?=\p{Lu})/giu;

/** The part of a text, between joints, that holds a place. */
export function clauseOf(text: string, place: number): string {
  let start = 0;
  for (const { index } of text.matchAll(joint)) {
    if (index >= place) return text.slice(start, index);
    start = index;
  }
  return text.slice(start);
}
