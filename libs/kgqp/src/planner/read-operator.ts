import type { Operator } from '../linking/meaning.ts';
import { asks, asksForCounts, asksLate } from './asking.ts';
import type { Comparison } from './outline.ts';
import { aggregates, comparisons } from './pending.ts';
import type { Reading, Stretch } from './reading.ts';
import { isYear, isYearWord } from './years.ts';

/** Takes an operator's effect; false when it has none here, so that the word may mean something else. */
export function readOperator(reading: Reading, mark: Stretch, operator: Operator): boolean {
  const compare = comparisons[operator];
  if (compare !== undefined) reading.pending.compare = compare;
  const aggregate = aggregates[operator];
  if (aggregate !== undefined && reading.items.length === 0) {
    reading.aggregate = aggregate;
    reading.askedAt = mark.to;
    return true;
  }
  // "How many … on average": the word may come last.
  if (aggregate === 'AVG' && reading.counts) {
    reading.aggregate = aggregate;
    return true;
  }
  if (isYearWord(operator) && isBeforeYear(reading, mark.to)) {
    reading.pending.year = operator;
    return true;
  }
  // "Before A" compares two dates.
  if (reading.isYesNo && (operator === 'after' || operator === 'before')) {
    return compares(reading, { by: 'date', more: operator === 'after' });
  }
  switch (operator) {
    case 'ask-things':
      if (reading.pending.joined === 'and' && reading.items.some(({ projected }) => projected)) {
        reading.pending.asked = true;
      }
      reading.whatAt = mark.from;
      return asks(reading, mark) || (!reading.isProse && asksLate(reading, mark));
    case 'which-ones':
      // "Is there one without keywords, and which?"
      if (reading.items.length === 0) return false;
      reading.isYesNo = false;
      if (mark.to < reading.words.length) reading.pending = { ...reading.pending, joined: 'and', asked: true };
      return true;
    case 'count':
      // "How many in A and how many in B" asks for one count each.
      if (reading.counts && reading.pending.joined === 'and') reading.pending.joined = 'and-count';
      asksForCounts(reading, mark);
      reading.counts = true;
      asks(reading, mark);
      return true;
    case 'yes-no':
      if (mark.from > 0) return false;
      reading.isYesNo = true;
      return true;
    case 'prose':
      reading.whatAt ??= mark.from;
      reading.isProse ||= reading.askedAt === undefined || reading.items.length === 0;
      return reading.isProse;
    case 'most':
    case 'fewest':
      reading.pending.rank = { descending: operator === 'most', limit: reading.pending.number ?? 1 };
      return true;
    case 'top':
      reading.pending.top = true;
      reading.top = reading.pending.number;
      return true;
    case 'several':
      reading.pending.compare = '>';
      reading.pending.number = 1;
      return true;
    case 'not':
      reading.pending.negated = true;
      return true;
    case 'each':
      reading.pending.grouped = true;
      return true;
    case 'theirs':
      reading.hints.push({ from: mark.from, to: mark.to, relations: [], isWeak: true, isReversed: false });
      reading.pending.joined = operator;
      return true;
    case 'and':
    case 'or':
      reading.pending.joined = operator;
      return true;
    case 'beyond':
      reading.isBeyond = true;
      return true;
    case 'same':
      reading.isOther = true;
      reading.pending.shared = true;
      return true;
    case 'both':
      reading.isBoth = true;
      return true;
    case 'more':
    case 'fewer':
      return compares(reading, { by: 'count', more: operator === 'more' });
    case 'last':
      reading.pending.ordinal = -1;
      return true;
    case 'or-later':
    case 'or-earlier':
      return widenYears(reading, operator);
    default:
      return compare !== undefined;
  }
}

/** Two things are compared, which takes a query of another form, or cannot be expressed. */
function compares(reading: Reading, comparison: Comparison): true {
  reading.comparison = comparison;
  reading.isBeyond = true;
  return true;
}

function isBeforeYear({ words }: Reading, at: number): boolean {
  return isYear(words[at]?.plain ?? '') || isYear(words[at + 1]?.plain ?? '');
}

function widenYears(reading: Reading, operator: 'or-later' | 'or-earlier'): boolean {
  const years = reading.items.at(-1)?.years;
  if (years === undefined) return false;
  reading.openRange = undefined;
  if (operator === 'or-later') delete years.to;
  else delete years.from;
  return true;
}
