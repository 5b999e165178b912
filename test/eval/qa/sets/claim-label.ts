const negation =
  /\b(?:no|not|nor|never|neither|without|none|cannot|lacks?|fails?|failed|un(?:able|likely|related))\b/gi;
const upward =
  /\b(?:increas\w*|higher|greater|more|elevat\w*|enhanc\w*|promot\w*|induc\w*|activat\w*|improv\w*|gain\w*)\b/gi;
const downward =
  /\b(?:decreas\w*|lower|less|fewer|reduc\w*|inhibit\w*|suppress\w*|prevent\w*|impair\w*|loss|declin\w*)\b/gi;

/**
 * What quotes that are about a claim say of it: `CONTRADICT` when the best of them turns it round by one negation more or less,
 * or by the other direction of a change; otherwise `SUPPORT`.
 */
export function claimLabel(claim: string, quotes: readonly string[]): 'SUPPORT' | 'CONTRADICT' {
  const [quote = ''] = quotes;
  const turned = count(claim, negation) % 2 !== count(quote, negation) % 2;
  const other = direction(claim) * direction(quote) < 0;
  return turned !== other ? 'CONTRADICT' : 'SUPPORT';
}

function direction(text: string): number {
  return Math.sign(count(text, upward) - count(text, downward));
}

function count(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0;
}
