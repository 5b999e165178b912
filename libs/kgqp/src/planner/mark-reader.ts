import { ddm } from '@askg/ddm';
import type { Lexicon } from '../linking/lexicon.ts';
import type { Meaning, Operator } from '../linking/meaning.ts';
import type { Hint, Item } from './item.ts';
import type { Mark } from './mark.ts';
import type { AggregateName } from './outline.ts';
import { aggregates, comparisons, isAlternative, isNamed, itemFrom, modifiers, type Pending } from './pending.ts';
import { sensesOf } from './senses.ts';
import { type FoundSuperlative, giveSuperlatives } from './superlatives.ts';
import type { WeighedWord } from './weighed-word.ts';
import { isYear, isYearWord, yearsFrom } from './years.ts';

/** Reads marks from left to right; words that modify wait for the item that they modify. */
export class MarkReader {
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
  /** Something is asked that these queries cannot express. */
  isBeyond = false;
  readonly #words: readonly WeighedWord[];
  readonly #lexicon: Lexicon;
  readonly #superlatives: FoundSuperlative[] = [];
  /** Words whose effect found nothing to act on. */
  readonly unused: { from: number; to: number }[] = [];
  #modifiers: { from: number; to: number }[] = [];
  #pending: Pending = {};
  /** The number of "top 5", until something is ranked. */
  #top: number | undefined;
  /** The item whose range of years is open at its end. */
  #openRange: Item | undefined;
  #isFirst = true;

  constructor(words: readonly WeighedWord[], lexicon: Lexicon) {
    this.#words = words;
    this.#lexicon = lexicon;
  }

  read(mark: Mark): void {
    if (mark.kind === 'name') {
      this.#add(mark, { senses: [{ kind: 'class', cls: mark.match.cls }], names: [mark.match] });
    } else if (mark.kind === 'unknown-name') this.#add(mark, { unknownName: mark.text, isQuoted: mark.isQuoted });
    else if (mark.kind === 'number') this.#number(mark, mark.value);
    else this.#lexeme(mark, mark.meanings);
    this.#isFirst = false;
  }

