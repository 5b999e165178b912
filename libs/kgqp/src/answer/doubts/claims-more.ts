const causes =
  /\b(?:caus(?:e|es|ed|ing)|leads? to|led to|results? in|resulted in|because of|due to|thanks to|triggers?|triggered|induces?|induced|drives?|prevents?|prevented|responsible for)\b/iu;
const changes =
  /\b(?:rais(?:e|es|ed)|lower(?:s|ed)?|increas(?:e|es|ed)|reduc(?:e|es|ed)|improv(?:e|es|ed)|decreas(?:e|es|ed)|boost(?:s|ed)?|protect(?:s|ed)?|affect(?:s|ed)?)\b/iu;
const goesAlong =
  /\b(?:associat\w+|correlat\w+|linked|related|relationship|tend(?:s|ed)? to|co-?occur\w*|predict(?:s|ed|or|ors)?|more likely|less likely)\b/iu;

/** Whether a claim makes a cause of what its text only sees together. */
export function claimsCause(claim: string, text: string): boolean {
  if (causes.test(claim) && !causes.test(text)) return !changes.test(text) || goesAlong.test(text);
  return goesAlong.test(text) && !goesAlong.test(claim) && changes.test(claim) && !causes.test(text);
}

const superlatives =
  /\b(?:first|only|best|worst|fastest|largest|smallest|highest|lowest|earliest|latest|newest|strongest|novel|unique|unprecedented|state[- ]of[- ]the[- ]art|outperforms? all|the most \p{L}+|\p{L}{3,}iest)\b/giu;
const amongOthers = /\b(?:one of the|among the|some of the|among)\b/iu;
/** “First, …” and “the first year” count, they do not boast. */
const ordinal = /^first,|\bfirst (?:year|month|week|day|author|step|part|section|round|time|of all|two|three|\d)/iu;

/** Whether a claim calls something the first, the only or the best that its text does not call so. */
export function boasts(claim: string, text: string): boolean {
  const said = text.toLowerCase();
  const words = (claim.match(superlatives) ?? []).map((word) => word.toLowerCase());
  if (words.some((word) => !said.includes(word) && !ordinal.test(claim))) return true;
  return words.some((word) => said.includes(word)) && amongOthers.test(text) && !amongOthers.test(claim);
}

const ownVoice = /\b(?:we|our|ours|this (?:paper|work|study|article)|the authors|the present (?:paper|work|study))\b/iu;
const ofOthers =
  /\bet al\b|(?<!\p{L})\p{Lu}\p{L}+ \((?:19|20)\d\d|\[\d+(?:[,–-] ?\d+)*\]|\((?:\p{Lu}[^()]*,? )?(?:19|20)\d\d[a-z]?\)|\b(?:previous|prior|earlier|existing|other|recent) (?:work|works|studies|research|authors|papers)\b|\bhas been (?:claimed|shown|argued|reported|suggested|found|proposed)\b/iu;
const disputed = /\b(?:claimed|argued|alleged|asserted|believed|assumed|speculated|supposed)\b/iu;

/** Whether a claim takes what others did or said for the paper's own, or as agreed what was only said. */
export function misattributes(claim: string, text: string): boolean {
  if (ownVoice.test(claim) && !ownVoice.test(text) && ofOthers.test(text)) return true;
  return disputed.test(text) && ofOthers.test(text) && !disputed.test(claim) && !ofOthers.test(claim);
}
