import { stemsOf } from '../../evidence/words.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Words that stand between a thing and what it is put beside; verbs are worded in many ways, such things are not. */
const bridge = /^(?:and|or|of|in|on|at|by|for|with|from|to|into|onto|the|a|an|its|their|our)$/;

/**
 * Whether a claim puts another thing in the place of one that its text names: “filtered by place” of “filtered by language”.
 * @param around all that the claim may take words from
 */
export function replacesWords(claim: string, text: string, around: string): boolean {
  const known = stemsOf(around);
  const [ours, theirs] = [tokensOf(claim), tokensOf(text)];
  const said = new Set(ours.map(({ stem }) => stem));
  const anchors = theirs.flatMap((other, j) =>
    other.isContent && !said.has(other.stem) ? (anchorOf(theirs, j) ?? []) : [],
  );
  return ours.some((token, i) => {
    if (!token.isContent || known.has(token.stem)) return false;
    const before = anchorOf(ours, i);
    return before !== undefined && anchors.some(({ key, bridge: by }) => key === before.key && by === before.bridge);
  });
}

/**
 * Whether a claim joins what its text joins otherwise: “lowered the cost” of “lowered the noise and raised the cost”.
 */
export function crossesPairs(claim: string, text: string): boolean {
  const pairs = pairsOf(tokensOf(text));
  const said = new Set(tokensOf(claim).map(({ stem }) => stem));
  return pairsOf(tokensOf(claim)).some(([one, other]) => {
    if (pairs.some(([a, b]) => a === one && b === other)) return false;
    const ofOne = pairs.filter(([a]) => a === one);
    const ofOther = pairs.filter(([, b]) => b === other);
    return (
      ofOne.length > 0 &&
      ofOther.length > 0 &&
      ofOne.every(([, b]) => !said.has(b)) &&
      ofOther.every(([a]) => !said.has(a))
    );
  });
}

/** Each content word with the one before it, where only small words stand between. */
function pairsOf(tokens: readonly Token[]): [string, string][] {
  return tokens.flatMap((token, i): [string, string][] => {
    const anchor = token.isContent ? anchorOf(tokens, i) : undefined;
    return anchor === undefined || anchor.bridge === 'and' || anchor.bridge === 'or' ? [] : [[anchor.key, token.stem]];
  });
}

/** So many small words and more stand between no two things. */
const longestBridge = 8;

/** The content word before a word, and the first of the small words between them; undefined when there are none of these. */
function anchorOf(tokens: readonly Token[], at: number): { key: string; bridge: string } | undefined {
  let i = at - 1;
  while (i > at - longestBridge && bridge.test(tokens[i]?.lower ?? '')) i--;
  const anchor = tokens[i];
  const first = tokens[i + 1]?.lower;
  return anchor?.isContent === true && i < at - 1 && first !== undefined
    ? { key: anchor.stem, bridge: first }
    : undefined;
}