  /** Gives the superlatives to the items that they are of, and returns all items. */
  finish(): Item[] {
    // "From 2021" without an end is that year.
    const open = this.#openRange?.years;
    if (open?.from !== undefined) open.to = open.from;
    // "Have an author in common": the word comes after what it is said of.
    const shared = this.#pending.shared === true ? this.items.findLast((item) => !isNamed(item)) : undefined;
    if (shared !== undefined) shared.isShared = true;
    this.unused.push(...this.#modifiers, ...giveSuperlatives(this.items, this.#superlatives, this.#lexicon));
    return this.items;
  }

  #lexeme(mark: Mark, meanings: readonly Meaning[]): void {
    const of = <K extends Meaning['kind']>(kind: K) =>
      meanings.filter((meaning): meaning is Extract<Meaning, { kind: K }> => meaning.kind === kind);
    const [superlative] = of('superlative');
    // "The first paper" is the earliest; "the first author" is the one in the first place.
    const isPlace = of('ordinal').length > 0 || of('operator').some(({ operator }) => operator === 'last');
    const isDual = superlative !== undefined && isPlace;
    if (superlative !== undefined) {
      const limit = this.#pending.number ?? this.#top ?? 1;
      this.#superlatives.push({ from: mark.from, to: mark.to, measures: superlative.measures, limit, isDual });
      if (!isDual) {
        this.#pending = {};
        return;
      }
    }
    const [value] = [...of('number'), ...of('ordinal')];
    if (value?.kind === 'number') return this.#number(mark, value.value);
    if (value?.kind === 'ordinal') {
      this.#pending.ordinal = value.value;
      this.#modifiers.push(mark);
      return;
    }
    const [question] = of('question-word');
    if (question !== undefined) {
      this.#questionWord(mark, question.denotes);
      return;
    }
    const senses = sensesOf(meanings, this.#lexicon);
    // A measure is tried before a superlative: "the maximum number of authors" may ask for a number.
    const operators = of('operator')
      .map(({ operator }) => operator)
      .toSorted((a, b) => Number(b in aggregates) - Number(a in aggregates));
    if (operators.some((operator) => this.#operator(mark, operator))) {
      if (operators.some((operator) => modifiers.has(operator))) this.#modifiers.push(mark);
      // "How often" counts papers without naming them.
      if (senses.length > 0 && operators.includes('count')) {
        this.askedAt = mark.from;
        this.#add(mark, { senses });
      }
      return;
    }
    const concepts = senses.length > 0 ? [] : of('concept').map(({ iri }) => iri);
    const isByWay = meanings.some((meaning) => meaning.kind === 'class' && meaning.byWay === true);
    if (senses.length > 0 || concepts.length > 0) this.#add(mark, { senses, concepts, isByWay });
    else this.#hint(mark, meanings);
  }

  /** Takes an operator's effect; false when it has none here, so that the word may mean something else. */
  #operator(mark: Mark, operator: Operator): boolean {
    const compare = comparisons[operator];
    if (compare !== undefined) this.#pending.compare = compare;
    const aggregate = aggregates[operator];
    if (aggregate !== undefined && this.items.length === 0) {
      this.aggregate = aggregate;
      this.askedAt = mark.to;
      return true;
    }
    // "How many … on average": the word may come last.
    if (aggregate === 'AVG' && this.counts) {
      this.aggregate = aggregate;
      return true;
    }
    if (isYearWord(operator) && this.#isBeforeYear(mark.to)) {
      this.#pending.year = operator;
      return true;
    }
    switch (operator) {
      case 'ask-things':
        this.whatAt = mark.from;
        return this.#asks(mark) || this.#asksLate(mark);
      case 'which-ones':
        // "Is there one without keywords, and which?"
        if (this.items.length === 0) return false;
        this.isYesNo = false;
        return true;
      case 'count':
        // "How many in A and how many in B" asks for one count each.
        if (this.counts && this.#pending.joined === 'and') this.#pending.joined = 'and-count';
        this.#countOfEach(mark);
        this.counts = true;
        this.#asks(mark);
        return true;
      case 'yes-no':
        if (mark.from > 0) return false;
        this.isYesNo = true;
        return true;
      case 'prose':
        this.whatAt ??= mark.from;
        this.isProse ||= this.askedAt === undefined || this.items.length === 0;
        return this.isProse;
      case 'most':
      case 'fewest':
        this.#pending.rank = { descending: operator === 'most', limit: this.#pending.number ?? 1 };
        return true;
      case 'top':
        this.#pending.top = true;
        this.#top = this.#pending.number;
        return true;
      case 'several':
        this.#pending.compare = '>';
        this.#pending.number = 1;
        return true;
      case 'not':
        this.#pending.negated = true;
        return true;
      case 'each':
        this.#pending.grouped = true;
        return true;
      case 'theirs':
        this.hints.push({ from: mark.from, to: mark.to, relations: [], isWeak: true, isReversed: false });
        this.#pending.joined = operator;
        return true;
      case 'and':
      case 'or':
        this.#pending.joined = operator;
        return true;
      case 'beyond':
        this.isBeyond = true;
        return true;
      case 'same':
        this.isOther = true;
        this.#pending.shared = true;
        return true;
      case 'both':
        this.isBoth = true;
        return true;
      case 'last':
        this.#pending.ordinal = -1;
        return true;
      case 'or-later':
      case 'or-earlier':
        return this.#widenYears(operator);
      default:
        return compare !== undefined;
    }
  }

  /** "List the papers with the number of references": what was asked for first is counted for. */
  #countOfEach(mark: Mark): void {
    const [first] = this.items;
    const isWith = this.#pending.joined !== undefined || this.hints.at(-1)?.to === mark.from;
    if (this.counts || first?.projected !== true || !isWith) return;
    first.projected = false;
    first.grouped = true;
    this.askedAt = mark.to;
    this.#pending = {};
  }

  /** "Is one without a year? Which?", and "tables but no figures: which papers?" */
  #asksLate({ from, to }: Mark): boolean {
    const left = this.#words.length - to;
    const isKind = this.#lexicon.lexemes
      .get(this.#words[to]?.stem ?? '')
      ?.meanings.some(({ kind }) => kind === 'class');
    if (this.items.length === 0 || left > 1 || (left === 1 && (isKind !== true || this.#words[from - 1]?.isFiller))) {
      return false;
    }
    this.isYesNo = false;
    if (left === 0) return true;
    this.askedAt = to;
    for (const item of this.items) item.projected = false;
    return true;
  }

  #asks(mark: Mark): boolean {
    if (this.items.length > 0 || (this.askedAt !== undefined && !this.#isFirst && this.askedAt <= mark.from)) {
      return false;
    }
    this.askedAt = mark.to;
    return true;
  }

  #isBeforeYear(at: number): boolean {
    return isYear(this.#words[at]?.plain ?? '') || isYear(this.#words[at + 1]?.plain ?? '');
  }

  #number(mark: Mark, value: number): void {
    const last = this.items.at(-1);
    if (isYear(String(value)) && this.#pending.compare === undefined) {
      // The second year of "between 2019 and 2021" or "from 2019 to 2021" closes the range that the first opened.
      if (last?.years !== undefined && last === this.#openRange && mark.from - last.to <= 2) {
        last.years.to = value;
        last.to = mark.to;
        this.#openRange = undefined;
        return;
      }
      const opens = this.#pending.year === 'between';
      this.#add(mark, { years: yearsFrom(this.#pending.year, value) });
      if (opens) this.#openRange = this.items.at(-1);
      return;
    }
    if (this.#pending.top === true) this.#top = value;
    const isLabel =
      last !== undefined &&
      last.to === mark.from &&
      last.senses.some(({ kind }) => kind === 'class') &&
      last.names.length === 0;
    if (isLabel && this.#pending.compare === undefined) {
      last.ordinal = value;
      last.to = mark.to;
    } else {
      this.#pending.number = value;
      this.#modifiers.push(mark);
    }
  }

  #widenYears(operator: 'or-later' | 'or-earlier'): boolean {
    const years = this.items.at(-1)?.years;
    if (years === undefined) return false;
    this.#openRange = undefined;
    if (operator === 'or-later') delete years.to;
    else delete years.from;
    return true;
  }

  #questionWord(mark: Mark, denoted: readonly string[]): void {
    const isLater = this.items.length > 0 || (this.askedAt !== undefined && this.askedAt < mark.from);
    if (isLater && this.#pending.joined === undefined) return this.#object(mark, denoted);
    const meanings = denoted.map((iri): Meaning =>
      this.#lexicon.vocabulary.classes.has(iri)
        ? { kind: 'class', iri }
        : { kind: 'relation', relation: iri, noun: true },
    );
    this.#asks(mark);
    // It stands where it asks, so that it is what is asked for.
    if (!isLater) this.askedAt = mark.from;
    this.#add(mark, { senses: sensesOf(meanings, this.#lexicon), isQuestionWord: true });
  }

  /** "Cite something that …": what the verb leads to. */
  #object(mark: Mark, denoted: readonly string[]): void {
    const verb = this.hints.at(-1);
    if (verb === undefined || verb.isWeak || verb.to !== mark.from || !denoted.includes(ddm.Paper)) return;
    const { relations, directed, namings } = this.#lexicon;
    const use = verb.relations
      .filter((id) => directed.has(id))
      .flatMap((id) => relations.get(id) ?? [])
      .find(({ to }) => to !== undefined && namings.has(to));
    if (use?.to !== undefined)
      this.#add(mark, { senses: [{ kind: 'class', cls: verb.isReversed ? use.from : use.to }] });
  }

  #hint(mark: Mark, meanings: readonly Meaning[]): void {
    const relations = meanings.flatMap((meaning) => (meaning.kind === 'relation' ? [meaning.relation] : []));
    const isAny = meanings.some((meaning) => meaning.kind === 'operator' && meaning.operator === 'any-relation');
    const isFiller = this.#words.slice(mark.from, mark.to).every((word) => word.isFiller);
    const isReversed = meanings.some((meaning) => meaning.kind === 'relation' && meaning.reversed === true);
    if (relations.length > 0 || isAny) {
      this.hints.push({ from: mark.from, to: mark.to, relations, isWeak: isFiller || isAny, isReversed });
    }
  }

