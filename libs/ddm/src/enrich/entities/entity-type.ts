import type { EntityType } from '@askg/contract';
import { singular } from '../keywords/fold-phrase.ts';
import {
  dataNouns,
  knownDatasets,
  knownTools,
  languages,
  metricNouns,
  organisationNouns,
  toolNouns,
} from './cue-words.ts';
import type { Kind } from './model/labels.ts';
import { foldWord } from './model/word-classes.ts';

/**
 * The type that a name's own words or the noun after it tell: languages and software and data sets that are known by name,
 * and what is called a data set or a piece of software. Such a sign says more than what the tagger takes the name for.
 * @param words of the name; `after` is the next one of the sentence
 */
export function toldType(words: readonly string[], after: string | undefined): EntityType | undefined {
  const folded = words.map(foldWord);
  const head = singular(folded.at(-1) ?? '');
  const next = after === undefined ? '' : singular(foldWord(after));
  const whole = folded.join(' ');
  if (/^\p{Lu}/u.test(words[0] ?? '') && areLanguages(folded)) return 'language';
  if (isNameLike(words) && folded.some((word) => organisationNouns.has(singular(word)))) return 'other';
  if (folded.some((word) => knownTools.has(word))) return 'tool';
  if (toolNouns.has(head) && (isNameLike(words) || words.length <= 2)) return 'tool';
  if (isNameLike(words) && toolNouns.has(next)) return 'tool';
  if (knownDatasets.has(whole)) return 'dataset';
  if (isNameLike(words) && (dataNouns.has(head) || dataNouns.has(next) || next === 'data')) return 'dataset';
  return metricNouns.has(whole) ? 'metric' : undefined;
}

/** `English`, `English and Spanish`, `the Welsh language`. */
function areLanguages(words: readonly string[]): boolean {
  const others = words.filter((word) => !languages.has(word));
  return others.length < words.length && others.every((word) => /^(?:and|or|,|languages?)$/u.test(word));
}

/**
 * The published type (the seven of ASKG, and Metric) of what the tagger found: tasks are research problems; materials are data
 * sets where they have a name, other resources where not. What a paper itself contributes is told later (`contributed-names.ts`).
 */
export function taggedType(kind: Kind, words: readonly string[]): EntityType {
  if (kind === 'task') return 'research-problem';
  if (kind === 'method' || kind === 'metric') return kind;
  if (kind !== 'material') return 'other';
  return isNameLike(words) || dataNouns.has(singular(foldWord(words.at(-1) ?? ''))) ? 'dataset' : 'resource';
}

/** Whether a word of it is written as names are: a capital or a digit after the first letter, or a capital first one. */
export function isNameLike(words: readonly string[]): boolean {
  return words.some((word) => /^\p{Lu}|.\p{Lu}|\p{L}\p{N}/u.test(word));
}
