import { contentStems, type Token, tokensOf } from './tokens.ts';

/** A stretch of a sentence that says something of its own. */
export type Clause = { text: string; tokens: Token[]; subject: Token[] };

const joints =
  /;\s+|\.\s+|:\s+|,?\s+(?:while|whereas|although|though|but)\s+|,\s+(?:and|or)\s+|,\s+(?=which\s)|\s+(?=and\s)/iu;
const auxiliary = /^(?:is|are|was|were|has|have|had|did|does|do|can|could|may|might|will|would|shall|should|must)$/;
/** Endings and forms that are of verbs more often than not. */
const verbLike =
  /(?:ed|ew|ose|ell|ept|ade|ook|aid|ave|ame|ound|ought|ang|ain)$|^(?:rose|fell|grew|ran|led|saw|met|held|beat|won|lost|kept)$/;
const opener = /^(?:and|or|but|while|whereas|that|which)$/;

/** The clauses of one sentence or more. What has no verb of its own belongs to the clause before it. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  for (const piece of text.split(joints)) {
    const tokens = tokensOf(piece);
    while (tokens[0] && opener.test(tokens[0].lower)) tokens.shift();
    const subject = subjectOf(tokens);
    const last = clauses.at(-1);
    if (last && subject === undefined) {
      last.tokens.push(...tokens);
      last.text += ` ${piece}`;
    } else if (tokens.length > 0) clauses.push({ text: piece, tokens, subject: subject ?? openingOf(tokens) });
  }
  return clauses;
}

/** The one clause of a text that has all the words of a claim that the text has; the whole text where none has. */
export function clauseOf(claim: string, text: string): string {
  const whole = contentStems(tokensOf(text));
  const shared = [...contentStems(tokensOf(claim))].filter((stem) => whole.has(stem));
  if (shared.length === 0) return text;
  const holding = clausesOf(text).find(({ tokens }) => {
    const stems = contentStems(tokens);
    return shared.every((stem) => stems.has(stem));
  });
  return holding?.text ?? text;
}

/** What a sentence without a known verb seems to be about. */
function openingOf(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ isContent }) => isContent).slice(0, 2);
}

/** The words before the verb, three content words at most; undefined when there is no verb, or nothing before it. */
function subjectOf(tokens: readonly Token[]): Token[] | undefined {
  const verb = tokens.findIndex(({ lower }, i) => i > 0 && (auxiliary.test(lower) || verbAt(tokens, i)));
  if (verb < 1) return undefined;
  return tokens
    .slice(0, verb)
    .filter(({ isContent }) => isContent)
    .slice(0, 3);
}

/** A word in the form of a verb that follows a noun: not one that an article, a preposition or a number stands before. */
function verbAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token?.isContent || !(verbLike.test(token.lower) || isThirdPerson(tokens, at))) return false;
  return tokens.slice(0, at).some(({ isContent }) => isContent) && !isNominal(tokens, at);
}

/** “calls the”, and not “IDs”: a plural is as often at the end, or before another noun. */
function isThirdPerson(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    /[^s]s$/.test(tokens[at]?.lower ?? '') && next?.isContent === false && next.lower !== 'and' && next.lower !== 'of'
  );
}

const nounMarker =
  /^(?:the|a|an|this|that|these|those|its|their|our|his|her|of|in|on|at|by|for|with|from|to|into|per|each|every|no|all|some|most|many|more|fewer|less|two|three|four|five|six|seven|eight|nine|ten|\d.*)$/;

/** Whether an article, a preposition or a number before a word makes it a noun. */
export function isNominal(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || nounMarker.test(before.lower);
}
