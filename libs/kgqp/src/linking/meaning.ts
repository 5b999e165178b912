/** Words that give a question its shape or a condition its sense. */
export const operators = [
  'ask-things',
  'count',
  'yes-no',
  'prose',
  'most',
  'fewest',
  'top',
  'more-than',
  'at-least',
  'less-than',
  'at-most',
  'exactly',
  'several',
  'after',
  'since',
  'before',
  'until',
  'between',
  'or-later',
  'or-earlier',
  'not',
  'each',
  'average',
  'sum',
  'minimum',
  'maximum',
  'and',
  'or',
  'theirs',
  'last',
  'same',
  'both',
  'which-ones',
  'more',
  'fewer',
  'beyond',
  'filler',
  'any-relation',
] as const;
export type Operator = (typeof operators)[number];

export type Measure = { of: string; measure: string; descending: boolean };

/** What a phrase of the lexicon can stand for. */
export type Meaning =
  /** `byWay`: people call things of the class so, but do not ask for them by the word. */
  | { kind: 'class'; iri: string; byWay?: boolean }
  /**
   * A noun names what the relation leads to; otherwise the relation itself is named, by a word whose subject is where it
   * starts, or, when reversed, what it leads to.
   */
  | { kind: 'relation'; relation: string; noun: boolean; reversed?: boolean }
  | { kind: 'concept'; iri: string }
  /** Things of a class that have a concept: "tools" are entities of that type. */
  | { kind: 'typed'; cls: string; concept: string }
  | { kind: 'superlative'; measures: readonly Measure[] }
  | { kind: 'question-word'; denotes: readonly string[] }
  | { kind: 'number'; value: number }
  | { kind: 'ordinal'; value: number }
  | { kind: 'month'; value: number }
  | { kind: 'operator'; operator: Operator };
