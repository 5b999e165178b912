const hedges =
  /\b(?:may|might|suggest\w*|possibl[ey]|probably|perhaps|appears?|appeared|seems?|seemed|likely|potential(?:ly)?|hypothesi[sz]\w*|preliminary|in some cases|tends? to)\b/iu;
const wholes = /\b(?:all|every|each|always|entirely|completely|solely|proves?|proven|guarantees?)\b/iu;
const parts = /\b(?:some|several|many|most|often|sometimes|usually|typically|generally|partly|partially|mainly)\b/iu;

/**
 * Whether a claim is surer or wider than the text it rests on: the text hedges and the claim does not, or the text speaks of
 * some or most and the claim of all.
 */
export function overstates(claim: string, text: string): boolean {
  if (hedges.test(text) && !hedges.test(claim)) return true;
  return wholes.test(claim) && !wholes.test(text) && parts.test(text);
}
