import type { Expression, Term } from '@askg/graph';
import type { Years } from './item.ts';
import { integer } from './terms.ts';

/** That a value is one of the years, or in their month. */
export function inYears(value: Term, { from, to, month }: Years): Expression {
  if (month !== undefined) return inMonth(value, month, from === to ? from : undefined);
  if (from !== undefined && from === to) return { compare: '=', left: value, right: integer(from) };
  const all: Expression[] = [
    ...(from === undefined ? [] : [{ compare: '>=' as const, left: value, right: integer(from) }]),
    ...(to === undefined ? [] : [{ compare: '<=' as const, left: value, right: integer(to) }]),
  ];
  return all.length === 1 && all[0] !== undefined ? all[0] : { all };
}

/** Dates are told by their text, as they may be months or days: "2024-02", "2024-02-18". */
function inMonth(value: Term, month: number, year: number | undefined): Expression {
  const text: Expression = { call: 'STR', with: [value] };
  const two = String(month).padStart(2, '0');
  if (year !== undefined) return { call: 'STRSTARTS', with: [text, { literal: `${year}-${two}` }] };
  return { compare: '=', left: { call: 'SUBSTR', with: [text, integer(6), integer(2)] }, right: { literal: two } };
}
