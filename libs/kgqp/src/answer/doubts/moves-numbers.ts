import { type Token, tokensOf } from './tokens.ts';

const inWords = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, String(i)]),
);
/** Words within which a number belongs to another. */
const reach = 4;

/**
 * Whether a claim puts a number to a word that its text puts another number to: “built in 1987” of “built in 1964 and raised
 * in 1987”. Only words that stand beside one number each in the text tell.
 */
export function movesNumbers(claim: string, text: string): boolean {
  const [ours, theirs] = [tokensOf(claim), tokensOf(text)];
  return ours.some((token, i) => {
    const number = numberOf(token);
    if (number === undefined) return false;
    // “32% of the issues”: what follows is the whole, which another number may count.
    const isPart = isOfThem(theirs, number) || ours[i + 1]?.lower === 'of';
    return (isPart ? [-1] : [-1, 1]).some((side) => {
      const word = contentBeside(ours, i, side);
      if (word === undefined) return false;
      const known = theirs.flatMap((other, j) => (other.stem === word.stem ? [numbersBeside(theirs, j, -side)] : []));
      return known.length > 0 && known.every((numbers) => numbers.length > 0 && !numbers.includes(number));
    });
  });
}

/** “640 nurses, and 215 of them”: what it counts was named before, beside another number. */
function isOfThem(tokens: readonly Token[], number: string): boolean {
  return tokens.some(
    (token, i) =>
      numberOf(token) === number &&
      tokens[i + 1]?.lower === 'of' &&
      /^(?:them|these|those|which|whom)$/.test(tokens[i + 2]?.lower ?? ''),
  );
}

function numberOf({ lower }: Token): string | undefined {
  if (/^\d/.test(lower)) return lower.replace(/%$/, '').replaceAll(/,(?=\d{3})/g, '');
  const word = inWords.get(lower);
  return word === '1' ? undefined : word;
}

/** Whether a comma, a bracket or a joint parts a word from the one before it on the way. */
function isParted(tokens: readonly Token[], at: number, side: number): boolean {
  const from = side > 0 ? tokens[at] : tokens[at + 1];
  return from?.isApart === true || /^(?:than|while|whereas|but)$/.test(tokens[at]?.lower ?? '');
}

/** The content word next to a number on one side, units and other numbers left aside. */
function contentBeside(tokens: readonly Token[], at: number, side: number): Token | undefined {
  for (let i = at + side; Math.abs(i - at) <= reach; i += side) {
    const token = tokens[i];
    if (!token || numberOf(token) !== undefined || isParted(tokens, i, side)) return undefined;
    if (token.isContent && !isUnit(token)) return token;
  }
  return undefined;
}

const isUnit = ({ lower }: Token): boolean =>
  /^(?:percent|percentage|points?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|m?s|[kmgt]b|[mkµn]?g|m?l|[mkcn]?m|january|february|march|april|june|july|august|september|october|november|december)$/.test(
    lower,
  );

/** The number nearest to a word on one side, before another verb or preposition takes it away. */
function numbersBeside(tokens: readonly Token[], at: number, side: number): string[] {
  for (let i = at + side; Math.abs(i - at) <= reach; i += side) {
    const token = tokens[i];
    if (!token || isParted(tokens, i, side)) return [];
    const number = numberOf(token);
    if (number !== undefined) return [number];
    if (token.isContent && !isUnit(token)) return [];
  }
  return [];
}
