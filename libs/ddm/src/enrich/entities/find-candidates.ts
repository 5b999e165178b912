import type { EntityType } from '@askg/contract';
import { singular } from '../keywords/fold-phrase.ts';
import { stopWords } from '../keywords/stop-words.ts';
import type { Candidate } from './candidate.ts';
import { type Range, cleanSpan } from './clean-span.ts';
import { dataNouns, knownTools, languages, toolNouns } from './cue-words.ts';
import { isNameLike, taggedType, toldType } from './entity-type.ts';
import type { Tagger } from './model/tagger.ts';
import { foldWord } from './model/word-classes.ts';
import type { Word } from './model/words.ts';

/** Names that a cue or a list tells, where the tagger saw none. */
const cueScore = 0.5;

/** What a sentence names, in order and apart from each other: what the tagger finds, then what cue words tell. */
export function findCandidates(words: readonly Word[], text: string, tagger: Tagger): Candidate[] {
  const found: Candidate[] = [];
  const add = (range: Range, score: number, typeOf: (names: string[]) => EntityType): void => {
    if (found.some(({ from, to }) => range.from < to && range.to > from)) return;
    const names = words.slice(range.from, range.to).map((word) => word.text);
    const told = toldType(names, words[range.to]?.text);
    found.push({
      ...range,
      name: nameOf(words, range, text),
      type: told ?? typeOf(names),
      isTold: told !== undefined,
      score,
    });
  };
  for (const span of tagger.tag(words.map((word) => word.text))) {
    if (span.kind === 'generic') continue;
    for (const range of cleanSpan(words, span).map((each) => withoutKind(words, each))) {
      add(range, span.score, (names) => taggedType(span.kind, names));
    }
  }
  for (const { range, type } of cuedNames(words)) add(range, cueScore, () => type);
  return found.toSorted((a, b) => a.from - b.from);
}

/** `SQuAD dataset` is the data set SQuAD, `GIPSY software package` the tool GIPSY, `English language` English. */
function withoutKind(words: readonly Word[], { from, to }: Range): Range {
  let end = to;
  while (end - from > 1 && isKind(words[end - 1]?.text ?? '')) end--;
  return end < to && isNamePart(words[end - 1]?.text ?? '', end === 1) ? { from, to: end } : { from, to };
}

function isKind(word: string): boolean {
  const noun = singular(word);
  return dataNouns.has(noun) || toolNouns.has(noun) || noun === 'data' || noun === 'set' || noun === 'language';
}

/** The name as it is printed, white space made plain. */
export function nameOf(words: readonly Word[], { from, to }: Range, text: string): string {
  return text.slice(words[from]?.start, words[to - 1]?.end).replaceAll(/\s+/gu, ' ');
}

/** `the SQuAD dataset`, `the seaborn package`; languages and software that are known by name. */
function cuedNames(words: readonly Word[]): { range: Range; type: EntityType }[] {
  const found: { range: Range; type: EntityType }[] = [];
  for (const [i, { text }] of words.entries()) {
    const word = foldWord(text);
    if (languages.has(word) && /^\p{Lu}/u.test(text)) found.push({ range: { from: i, to: i + 1 }, type: 'language' });
    else if (knownTools.has(word) && /^\p{Lu}|[+#]$/u.test(text)) {
      found.push({ range: { from: i, to: i + 1 }, type: 'tool' });
    } else {
      const noun = singular(word);
      const type = dataNouns.has(noun) ? 'dataset' : toolNouns.has(noun) ? 'tool' : undefined;
      let from = i;
      while (from > 0 && isNamePart(words[from - 1]?.text ?? '', from === 1)) from--;
      if (type !== undefined && from < i && i - from <= 4) found.push({ range: { from, to: i }, type });
    }
  }
  return found;
}

/** The first word of a sentence is a part of a name only if more than its first letter says so. */
function isNamePart(word: string, isFirst: boolean): boolean {
  const printed = isFirst ? word.slice(0, 1).toLowerCase() + word.slice(1) : word;
  return isNameLike([printed]) && /\p{L}{2}/u.test(word) && !stopWords.has(word.toLowerCase());
}
