import type { Expression, Iri, Pattern, Term, Variable } from '@askg/graph';
import type { InducedLexicon } from '../induce/induced-lexicon.ts';
import { rdfType } from '../linking/rdf-reader.ts';
import type { Condition } from './foreign-item.ts';
import type { ForeignDraft, ForeignNode, Measure, ValueRef } from './foreign-plan.ts';
import type { ForeignVariables } from './foreign-variables.ts';

const decimal = 'http://www.w3.org/2001/XMLSchema#decimal';
/** In a list of IRIs or values in a query. */
const mostInList = 100;

/** The patterns of a draft: of the query itself, and of each block that is optional or ruled out. */
export class ForeignPatterns {
  readonly #draft: ForeignDraft;
  readonly #lexicon: InducedLexicon;
  readonly #variables: ForeignVariables;
  readonly #measures: readonly Measure[];

  /** @param measures all values that the query needs */
  constructor(draft: ForeignDraft, lexicon: InducedLexicon, variables: ForeignVariables, measures: readonly Measure[]) {
    this.#draft = draft;
    this.#lexicon = lexicon;
    this.#variables = variables;
    this.#measures = measures;
  }

  /** The whole WHERE. */
  all(): Pattern[] {
    const scopes = [
      ...new Set([
        ...this.#draft.nodes.map(({ scope }) => scope),
        ...this.#draft.edges.map(({ scope }) => scope),
        ...this.#measures.flat().map(({ scope }) => scope),
      ]),
    ];
    const ruledOut = scopes.filter((scope) => scope > 0).toSorted((a, b) => a - b);
    const optional = scopes.filter((scope) => scope < 0).toSorted((a, b) => b - a);
    return [
      ...this.#block(0),
      ...optional.map((scope) => ({ optional: this.#block(scope) })),
      ...ruledOut.map((scope) => ({ notExists: this.#block(scope) })),
    ];
  }

  term(index: number): Term {
    const { iris } = this.#draft.nodes[index] ?? {};
    const [only] = iris ?? [];
    return iris?.length === 1 && only !== undefined ? { iri: only } : { variable: this.#variables.node(index) };
  }

  /** A measure as an expression over the variables of its values. */
  expression(measure: Measure): Expression {
    const factors = measure.map((ref) => this.#valueOf(ref));
    const [only] = factors;
    return factors.length === 1 && only !== undefined ? only : { product: factors };
  }

  #block(scope: number): Pattern[] {
    const { nodes, edges, conditions } = this.#draft;
    return [
      ...nodes.flatMap((node, i) => (node.scope === scope ? this.#node(node, i) : [])),
      ...edges.flatMap(({ from, property, to, scope: own }) =>
        own === scope ? [{ subject: this.term(from), path: { iri: property }, object: this.term(to) }] : [],
      ),
      ...this.#values(scope),
      ...conditions
        .filter((each) => each.scope === scope)
        .map(({ measure, condition }) => ({ filter: this.#condition(measure, condition) })),
    ];
  }

  #values(scope: number): Pattern[] {
    const refs = new Map(
      this.#measures
        .flat()
        .filter((ref) => ref.scope === scope)
        .map((ref) => [this.#variables.value(ref), ref]),
    );
    return [...refs].map(([name, { node, property }]) => ({
      subject: this.term(node),
      path: { iri: property },
      object: { variable: name },
    }));
  }

  #node({ classes, iris, values, isKindSaid }: ForeignNode, index: number): Pattern[] {
    const subject = this.term(index);
    const listed: Pattern[] =
      iris !== undefined && iris.length > 1
        ? [{ values: [this.#variables.node(index)], rows: iris.slice(0, mostInList).map((iri) => [{ iri }]) }]
        : [];
    const isBare = iris === undefined && values.length === 0 && !this.#isTied(index);
    const mustType = iris === undefined && (isKindSaid || isBare) && !this.#isImplied(index, classes);
    const held = values.flatMap(({ property, labels }) => this.#held(subject, index, property, labels));
    return [...listed, ...(mustType ? typed(subject as Variable, classes) : []), ...held];
  }

  #held(subject: Term, index: number, property: string, labels: readonly string[]): Pattern[] {
    const variable = this.#variables.value({ node: index, property, needsCast: false, scope: 1000 + index });
    const object = { variable };
    const text = { call: 'STR', with: [object] } as const;
    const any = labels
      .slice(0, mostInList)
      .map((label): Expression => ({ compare: '=', left: text, right: { literal: label } }));
    const [only] = any;
    return [
      { subject, path: { iri: property }, object },
      // By its text, because a value may carry a language.
      { filter: any.length === 1 && only !== undefined ? only : { any } },
    ];
  }

  #isTied(index: number): boolean {
    const isOfEdge = this.#draft.edges.some(({ from, to }) => from === index || to === index);
    return isOfEdge || this.#measures.flat().some(({ node, scope }) => node === index && scope === 0);
  }

  /** Whether a property of the node tells its class. */
  #isImplied(index: number, classes: readonly string[]): boolean {
    const { edges, attributes } = this.#lexicon.schema;
    const isWithin = (found: readonly string[]) => found.length > 0 && found.every((cls) => classes.includes(cls));
    const byEdge = this.#draft.edges.some(({ from, to, property, scope }) => {
      if (scope !== 0 || (from !== index && to !== index)) return false;
      const uses = edges.filter((edge) => edge.property === property);
      return (
        isWithin(uses.map((edge) => (from === index ? edge.from : edge.to))) &&
        (from !== index || this.#isEdgeOnly(property))
      );
    });
    const { values, scope: own } = this.#draft.nodes[index] ?? { values: [], scope: 0 };
    const properties = [
      ...values.map(({ property }) => property),
      ...this.#measures
        .flat()
        .flatMap(({ node, property, scope }) => (node === index && scope === own ? [property] : [])),
    ];
    return (
      byEdge ||
      properties.some((property) =>
        isWithin(attributes.flatMap((each) => (each.property === property ? [each.cls] : []))),
      )
    );
  }

  #isEdgeOnly(property: string): boolean {
    return !this.#lexicon.schema.attributes.some((each) => each.property === property);
  }

  #valueOf(ref: ValueRef): Expression {
    const variable = { variable: this.#variables.value(ref) };
    return ref.needsCast ? { cast: decimal, of: variable } : variable;
  }

  #condition(measure: Measure, { compare, numbers }: Condition): Expression {
    // "15 x 15": a number for each factor.
    if (measure.length > 1 && numbers.length === measure.length && compare !== 'between') {
      return { all: measure.map((ref, i) => compareTo(this.#valueOf(ref), compare, numbers[i] ?? 0)) };
    }
    const value = this.#dated(measure, this.expression(measure), numbers);
    if (compare === 'between') {
      const [one = 0, other = one] = numbers.toSorted((a, b) => a - b);
      return { all: [compareTo(value, '>=', one), compareTo(value, '<=', other)] };
    }
    return compareTo(value, compare, numbers[0] ?? 0);
  }

  /** A date is compared with a year by its own. */
  #dated(measure: Measure, value: Expression, numbers: readonly number[]): Expression {
    const isDate =
      measure.length === 1 &&
      this.#lexicon.schema.attributes.some(
        ({ property, type }) => property === measure[0]?.property && type === 'date',
      );
    return isDate && numbers.every((number) => number > 999 && number < 3000) ? { call: 'YEAR', with: [value] } : value;
  }
}

function compareTo(left: Expression, compare: Exclude<Condition['compare'], 'between'>, number: number): Expression {
  const datatype = `http://www.w3.org/2001/XMLSchema#${Number.isInteger(number) ? 'integer' : 'decimal'}`;
  return { compare, left, right: { literal: String(number), datatype } };
}

function typed(subject: Variable, classes: readonly string[]): Pattern[] {
  const [only] = classes;
  if (only !== undefined && classes.length === 1) return [{ subject, path: rdfType, object: { iri: only } }];
  const kind = `${subject.variable}Kind`;
  const rows: (readonly [Iri])[] = classes.map((iri) => [{ iri }]);
  return [
    { values: [kind], rows },
    { subject, path: rdfType, object: { variable: kind } },
  ];
}
