const hedges =
  /\b(?:may|might|suggest\w*|possibl[ey]|probably|perhaps|appears?|appeared|seems?|seemed|(?<!more |less )likely|potentially|conceivabl[ey]|could (?:be|have)|speculat\w*|unclear|presumabl[ey]|hypothesi[sz]\w*|preliminary|in some cases|tends? to)\b/iu;
/** What is asked or aimed at is not found. */
const open =
  /\bwhether\b|\b(?:remains?|is|are|was|still) (?:controversial|unclear|unknown|uncertain|debated|disputed|an open question|to be (?:seen|shown|tested|determined))\b|\b(?:aim(?:s|ed)?|sought|wanted|objective|purpose|goal|hypothesi[sz]ed?)\b[^.;]{0,40}\b(?:to|was|is)\b|\bto (?:examine|determine|evaluate|assess|investigate|explore|test|find out|study|compare)\b/iu;
const wholes = /\b(?:all|every|each|always|entirely|completely|solely|proves?|proven|guarantees?)\b/iu;
const parts = /\b(?:some|several|many|most|often|sometimes|usually|typically|generally|partly|partially|mainly)\b/iu;

/** A sentence that aims at something may also tell what came of it, or how it was done. */
const finds =
  /\b(?:found|shows?|showed|shown|demonstrat\w+|reveal\w*|confirm\w*|we (?:use|used|ran|collected|measured|trained|conducted|performed|propose|present|introduce|compared?|analy[sz]ed?|developed?|apply|applied|test|tested))\b/iu;

/**
 * Whether a claim is surer or wider than the text it rests on: the text hedges and the claim does not, or the text speaks of
 * some or most and the claim of all.
 */
export function overstates(claim: string, text: string): boolean {
  if (hedges.test(withoutMay(text)) && !hedges.test(withoutMay(claim))) return true;
  if (open.test(text) && !open.test(claim) && !finds.test(text)) return true;
  return wholes.test(claim) && !wholes.test(text) && parts.test(text);
}

/** The month is no hedge. */
function withoutMay(text: string): string {
  return text.replaceAll(
    /\b(?:(?<=(?:in|of|since|until|by|from|to|between|and|early|late|mid)[ -])May\b|May(?=,? \d))/gu,
    '',
  );
}
