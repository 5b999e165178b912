import type { Aspect } from './aspect.ts';
import { knownAspect } from './known-aspects.ts';

/** More words than this are no aspect but a sentence. */
const mostWords = 5;

/** Words before an aspect that say nothing of it. */
const before =
  /^(?:(?:and|or|also|both|their|its|the|each paper's|his|her|respective|used|main|an?|what|which|kinds? of|types? of)\s+)+/iu;
const after =
  /\s+(?:(?:that |which )?(?:they|it|each|each paper|the papers?) (?:use[sd]?|ha(?:ve|s)|report(?:s|ed)?|give[sn]?|name[sd]?)|used|of each(?: paper| one)?|of (?:both|these|them|the (?:two|papers)))$/iu;
/** What no name of an aspect holds: it is another question, or speaks of papers. */
const strange =
  /\b(?:who|whom|whose|when|where|why|how|which|what|is|are|was|were|do|does|did|has|have|had|papers?|articles?|publications?|versus|vs)\b|["“”?:;]/iu;
/** What a name of an aspect seldom holds: it joins papers to what they are compared by. */
const joins = /\b(?:on|by|in|with|from|to|between)\b/iu;

/** The phrases of a list: `data, method and results`. */
function listedPhrases(text: string): string[] {
  return text
    .replace(/[\s.?!:]+$/u, '')
    .split(/\s*(?:[,;/]|\band\b|\bor\b|&|\bas well as\b|\bplus\b)\s*/iu)
    .map((phrase) => phrase.replace(before, '').replace(after, '').trim())
    .filter((phrase) => phrase !== '');
}

/**
 * How sure it is that a list is one of aspects. `sure`: the words before it say so; `guess`: it may be; `known`: only if one of
 * them is known.
 */
export type Sureness = 'sure' | 'guess' | 'known';

/** The aspects that a list names; undefined for a text that is no such list. */
export function readAspects(text: string, sureness: Sureness): Aspect[] | undefined {
  const phrases = listedPhrases(text);
  const read = phrases.map((phrase) => knownAspect(phrase) ?? unknownAspect(phrase, sureness));
  const aspects = read.filter((aspect) => aspect !== undefined);
  if (aspects.length === 0 || aspects.length < read.length) return undefined;
  if (sureness === 'known' && !phrases.some((phrase) => knownAspect(phrase) !== undefined)) return undefined;
  const seen = new Set<string>();
  return aspects.filter(({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}

function unknownAspect(phrase: string, sureness: Sureness): Aspect | undefined {
  const isName = /^\p{L}/u.test(phrase) && phrase.split(/\s+/).length <= mostWords && !strange.test(phrase);
  return isName && (sureness === 'sure' || !joins.test(phrase)) ? { name: phrase } : undefined;
}
