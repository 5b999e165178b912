import { canonicalText, escapeLiteral } from './n-quads.ts';
import { rdf, xsd } from './terms.ts';

/** Collects the statements of one named graph as lines of N-Quads. */
export class GraphLines {
  readonly #lines: string[] = [];
  readonly #end: string;

  constructor(graph: string) {
    this.#end = ` <${graph}> .`;
  }

  iri(subject: string, predicate: string, object: string): void {
    this.#lines.push(`<${subject}> <${predicate}> <${object}>${this.#end}`);
  }

  /** A plain text; nothing where there is none. */
  text(subject: string, predicate: string, value: string | undefined): void {
    if (value === undefined) return;
    this.#lines.push(`<${subject}> <${predicate}> "${escapeLiteral(value)}"${this.#end}`);
  }

  typed(subject: string, predicate: string, lexical: string, datatype: string): void {
    this.#lines.push(`<${subject}> <${predicate}> "${escapeLiteral(lexical)}"^^<${datatype}>${this.#end}`);
  }

  integer(subject: string, predicate: string, value: number | undefined): void {
    if (value !== undefined) this.typed(subject, predicate, String(value), xsd.integer);
  }

  double(subject: string, predicate: string, value: number | undefined): void {
    if (value !== undefined) this.typed(subject, predicate, canonicalDouble(value), xsd.double);
  }

  boolean(subject: string, predicate: string, value: boolean): void {
    this.typed(subject, predicate, String(value), xsd.boolean);
  }

  json(subject: string, predicate: string, value: unknown): void {
    this.typed(subject, predicate, JSON.stringify(value), rdf.JSON);
  }

  /** The statements as canonical N-Quads. */
  build(): string {
    return canonicalText(this.#lines);
  }
}

/** The canonical form of xsd:double (XML Schema 2, 3.2.5.2), with as many digits as tell the number from all others. */
function canonicalDouble(value: number): string {
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  const mantissa = digits.includes('.') ? digits : `${digits}.0`;
  return `${Object.is(value, -0) ? '-' : ''}${mantissa}E${exponent.replace('+', '')}`;
}
