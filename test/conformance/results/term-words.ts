import type { Literal, Term } from '@rdfjs/types';

const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** The types that are `xsd:integer` with a smaller range: the same numbers. */
const integers = new Set(
  (
    'integer byte short int long unsignedByte unsignedShort unsignedInt unsignedLong positiveInteger negativeInteger ' +
    'nonPositiveInteger nonNegativeInteger'
  ).split(' '),
);

/** Words that are the same for equal terms. Blank nodes have none of their own. */
export type TermWords = (term: Term) => string;

/** Terms are equal as RDF has it: the lexical form counts. Language tags have no case. */
export const exactWords: TermWords = (term) => {
  if (term.termType === 'BlankNode') return '[]';
  if (term.termType !== 'Literal') return `<${term.value}>`;
  return literalWords(term, term.value, term.datatype.value);
};

/** Terms are equal when their values are: `1.0E4` is `10000`, `+00:00` is `Z`, and a short integer is an integer. */
export const valueWords: TermWords = (term) => {
  if (term.termType !== 'Literal' || !term.datatype.value.startsWith(xsd)) return exactWords(term);
  const type = term.datatype.value.slice(xsd.length);
  const value = term.value.trim();
  if (integers.has(type) && /^[+-]?\d+$/u.test(value)) return literalWords(term, String(BigInt(value.replace(/^\+/u, ''))), `${xsd}integer`);
  if (type === 'decimal' && /^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(value)) return literalWords(term, decimal(value), `${xsd}decimal`);
  if ((type === 'double' || type === 'float') && value !== '' && !Number.isNaN(Number(value))) {
    return literalWords(term, String(Number(value)), `${xsd}${type}`);
  }
  if (type === 'boolean') return literalWords(term, value === '1' ? 'true' : value === '0' ? 'false' : value, `${xsd}boolean`);
  if (type === 'dateTime' || type === 'date' || type === 'time') {
    return literalWords(term, value.replace(/[+-]00:00$/u, 'Z'), `${xsd}${type}`);
  }
  return exactWords(term);
};

function decimal(value: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)0*(\d*)\.?(\d*?)0*$/u.exec(value) ?? [];
  return `${sign === '-' ? '-' : ''}${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function literalWords({ language }: Literal, value: string, datatype: string): string {
  return `${JSON.stringify(value)}${language === '' ? `^^<${datatype}>` : `@${language.toLowerCase()}`}`;
}
