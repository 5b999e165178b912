import type { BoundTerm } from '@askg/contract';

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const numeric = new Set(
  ['integer', 'decimal', 'double', 'float', 'int', 'long', 'nonNegativeInteger'].map((t) => xsd + t),
);

/** Years and ordinals are numbers that nobody writes with a thousands separator; counts of that size are. */
const ungrouped = 9_999;

/**
 * A value of a result row as it is read: numbers with thousands separators and at most two decimals, booleans as yes and
 * no, a term of a vocabulary by its local name.
 */
export function formatTerm(term: BoundTerm): string {
  if (term.type === 'uri') return localName(term.value);
  if (term.datatype === `${xsd}boolean`) return term.value === 'true' || term.value === '1' ? 'yes' : 'no';
  if (term.datatype !== undefined && numeric.has(term.datatype)) return formatNumber(term.value);
  return term.value.replaceAll(/\s+/g, ' ').trim();
}

export function isNumber(term: BoundTerm | undefined): boolean {
  return term?.datatype !== undefined && numeric.has(term.datatype);
}

function formatNumber(value: string): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const useGrouping = Math.abs(number) > ungrouped;
  return new Intl.NumberFormat('en', { maximumFractionDigits: 2, useGrouping }).format(number);
}

/** What stands after the hash of a vocabulary's term; every other IRI as it is. */
function localName(iri: string): string {
  return /#(.+)$/.exec(iri)?.[1] ?? iri;
}
