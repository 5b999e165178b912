import { contentWords, stem, stemsOf } from '../../evidence/words.ts';

const comparative =
  /\b(?:more|less|fewer|better|worse|higher|lower|greater|larger|smaller|longer|shorter|faster|slower|stronger|weaker|safer|easier|harder|\p{L}{2,}er)\b/iu;

/**
 * Whether a sentence compares what is asked to be compared, the same way round: of “A is more than B” one that tells of A and
 * of B, and where it has a “than” too, of A before it. True for what compares nothing.
 */
export function comparesAlike(asked: string, sentence: string): boolean {
  const [before, after, ...others] = asked.split(/\bthan\b/iu);
  if (before === undefined || after === undefined || others.length > 0 || !comparative.test(before)) return true;
  const one = onlyIn(before.slice(0, before.search(comparative)), after);
  const other = onlyIn(after, before);
  const [told = '', rest = ''] = sentence.split(/\bthan\b/iu, 2);
  if (!holdsAny(sentence, one) || !holdsAny(sentence, other)) return false;
  return rest === '' || !holdsAny(rest, one) || holdsAny(told, one);
}

/** Stems that only one side has; what is compared is among them. */
function onlyIn(side: string, otherSide: string): Set<string> {
  const others = stemsOf(otherSide);
  return new Set(
    contentWords(side)
      .map(stem)
      .filter((word) => !others.has(word)),
  );
}

function holdsAny(text: string, stems: ReadonlySet<string>): boolean {
  return stems.size === 0 || [...stemsOf(text)].some((word) => stems.has(word));
}
