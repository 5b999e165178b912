import type { InducedLexicon } from '../induce/induced-lexicon.ts';
import type { AggregateName, Condition, ForeignItem, What } from './foreign-item.ts';
import type { ForeignWord } from './foreign-word.ts';

/** What words have said of the item that comes next. */
export type Pending = {
  compare?: Condition['compare'];
  condition?: Condition;
  extreme?: boolean;
  /** The extreme is one of how many there are. */
  ranksCounts?: boolean;
  limit?: number;
  offset?: number;
  comparative?: { words: readonly string[]; isLeast: boolean; from: number };
  more?: boolean;
  bare?: number;
  top?: boolean;
  bothEnds?: boolean;
  negated?: boolean;
  grouped?: boolean;
  count?: boolean;
  aggregate?: AggregateName;
  joined?: 'and' | 'or' | 'theirs';
};

/** A question that is being read from left to right. */
export class OutlineState {
  readonly words: readonly ForeignWord[];
  readonly lexicon: InducedLexicon;
  readonly items: ForeignItem[] = [];
  pending: Pending = {};
  isYesNo = false;
  /** Where what is asked for begins, and where what is counted does. */
  askedAt: number | undefined;
  countsAt: number | undefined;
  asksFor: readonly string[] | undefined;
  asksLast = false;
  /** The end of the last number, and the condition that it stands in. */
  lastNumberTo = -1;
  lastCondition: { numbers: number[] } | undefined;
  /** What the reading costs: words that have found nothing to act on. */
  penalty = 0;

  constructor(words: readonly ForeignWord[], lexicon: InducedLexicon) {
    this.words = words;
    this.lexicon = lexicon;
  }

  /** Adds an item with everything that the words before it have said of it. */
  add({ from, to }: { from: number; to: number }, what: What, worth: number): void {
    if (this.#joinsEnds(what)) return;
    const { ranksCounts } = this.pending;
    if (ranksCounts === false && what.kind === 'node' && this.pending.count !== true) this.penalty += 0.8;
    const {
      condition,
      extreme,
      limit = 1,
      offset = 0,
      negated,
      grouped,
      count,
      aggregate,
      joined,
      compare,
      bare,
      bothEnds,
    } = this.pending;
    const isComma = this.words[from]?.afterComma === true;
    this.items.push({
      from,
      to,
      what,
      worth,
      ...(condition === undefined ? {} : { condition }),
      ...(extreme === undefined ? {} : { extreme: { descending: !extreme, limit, offset } }),
      ...(negated === true ? { negated } : {}),
      ...(grouped === true ? { grouped } : {}),
      ...(count === true ? { counted: true } : {}),
      ...(aggregate === undefined ? {} : { aggregate }),
      ...(bare === undefined ? {} : { bare }),
      ...(this.#isHad(from) ? { required: true } : {}),
      ...(what.kind === 'property' && this.#isPassive(to, what.iri) ? { isPassive: true } : {}),
      ...(bothEnds === true ? { bothEnds } : {}),
      ...(joined === undefined ? (isComma ? { joined: 'comma' } : {}) : { joined }),
    });
    this.pending = compare === undefined ? {} : { compare };
  }

  /** "Which one was founded first": the first or last by the value that was named just before. */
  inTime(descending: boolean): void {
    const last = this.items.at(-1);
    if (last?.what.kind === 'property' && last.extreme === undefined) {
      last.extreme = { descending, limit: 1, offset: 0 };
    } else this.penalty += 0.5;
  }

  /** "The lightest and heaviest": both ends of one measure. */
  #joinsEnds(what: What): boolean {
    const last = this.items.at(-1);
    const { extreme, joined } = this.pending;
    const isOther = last?.extreme !== undefined && extreme !== undefined && last.extreme.descending === extreme;
    if (!isOther || joined !== 'and' || what.kind !== 'measure' || last.what.kind !== 'measure') return false;
    if (!what.words.some((word) => last.what.kind === 'measure' && last.what.words.includes(word))) return false;
    last.bothEnds = true;
    this.pending = {};
    return true;
  }

  #isPassive(to: number, property: string): boolean {
    const { endings, agents } = this.lexicon.general.passive;
    const plain = this.words[to - 1]?.plain ?? '';
    const phrases = this.lexicon.schema.properties.get(property)?.phrases ?? [];
    const isItself = phrases.some(
      ({ stems, source }) => source !== 'comment' && stems.some((stem) => agents.has(stem)),
    );
    return endings.some((ending) => plain.endsWith(ending)) && !isItself;
  }

  /** "That have an abstract": the word stands just before, with an article at most between. */
  #isHad(from: number): boolean {
    const before = this.words.slice(Math.max(1, from - 2), from);
    return before.some(
      ({ stem }) => this.lexicon.general.operators.get(stem)?.includes('yes-no') === true && stem.startsWith('ha'),
    );
  }
}