  /** "The paper", and not "papers" or "the papers". */
  #isDefinite(mark: Mark): boolean {
    return this.#isOne(mark) && this.#words[mark.from - 1]?.stem === this.#lexicon.definiteWord;
  }

  #isOne({ to }: Mark): boolean {
    const last = this.#words[to - 1];
    return !(last?.plain.endsWith('s') === true && last.plain !== last.stem);
  }

  /** "DOI, title and year": after a comma the list of what is asked for goes on. */
  #isListed(from: number): boolean {
    const before = this.items.at(-1);
    return before?.projected === true && before.to === from && this.#words[from]?.afterComma === true;
  }

  /** "How many papers by year": the word names no one who wrote, so it groups. */
  #isGroupedBy(from: number, { senses = [] }: Partial<Item>): boolean {
    const by = this.hints.at(-1);
    if (
      !this.counts ||
      by === undefined ||
      senses.length === 0 ||
      this.#words[by.from]?.stem !== this.#lexicon.groupingWord
    ) {
      return false;
    }
    const ends = by.relations.flatMap((id) => this.#lexicon.relations.get(id) ?? []).map(({ to }) => to);
    const isDoer = senses.some((sense) => sense.kind !== 'value' && ends.includes(sense.cls));
    return by.to === by.from + 1 && from - by.to <= 1 && !isDoer;
  }

  #add(mark: Mark, given: Partial<Item>): void {
    const pending = this.#pending;
    const joined = pending.joined ?? (this.#isListed(mark.from) ? 'and' : undefined);
    const before = this.items.at(-1);
    this.#pending = {};
    this.#modifiers = [];
    const isOneOf = (joined === 'or' || joined === 'and-count') && isNamed(given);
    const other = isOneOf ? this.items.findLast((item) => isAlternative(item, given)) : undefined;
    if (other !== undefined) {
      other.names = [...other.names, ...(given.names ?? [])];
      other.to = mark.to;
      if (joined === 'and-count') other.grouped = true;
      return;
    }
    const isKind = !isNamed(given) && given.years === undefined;
    const goesOn = joined === 'and' && (before?.projected === true || given.isQuestionWord === true);
    // "At least one" says no more than that there is one.
    const { compare, number, ...unlimited } = pending;
    const isAny = compare === '>=' && number === 1;
    const item = itemFrom(mark, given, isAny ? unlimited : pending, this.#top ?? number ?? 1);
    // What is asked for is a column; it is told apart when all items are known.
    item.projected =
      isKind &&
      given.isByWay !== true &&
      item.count === undefined &&
      (this.items.length === 0 || joined === 'theirs' || goesOn);
    item.isDefinite = isKind && this.#isDefinite(mark);
    item.isOne = isKind && this.#isOne(mark);
    item.isAdded = joined === 'and';
    item.grouped = isKind && (pending.grouped === true || this.#isGroupedBy(mark.from, given));
    this.items.push(item);
  }
}
