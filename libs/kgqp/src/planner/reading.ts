import type { Lexicon } from '../linking/lexicon.ts';
import type { Hint, Item } from './item.ts';
import type { AggregateName, Comparison } from './outline.ts';
import { isAlternative, isNamed, itemFrom, type Pending } from './pending.ts';
import type { FoundSuperlative } from './superlatives.ts';
import type { WeighedWord } from './weighed-word.ts';

/** A stretch of words: the first, and the one after the last. */
export type Stretch = { from: number; to: number };

/** What the marks of a question have said so far; words that modify wait in `pending` for the item that they modify. */
export class Reading {
  readonly words: readonly WeighedWord[];
  readonly lexicon: Lexicon;
  readonly items: Item[] = [];
  readonly hints: Hint[] = [];
  /** The word after those that ask. */
  askedAt: number | undefined;
  /** Where a word stands that asks, and may stand for what is asked for: "what". */
  whatAt: number | undefined;
  counts = false;
  aggregate: AggregateName | undefined;
  isYesNo = false;
  isProse = false;
  /** Things that share something with a named one are meant, not that one. */
  isOther = false;
  /** What is said holds for each of two things. */
  isBoth = false;
  /** Two things are compared. */
  comparison: Comparison | undefined;
  /** Something is asked that these queries cannot express. */
  isBeyond = false;
  /** No mark has been read yet. */
  isFirst = true;
  pending: Pending = {};
  /** Words whose effect has found nothing to act on so far. */
  modifiers: Stretch[] = [];
  readonly superlatives: FoundSuperlative[] = [];
  /** The number of "top 5", until something is ranked. */
  top: number | undefined;
  /** The item whose range of years is open at its end. */
  openRange: Item | undefined;

  constructor(words: readonly WeighedWord[], lexicon: Lexicon) {
    this.words = words;
    this.lexicon = lexicon;
  }

  add(mark: Stretch, given: Partial<Item>): void {
    const { pending } = this;
    const joined = pending.joined ?? (this.#isListed(mark.from) ? 'and' : undefined);
    const before = this.items.at(-1);
    this.pending = {};
    this.modifiers = [];
    const isOneOf = (joined === 'or' || joined === 'and-count') && isNamed(given);
    const other = isOneOf ? this.items.findLast((item) => isAlternative(item, given)) : undefined;
    if (other !== undefined) {
      other.names = [...other.names, ...(given.names ?? [])];
      other.to = mark.to;
      if (joined === 'and-count') other.grouped = true;
      return;
    }
    const isKind = !isNamed(given) && given.years === undefined;
    const isAskedToo = pending.asked === true || this.#asksAgain(mark.from);
    const goesOn = joined === 'and' && (before?.projected === true || given.isQuestionWord === true || isAskedToo);
    // "At least one" says no more than that there is one.
    const { compare, number, ...unlimited } = pending;
    const isAny = compare === '>=' && number === 1;
    const item = itemFrom(mark, given, isAny ? unlimited : pending, this.top ?? number ?? 1);
    const isAskable = isKind && given.isByWay !== true && item.count === undefined;
    // What is asked for is a column; it is told apart when all items are known.
    item.projected = isAskable && (this.items.length === 0 || joined === 'theirs' || goesOn);
    item.isDefinite = isKind && this.#isDefinite(mark);
    item.isOne = isKind && this.#isOne(mark);
    item.isAdded = joined === 'and';
    // "Per journal and year".
    const goesOnGrouping = joined === 'and' && before?.grouped === true && mark.from - before.to <= 1;
    item.grouped = isKind && (pending.grouped === true || goesOnGrouping || this.#isGroupedBy(mark.from, given));
    this.items.push(item);
  }

  /** "The paper", and not "papers" or "the papers". */
  #isDefinite(mark: Stretch): boolean {
    return this.#isOne(mark) && this.words[mark.from - 1]?.stem === this.lexicon.definiteWord;
  }

  #isOne({ to }: Stretch): boolean {
    const last = this.words[to - 1];
    return !(last?.plain.endsWith('s') === true && last.plain !== last.stem);
  }

  /** "… and what do they mean": the phrase asks once more. */
  #asksAgain(from: number): boolean {
    const meanings = this.lexicon.lexemes.get(this.words[from]?.stem ?? '')?.meanings ?? [];
    return meanings.some((meaning) => meaning.kind === 'operator' && meaning.operator === 'ask-things');
  }

  /** "DOI, title and year": after a comma the list of what is asked for goes on. */
  #isListed(from: number): boolean {
    const before = this.items.at(-1);
    return before?.projected === true && before.to === from && this.words[from]?.afterComma === true;
  }

  /** "How many papers by year": the word names no one who wrote, so it groups. */
  #isGroupedBy(from: number, { senses = [] }: Partial<Item>): boolean {
    const by = this.hints.at(-1);
    if (!this.counts || by === undefined || senses.length === 0) return false;
    if (this.words[by.from]?.stem !== this.lexicon.groupingWord) return false;
    const ends = by.relations.flatMap((id) => this.lexicon.relations.get(id) ?? []).map(({ to }) => to);
    const isDoer = senses.some((sense) => sense.kind !== 'value' && ends.includes(sense.cls));
    return by.to === by.from + 1 && from - by.to <= 1 && !isDoer;
  }
}
