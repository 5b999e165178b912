import type { Comparison } from '@askg/graph';
import type { Operator } from '../linking/meaning.ts';
import type { Condition } from './foreign-item.ts';

/** What words compare with a number. */
export const comparisons: Partial<Record<Operator, Condition['compare']>> = {
  'more-than': '>',
  'at-least': '>=',
  'less-than': '<',
  'at-most': '<=',
  exactly: '=',
  between: 'between',
  after: '>',
  since: '>=',
  before: '<',
  until: '<=',
};

/** What is meant when the comparison is denied. */
export const opposites: Record<Comparison, Comparison> = {
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '>',
  '=': '!=',
  '!=': '=',
};
