import { stem } from '../../evidence/words.ts';
import { isNominal } from './clauses.ts';
import { passive } from './passive.ts';
import { contentStems, type Token, tokensOf } from './tokens.ts';

const opposites: readonly (readonly [string, string])[] = [
  ['faster', 'slower'],
  ['more', 'fewer'],
  ['more', 'less'],
  ['higher', 'lower'],
  ['better', 'worse'],
  ['larger', 'smaller'],
  ['bigger', 'smaller'],
  ['longer', 'shorter'],
  ['cheaper', 'dearer'],
  ['stronger', 'weaker'],
  ['earlier', 'later'],
  ['older', 'younger'],
];

/** Whether claim and text compare the same things, but by words that are opposite and in an order that is so too. */
export function comparesTheOtherWay(claim: string, text: string): boolean {
  const [one, other] = [comparison(claim), comparison(text)];
  return one !== undefined && other !== undefined && areOpposite(one.by, other.by) && isReversed(one, other);
}

/** Whether a claim says of A and B what its text says of B and A. */
export function swapsArguments(claim: string, text: string): boolean {
  const [one, other] = [comparison(claim), comparison(text)];
  if (one && other) {
    if (one.by === other.by) return isReversed(one, other);
    return areOpposite(one.by, other.by) && !isReversed(one, other);
  }
  return swapsAround(claim, text) || swapsAgents(claim, text);
}

/** “Sorted by A and read by B”: who did what. A claim gives one of them the other's deed. */
function swapsAgents(claim: string, text: string): boolean {
  const deeds = [
    ...text.matchAll(/(?<!\p{L})(\p{L}+(?:ed|en|ne|wn|ade|ought|ound|uilt)) by (?:the |an? )?(\p{L}+)/giu),
  ].map(([, deed = '', agent = '']) => ({ deed: stem(deed), agent: stem(agent) }));
  const said = contentStems(tokensOf(claim));
  return deeds.some(
    ({ deed, agent }) =>
      said.has(agent) &&
      !said.has(deed) &&
      deeds.some((other) => said.has(other.deed) && other.agent !== agent && !said.has(other.agent)),
  );
}

type Comparison = { by: string; before: Token[]; after: Token[] };

/** “A is faster than B”: the comparative, and the content words before it and after “than”. */
function comparison(text: string): Comparison | undefined {
  const tokens = tokensOf(text);
  const than = tokens.findIndex(({ lower }) => lower === 'than');
  const at = tokens
    .slice(0, Math.max(0, than))
    .findLastIndex(({ lower }) => /^(?:more|less|fewer|better|worse)$|er$/.test(lower));
  const by = tokens[at]?.lower;
  if (by === undefined || than - at > 6) return undefined;
  const content = (part: readonly Token[]): Token[] => part.filter(({ isContent }) => isContent);
  return { by, before: content(tokens.slice(0, at)), after: content(tokens.slice(than + 1)) };
}

function areOpposite(one: string, other: string): boolean {
  return opposites.some(([a, b]) => (one === a && other === b) || (one === b && other === a));
}

/** Compared by the first word in which the two sides differ: “group A … group B”. */
function isReversed(claim: Comparison, text: Comparison): boolean {
  const [a, b] = firstDifference(claim.before, claim.after);
  const [c, d] = firstDifference(text.before, text.after);
  return a !== undefined && b !== undefined && (a === d || b === c) && a !== c && b !== d;
}

function firstDifference(one: readonly Token[], other: readonly Token[]): [string | undefined, string | undefined] {
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    if (one[i]?.stem !== other[i]?.stem) return [one[i]?.stem, other[i]?.stem];
  }
  return [undefined, undefined];
}

/** “A correlated with B” says the same the other way round. */
const mutual = /^(?:correlat|associat|differ|relat|cooccur|co-occur|overlap|coincid|agre|interact|compar|equal|link)/;
const preposition = /^(?:with|in|by|as|after|when|from|for|at|on|among|between)$/;

/** Words of time part what they stand between as verbs do. */
const order = /^(?:before|after|until)$/;

function swapsAround(claim: string, text: string): boolean {
  const [ours, theirs] = [tokensOf(claim), tokensOf(text)];
  if (passive.test(claim) !== passive.test(text)) return false;
  return ours.some((token, i) => {
    if (!isPredicate(ours, i)) return false;
    return theirs.some((same, j) => {
      if (same.stem !== token.stem || !isPredicate(theirs, j)) return false;
      // “The loss grew with the size” and “the size grew the loss”: the verb is another one.
      if (isBeforePreposition(ours, i) !== isBeforePreposition(theirs, j)) return false;
      const [left, right] = [contentStems(ours.slice(0, i)), contentStems(ours.slice(i + 1))];
      const [theirLeft, theirRight] = [contentStems(theirs.slice(0, j)), contentStems(theirs.slice(j + 1))];
      const moves = (from: ReadonlySet<string>, to: ReadonlySet<string>, stay: ReadonlySet<string>): boolean =>
        [...from].some((word) => to.has(word) && !stay.has(word));
      return moves(left, theirRight, theirLeft) && moves(right, theirLeft, theirRight);
    });
  });
}

function isPredicate(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || at === 0) return false;
  if (mutual.test(token.lower)) return false;
  return order.test(token.lower) || (token.isContent && !isNominal(tokens, at) && /(?:s|ed|ing)$/.test(token.lower));
}

function isBeforePreposition(tokens: readonly Token[], at: number): boolean {
  return preposition.test(tokens[at + 1]?.lower ?? '');
}
