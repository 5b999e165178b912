import { contentStems, tokensOf } from './tokens.ts';

const condition = /\b(?:if|when|whenever|unless|provided that|as long as|only for|except)\b\s*([^,.;]*)/giu;
const opener = /^(?:on|in|for|with|without|under|among|within|during|at|above|below)\s+([^,]{3,80}),\s/iu;
/** Openers that narrow nothing. */
const discourse =
  /^(?:in|for|on|at|with)\s+(?:this|our|the present|addition|contrast|general|particular|fact|summary|conclusion|total|turn|other words|the following|order|short,|practice|example|instance|average|the whole|the other hand|section|table|figure|fig)\b/iu;
const part =
  /\b(\d+|two|three|four|five|six|seven|eight|nine|ten|one|half|most|some|several|many|few)\s+(?:out\s+)?of\s+(?:the\s+|these\s+|our\s+|all\s+)?(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/giu;

const someOfWhich =
  /\b(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) [^,.;]{2,40},? (?:and )?(\d+|one|two|three|four|five|six|seven|eight|nine|ten|some|most|half) of (?:which|whom|them|these)\b([^.;]*)/giu;

/** Whether a claim leaves out what its text says it only for: a condition, a group, so many of so many. */
export function widens(claim: string, text: string): boolean {
  const said = contentStems(tokensOf(claim));
  const isLost = (words: string): boolean => {
    const stems = [...contentStems(tokensOf(words))];
    return stems.length > 0 && stems.every((stem) => !said.has(stem));
  };
  const lower = claim.toLowerCase();
  const has = (word: string): boolean => new RegExp(`\\b${word}\\b`, 'u').test(lower);
  const narrows = opener.exec(text);
  if (narrows?.[1] !== undefined && !discourse.test(text) && isLost(narrows[1])) return true;
  if ([...text.matchAll(part)].some(([, some = '', all = '']) => has(all.toLowerCase()) && !has(some.toLowerCase()))) {
    return true;
  }
  const isOfSome = [...text.matchAll(someOfWhich)].some(
    ([, all = '', some = '', rest = '']) =>
      has(all.toLowerCase()) &&
      !has(some.toLowerCase()) &&
      [...contentStems(tokensOf(rest))].some((stem) => said.has(stem)),
  );
  if (isOfSome) return true;
  return [...text.matchAll(condition)].some(([, words = '']) => isLost(words) && !isLost(text.replace(words, '')));
}
