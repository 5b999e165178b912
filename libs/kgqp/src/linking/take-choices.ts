import type { Choice } from '../facts.ts';
import type { LabelMatch } from './label-match.ts';

type Place = { start: number; end: number };

/**
 * What a person has said that phrases of a question mean. Of the things that words of such a phrase may name, only the chosen
 * one is left, and that for sure.
 * @param words of the question, with their places in it
 * @returns the matches that are left, and the choices that none of them fits, which change nothing
 */
export function takeChoices(
  matches: readonly LabelMatch[],
  words: readonly Place[],
  question: string,
  choices: readonly Choice[],
): { matches: readonly LabelMatch[]; untaken: readonly Choice[] } {
  let left = matches;
  const untaken: Choice[] = [];
  for (const choice of choices) {
    const places = placesOf(choice.phrase, question);
    const isOfPhrase = (match: LabelMatch) => places.some((place) => overlaps(match, words, place));
    const isChosen = ({ iris, canonicals = [] }: LabelMatch) => [...iris, ...canonicals].includes(choice.iri);
    const chosen = left.filter((match) => isOfPhrase(match) && isChosen(match));
    if (chosen.length === 0) {
      untaken.push(choice);
      continue;
    }
    const others = left.filter((match) => !isOfPhrase(match));
    left = [...chosen.map((match) => narrowed(match, choice.iri)), ...others];
  }
  return { matches: left, untaken };
}

function narrowed(match: LabelMatch, iri: string): LabelMatch {
  const { canonicals, unresolved: _, ...own } = match;
  if (canonicals?.includes(iri)) return { ...own, canonicals: [iri], unresolved: [], score: 1 };
  return { ...match, iris: [iri], score: 1 };
}

function placesOf(phrase: string, question: string): Place[] {
  const sought = phrase.trim().toLowerCase();
  const text = question.toLowerCase();
  const places: Place[] = [];
  if (sought === '') return places;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
    places.push({ start: at, end: at + sought.length });
  }
  return places;
}

function overlaps({ from, to }: LabelMatch, words: readonly Place[], place: Place): boolean {
  const start = words[from]?.start ?? 0;
  const end = words[to - 1]?.end ?? 0;
  return start < place.end && place.start < end;
}
