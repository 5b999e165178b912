import type { Document, Topic } from '@askg/contract';
import { informationOf } from './common-words.ts';
import { countPhrases, type PhraseUse } from './count-phrases.ts';
import { csoTopic } from './cso-topics.ts';
import { genericWords } from './stop-words.ts';

/** How many topics a paper gets. */
const most = 8;
const fewestUses = 2;

/** Weights of what is known of a phrase; chosen on the development papers (`npm run eval -- topics`). */
const topicWeights = {
  title: 1.5,
  abstract: 0.4,
  heading: 0.3,
  cso: 1,
  name: 0.3,
  nested: 0.4,
  modifier: 0.35,
  lengths: [0, 0.7, 1.2, 1.1, 0.8],
};

/**
 * Finds what a paper is about: phrases that it uses often, in many paragraphs, in its title and abstract, and whose words
 * are rare elsewhere. Phrases that name a topic of the Computer Science Ontology come with it. Authors' keywords are not
 * looked at. One paper at a time; best first; scores from 0 to 1 compare within the paper.
 */
export function findTopics(document: Document): Document {
  const scored = scorePhrases(document);
  const best = scored[0]?.score ?? 1;
  const topics = choose(scored).map(({ use, score }): Topic => {
    const cso = csoTopic(use.folded);
    return {
      label: labelOf(use),
      score: Math.round((1000 * score) / best) / 1000,
      ...(cso === undefined ? {} : { cso }),
    };
  });
  const { topics: _, ...rest } = document;
  return topics.length === 0 ? rest : { ...rest, topics };
}

type Scored = { use: PhraseUse; score: number };

function scorePhrases(document: Document): Scored[] {
  const phrases = countPhrases(document);
  return [...phrases.values()]
    .filter(({ count, inTitle }) => count >= fewestUses || inTitle)
    .map((use) => ({ use, score: scoreOf(use) }))
    .toSorted((a, b) => b.score - a.score || (a.use.folded < b.use.folded ? -1 : 1));
}

function scoreOf(use: PhraseUse): number {
  const [only = ''] = use.words;
  if (use.words.length === 1 && (genericWords.has(only) || only.length < 2)) return 0;
  if (use.words.every((word) => genericWords.has(word))) return 0;
  const alone = use.alone + topicWeights.nested * (use.count - use.alone);
  const information = use.words.reduce((sum, word) => sum + informationOf(word), 0) / use.words.length;
  const place =
    1 +
    (use.inTitle ? topicWeights.title : 0) +
    (use.inAbstract ? topicWeights.abstract : 0) +
    (use.inHeading ? topicWeights.heading : 0);
  const isKnown = csoTopic(use.folded) !== undefined;
  const form =
    (1 + (isName(use) ? topicWeights.name : 0) + (isKnown ? topicWeights.cso : 0)) *
    (isKnown || isNoun(use) ? 1 : topicWeights.modifier);
  const spread = Math.log2(1 + use.paragraphs);
  return Math.log2(1 + alone) * spread * information * place * form * (topicWeights.lengths[use.words.length] ?? 0);
}

/** The best ones, without those that share most of their words with a better one. */
function choose(scored: readonly Scored[]): Scored[] {
  const chosen: Scored[] = [];
  for (const each of scored) {
    if (chosen.length === most || each.score === 0) break;
    const isRepeat = chosen.some(({ use }) => overlap(use.words, each.use.words));
    if (!isRepeat) chosen.push(each);
  }
  return chosen;
}

function overlap(a: readonly string[], b: readonly string[]): boolean {
  const shared = a.filter((word) => b.includes(word)).length;
  return shared === Math.min(a.length, b.length) || shared >= 2;
}

/** Whether a phrase can stand for a thing: by the ending of its last word, as there is no tagger. */
function isNoun({ words }: PhraseUse): boolean {
  const last = words.at(-1) ?? '';
  if (/^\p{L}+ly$/u.test(words[0] ?? '') || last.length < 5) return !last.endsWith('ly');
  const modifies = /(?:al|ive|ous|ic|ary|able|ible|ful|less|ed|ly|like|based|driven|informed|oriented)$/u;
  return !modifies.test(last) && !(words.length === 1 && last.endsWith('ing'));
}

/** Printed with capitals or figures inside, as names and abbreviations are. */
function isName({ forms }: PhraseUse): boolean {
  let named = 0;
  let all = 0;
  for (const [form, count] of forms) {
    all += count;
    if (/\p{Lu}.*\p{Lu}|\p{Ll}\p{Lu}|\d/u.test(form)) named += count;
  }
  return named > all / 2;
}

/** The form that is printed most often; of several, the one with the fewest capitals. */
function labelOf({ forms }: PhraseUse): string {
  const capitals = (form: string): number => form.replaceAll(/[^\p{Lu}]/gu, '').length;
  const [best] = [...forms].toSorted(([a, m], [b, n]) => n - m || capitals(a) - capitals(b) || (a < b ? -1 : 1));
  return best?.[0] ?? '';
}
