import { type Clause, clausesOf } from './clauses.ts';
import { contentStems, tokensOf } from './tokens.ts';

/**
 * Whether a claim says of one thing what its quotes say of another: “A was measured” of “A was seen and B was measured”. Each
 * clause has a subject; a claim that takes its subject from one clause and the rest from another, whose own subject it leaves
 * out, mixes them.
 */
export function mixesClauses(claim: string, quotes: readonly string[]): boolean {
  const clauses = quotes.flatMap(clausesOf).filter(({ subject }) => subject.length > 0);
  const said = contentStems(tokensOf(claim));
  const sets = clauses.map(({ tokens }) => contentStems(tokens));
  const known = new Set(sets.flatMap((set) => [...set]));
  const matched = [...said].filter((stem) => known.has(stem));
  // A claim in other words is not pieced together from theirs, but its numbers are.
  const isMadeOf = matched.length >= mostOf * said.size;
  if (sets.some((set) => matched.every((stem) => set.has(stem)))) return false;
  return clauses.some((from, i) =>
    clauses.some(
      (other, j) => i !== j && takesOver(said, from, other, sets[i] ?? new Set(), sets[j] ?? new Set(), isMadeOf),
    ),
  );
}

/** Share of a claim's words that its quotes have where it is made of them. */
const mostOf = 0.85;

const pronoun = /^(?:it|them|they|these|those|both|this|so)$/;

function takesOver(
  said: ReadonlySet<string>,
  from: Clause,
  other: Clause,
  fromWords: ReadonlySet<string>,
  otherWords: ReadonlySet<string>,
  isMadeOf: boolean,
): boolean {
  // “… and B lowered it in children”: what the pronoun stands for was named before.
  if (from.tokens.some(({ lower }) => pronoun.test(lower))) return false;
  const own = from.subject.filter(({ stem }) => said.has(stem) && !otherWords.has(stem));
  const isLeftOut = other.subject.some(({ stem }) => !said.has(stem) && !fromWords.has(stem));
  const subject = new Set(other.subject.map(({ stem }) => stem));
  const taken = [...otherWords].filter((stem) => said.has(stem) && !fromWords.has(stem) && !subject.has(stem));
  return own.length > 0 && isLeftOut && taken.some((stem) => isMadeOf || /^\d/.test(stem));
}
