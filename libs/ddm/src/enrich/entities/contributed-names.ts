import type { Role } from '@askg/contract';
import { informationOf } from '../keywords/common-words.ts';
import { singular } from '../keywords/fold-phrase.ts';
import type { Candidate } from './candidate.ts';
import { isNameLike } from './entity-type.ts';
import type { Word } from './model/words.ts';

/** A sentence with what it names. */
export type NamedSentence = { words: readonly Word[]; role: Role; candidates: readonly Candidate[] };

const verbs =
  /^(?:propos|present|introduc|describ|develop|devis|design|releas|publish|contribut|implement|creat|built|build|construct|formulat)/u;
const speakers = /^(?:we|i|paper|article|work|study|authors?)$/u;
/** What stands between who speaks and what they do. */
const between = /^(?:have|has|also|here|then|thus|first|further|therefore|\w+ly|now|,|instead|novel)$/u;
const naming = /^(?:called|named|termed|dubbed|coined|namely)$/u;
/** After these the sentence says what the thing is for, or what it stands on. */
const beyond = /^(?:for|to|that|which|using|with|based|by|from|on|in|where|whose|as|and|,|;|:)$/u;
/** Where papers say what they contribute; elsewhere `we describe X` is often about others. */
const telling: ReadonlySet<Role> = new Set(['abstract', 'introduction', 'conclusion', 'discussion', 'other', 'method']);

/**
 * What the paper itself contributes, by the keys of the candidates: what stands right after "we propose", "this paper
 * presents" and their like, after "called" in such a sentence, and after "our" and "the proposed".
 * @param keyOf the key of a printed name
 */
export function contributedNames(sentences: readonly NamedSentence[], keyOf: (name: string) => string): Set<string> {
  const found = new Set<string>();
  for (const { words, role, candidates } of sentences) {
    if (!telling.has(role)) continue;
    const lower = words.map(({ text }) => text.toLowerCase());
    const isOffered = offeredAt(lower);
    for (const { from, name, type } of candidates) {
      const before = lower[from - 1] ?? '';
      const isOwn = (before === 'our' || before === 'proposed') && (type === 'method' || type === 'tool');
      if (isOwn || isOffered(from)) found.add(keyOf(name));
    }
  }
  return found;
}

/**
 * The name that a title begins with, of a thing and not of a subject: `seaborn: statistical data visualization`. A name has
 * a capital or digit inside, or a word that few papers use.
 */
export function nameOfTitle(title: string): string | undefined {
  const [, before = ''] = /^([^:–—]{2,40}?)\s*(?::|\s[–—-])\s/u.exec(title) ?? [];
  const words = before
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const isName = words.length === 1 || (words.length <= 3 && words.every((word) => isNameLike([word])));
  return isName && words.some(isRare) ? words.join(' ') : undefined;
}

function isRare(word: string): boolean {
  return isNameLike([word.slice(1)]) || informationOf(singular(word.toLowerCase())) >= 10;
}

/** Whether the words at a place are what a sentence offers as its authors' own. */
function offeredAt(lower: readonly string[]): (from: number) => boolean {
  const verb = lower.findIndex((word, i) => verbs.test(word) && isSpoken(lower, i));
  if (verb < 0) return () => false;
  const called = lower.findIndex((word, i) => i > verb && naming.test(word));
  const end = lower.findIndex((word, i) => i > verb && beyond.test(word));
  return (from) => (called >= 0 ? from === called + 1 : from > verb && (end < 0 || from < end));
}

function isSpoken(lower: readonly string[], verb: number): boolean {
  let i = verb - 1;
  while (i >= 0 && verb - i <= 3 && between.test(lower[i] ?? '')) i--;
  const word = lower[i] ?? '';
  if (!speakers.test(word)) return false;
  return (
    word === 'we' || word === 'i' || lower[i - 1] === 'this' || lower[i - 1] === 'the' || lower[i - 1] === 'present'
  );
}
