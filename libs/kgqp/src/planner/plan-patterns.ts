import type { Expression, Iri, Literal, Path, Pattern, Term } from '@askg/graph';
import type { LabelMatch } from '../linking/label-match.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import { rdfType } from '../linking/rdf-reader.ts';
import type { Relation, Step } from '../linking/relation.ts';
import { namesOfThings, nodesOfThings } from './things-across-papers.ts';
import type { Plan, PlanLink, PlanValue } from './plan.ts';
import type { PlanVariables } from './plan-variables.ts';
import { conditionsOf, joined, orderPatterns, ordinalPatterns, pathOf } from './step-patterns.ts';
import { variable } from './terms.ts';
import { inYears } from './year-conditions.ts';

/** The patterns of a plan's nodes and links, one by one. */
export class PlanPatterns {
  readonly #plan: Plan;
  readonly #lexicon: Lexicon;
  readonly #variables: PlanVariables;

  constructor(plan: Plan, lexicon: Lexicon, variables: PlanVariables) {
    this.#plan = plan;
    this.#lexicon = lexicon;
    this.#variables = variables;
  }

  /** What the node is and must be like. */
  node(index: number): Pattern[] {
    const node = this.#plan.nodes[index];
    if (node === undefined) return [];
    if (this.#linkByValue(index) !== undefined) return [this.#labelValues(index)];
    const subject = variable(this.#variables.node(index));
    const typed = this.#isTypedByLink(index) ? [] : [{ subject, path: rdfType, object: { iri: node.cls } }];
    return [
      ...(node.names.length > 0 ? this.#named(index, node.names) : []),
      ...typed,
      ...(node.unknownName === undefined
        ? []
        : [{ subject, path: this.#namePath(index), object: { literal: node.unknownName } }]),
      ...node.concepts.flatMap(({ relation, iris, negated }): Pattern[] => {
        const values = this.#oneOf(
          subject,
          pathOf(relation),
          this.#variables.value({ node: index, relation }),
          iris.map((iri) => ({ iri })),
        );
        return negated === true ? [{ notExists: values }] : values;
      }),
      ...node.years.flatMap(({ relation, years, negated }) => {
        const value = variable(this.#variables.value({ node: index, relation }));
        return [
          { subject, path: pathOf(relation), object: value },
          { filter: negated === true ? { not: inYears(value, years) } : inYears(value, years) },
        ];
      }),
    ];
  }

  /** That a node is of its class. */
  typing(index: number): Pattern[] {
    const node = this.#plan.nodes[index];
    const subject = variable(this.#variables.node(index));
    return node === undefined ? [] : [{ subject, path: rdfType, object: { iri: node.cls } }];
  }

  /** The triple that gives a node its name. */
  name(index: number): Pattern[] {
    const naming = this.#variables.naming(index);
    if (naming === undefined) return [];
    const subject = variable(this.#variables.node(index));
    return [{ subject, path: { iri: naming.name }, object: variable(this.#variables.name(index)) }];
  }

  /** The triple that tells which thing a node of a local class is. */
  identity(index: number): Pattern[] {
    const { canonical } = this.#variables.naming(index) ?? {};
    if (!this.#variables.isResolved(index) || canonical === undefined) return this.name(index);
    const object = variable(this.#variables.canonical(index));
    return [{ subject: variable(this.#variables.node(index)), path: { iri: canonical }, object }];
  }

  /** One name for all nodes that are one thing; the plain name where that is not known. */
  oneName(index: number): Pattern[] {
    const naming = this.#variables.naming(index);
    if (naming?.canonical === undefined || !this.#variables.isResolved(index)) return this.name(index);
    const thing = this.#variables.canonical(index);
    const shown = this.#variables.name(index);
    return [...this.identity(index), namesOfThings(naming.canonical, naming.name, thing, shown)];
  }

  /** The triple that gives a node a value. */
  value(value: PlanValue): Pattern[] {
    const subject = variable(this.#variables.node(value.node));
    return [{ subject, path: pathOf(value.relation), object: variable(this.#variables.value(value)) }];
  }

  /** The same with the name of a concept, which is what people read. */
  shownValue(value: PlanValue): Pattern[] {
    const { concepts = [] } = value.relation;
    const named = concepts.flatMap((iri) => {
      const label = this.#lexicon.vocabulary.concepts.get(iri)?.label;
      return label === undefined ? [] : [[{ iri }, { literal: label }]];
    });
    if (named.length === 0) return this.value(value);
    const variables = [this.#variables.value(value), this.#variables.shown(value)];
    return [...this.value(value), { values: variables, rows: named }];
  }

  /** The triples from one end of a link to the other. */
  link(link: PlanLink): Pattern[] {
    if (link.twin === true) return [];
    const { near, far, relation, forward } = link;
    const [from, to] = forward ? [near, far] : [far, near];
    if (relation.compares !== undefined) return this.#compared(relation.compares, from, to);
    const isByValue = this.#linkByValue(to) === link;
    if (isByValue) return this.#byNameOrValue(relation, from, to);
    const patterns = this.#steps(
      relation,
      this.#variables.node(from),
      this.#variables.node(to),
      this.#plan.nodes[to]?.ordinal,
    );
    if (!relation.apart) return patterns;
    const apart: Expression = {
      compare: '!=',
      left: variable(this.#variables.identity(from)),
      right: variable(this.#variables.identity(to)),
    };
    return [...patterns, ...this.identity(from), ...this.identity(to), { filter: apart }];
  }

  /** Dates are compared as texts, as they may be years, months or days. */
  #compared({ property, greater }: NonNullable<Relation['compares']>, from: number, to: number): Pattern[] {
    const [one, other] = [this.#variables.node(from), this.#variables.node(to)];
    const [left, right] = [one, other].map((node) => variable(`${node}Compared`));
    if (left === undefined || right === undefined) return [];
    const text = (value: Term): Expression => ({ call: 'STR', with: [value] });
    return [
      ...this.typing(from),
      ...this.typing(to),
      { subject: variable(one), path: { iri: property }, object: left },
      { subject: variable(other), path: { iri: property }, object: right },
      { filter: { compare: greater ? '>' : '<', left: text(left), right: text(right) } },
    ];
  }

  /** The link to a thing of which no more is asked than that it is called so, where a value may stand for its name. */
  #linkByValue(index: number): PlanLink | undefined {
    const { nodes, links, columns, groups } = this.#plan;
    const { names = [], concepts = [], years = [], ordinal } = nodes[index] ?? {};
    const own = links.filter(({ near, far }) => near === index || far === index);
    const [link] = own;
    const isShown = [...columns, ...groups].some(({ node }) => node === index);
    const isPlain = own.length === 1 && concepts.length === 0 && years.length === 0 && ordinal === undefined;
    if (link === undefined || !isPlain || isShown || names.length === 0) return undefined;
    const isEnd = (link.forward ? link.far : link.near) === index;
    return isEnd && link.relation.orValue !== undefined ? link : undefined;
  }

  #labelValues(index: number): Pattern {
    const labels = new Set((this.#plan.nodes[index]?.names ?? []).flatMap((match) => match.labels));
    return { values: [this.#variables.name(index)], rows: [...labels].toSorted().map((literal) => [{ literal }]) };
  }

  #byNameOrValue(relation: Relation, from: number, to: number): Pattern[] {
    const [start, end] = [variable(this.#variables.node(from)), variable(this.#variables.node(to))];
    const value: Pattern = {
      subject: start,
      path: { iri: relation.orValue ?? '' },
      object: variable(this.#variables.name(to)),
    };
    return [{ union: [[{ subject: start, path: pathOf(relation), object: end }, ...this.name(to)], [value]] }];
  }

  /** The variable that puts the ends of a link in order, if its relation has one. */
  orderOf({ near, far, relation, forward }: PlanLink): string | undefined {
    const index = relation.steps.findIndex(({ order }) => order !== undefined);
    if (index < 0) return undefined;
    const [from, to] = forward ? [near, far] : [far, near];
    return `${this.#stepEnd(relation, index, this.#variables.node(from), this.#variables.node(to))}Index`;
  }

  #steps(relation: Relation, from: string, to: string, ordinal: number | undefined): Pattern[] {
    const patterns: Pattern[] = [];
    let at = from;
    let pending: Path[] = [];
    relation.steps.forEach((step, i) => {
      pending.push(step.path);
      const isLast = i === relation.steps.length - 1;
      if (!isLast && step.conditions.length === 0 && step.order === undefined) return;
      const end = isLast ? to : this.#stepEnd(relation, i, from, to);
      patterns.push({ subject: variable(at), path: joined(pending), object: variable(end) });
      patterns.push(...conditionsOf(step, end), ...orderPatterns(step, end));
      if (step.order !== undefined && ordinal !== undefined) {
        patterns.push(...ordinalPatterns(step, from, end, ordinal));
      }
      at = end;
      pending = [];
    });
    const isOrdered = relation.steps.some(({ order }) => order !== undefined);
    if (!isOrdered && ordinal !== undefined) patterns.push(...this.#ordinalByIndex(relation, from, to, ordinal));
    return patterns;
  }

  /** A figure, section or reference with this place among its kind. */
  #ordinalByIndex(relation: Relation, from: string, to: string, ordinal: number): Pattern[] {
    const [property] = this.#lexicon.ordering;
    if (property === undefined) return [];
    const step: Step = { path: joined(relation.steps.map(({ path }) => path)), conditions: [], order: property };
    return [...orderPatterns(step, to), ...ordinalPatterns(step, from, to, ordinal)];
  }

  #stepEnd(relation: Relation, index: number, from: string, to: string): string {
    return index === relation.steps.length - 1 ? to : `${from}${to.charAt(0).toUpperCase()}${to.slice(1)}Link`;
  }

  /** Whether a link's property leads to nodes of this class only, so that the class need not be said. A denied link says nothing. */
  #isTypedByLink(index: number): boolean {
    const { links, negated } = this.#plan;
    return links.some(
      ({ near, far, forward, twin }) =>
        twin !== true && (forward ? far : near) === index && !(near === index && negated.includes(far)),
    );
  }

  #namePath(index: number): Path {
    return { iri: this.#variables.naming(index)?.name ?? '' };
  }

  #named(index: number, names: readonly LabelMatch[]): Pattern[] {
    const node = this.#variables.node(index);
    const naming = this.#variables.naming(index);
    if (naming?.isLocal !== true) {
      const iris = [...new Set(names.flatMap(({ iris: some }) => some))].toSorted();
      return [{ values: [node], rows: iris.map((iri) => [{ iri }]) }];
    }
    if (naming.canonical !== undefined && names.some(({ canonicals }) => canonicals !== undefined)) {
      const thing = this.#variables.canonical(index);
      return nodesOfThings(variable(node), naming.canonical, names, thing);
    }
    const properties = new Map<string, string[]>();
    for (const { property, labels } of names) {
      properties.set(property, [...(properties.get(property) ?? []), ...labels]);
    }
    return [...properties].flatMap(([property, labels]) => {
      const values = [...new Set(labels)].map((literal) => ({ literal }));
      const name = property === naming.name ? this.#variables.name(index) : this.#variables.property(index, property);
      return this.#oneOf(variable(node), { iri: property }, name, values);
    });
  }

  #oneOf(subject: Term, path: Path, name: string, values: readonly (Iri | Literal)[]): Pattern[] {
    const [only] = values;
    if (values.length === 1 && only !== undefined && 'iri' in only) return [{ subject, path, object: only }];
    return [
      { values: [name], rows: values.map((value) => [value]) },
      { subject, path, object: variable(name) },
    ];
  }
}
