import type { Lexicon } from '../linking/lexicon.ts';
import type { Mark } from './mark.ts';
import { isNamed } from './pending.ts';
import { readLexeme } from './read-lexeme.ts';
import { readNumber } from './read-number.ts';
import { Reading, type Stretch } from './reading.ts';
import { classesOf } from './senses.ts';
import { giveSuperlatives } from './superlatives.ts';
import type { WeighedWord } from './weighed-word.ts';

/** Reads marks from left to right. @returns what they say, and the words whose effect found nothing to act on */
export function readMarks(
  words: readonly WeighedWord[],
  marks: readonly Mark[],
  lexicon: Lexicon,
): { reading: Reading; unused: readonly Stretch[] } {
  const reading = new Reading(words, lexicon);
  for (const mark of marks) {
    readMark(reading, mark);
    reading.isFirst = false;
  }
  // "From 2021" without an end is that year.
  const open = reading.openRange?.years;
  if (open?.from !== undefined) open.to = open.from;
  // "Have an author in common": the word comes after what it is said of.
  const kinds = reading.pending.shared === true ? reading.items.filter((item) => !isNamed(item)) : [];
  const shared = (reading.isYesNo ? undefined : kinds.find(({ projected }) => projected)) ?? kinds.at(-1);
  if (shared !== undefined) shared.isShared = true;
  denyVerb(reading);
  return { reading, unused: [...reading.modifiers, ...giveSuperlatives(reading.items, reading.superlatives, lexicon)] };
}

function readMark(reading: Reading, mark: Mark): void {
  if (mark.kind === 'name') {
    reading.add(mark, { senses: [{ kind: 'class', cls: mark.match.cls }], names: [mark.match] });
  } else if (mark.kind === 'unknown-name') reading.add(mark, { unknownName: mark.text, isQuoted: mark.isQuoted });
  else if (mark.kind === 'number') readNumber(reading, mark, mark.value);
  else readLexeme(reading, mark, mark.meanings);
}

/** "References that are never cited": there is nothing that the verb leads from. */
function denyVerb(reading: Reading): void {
  const { pending, hints, items, lexicon } = reading;
  if (pending.negated !== true) return;
  reading.isBeyond = true;
  const verb = hints.findLast(({ relations }) => relations.length > 0);
  const [first] = items;
  if (verb === undefined || first === undefined || !verb.isReversed) return;
  const classes = classesOf(first.senses);
  // The last of the ways is the one that not all things have: each reference is in a paper, but not each is cited in a text.
  const use = verb.relations
    .toReversed()
    .flatMap((id) => (lexicon.relations.get(id) ?? []).toSorted((a, b) => a.cost - b.cost))
    .find(({ from, to }) => to !== undefined && classes.includes(to) && lexicon.namings.has(from));
  if (use === undefined) return;
  reading.isBeyond = false;
  reading.add({ from: verb.to, to: verb.to }, { senses: [{ kind: 'class', cls: use.from }] });
}
