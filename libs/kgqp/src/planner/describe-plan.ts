import { ddm } from '@askg/ddm';
import type { Lexicon } from '../linking/lexicon.ts';
import { lex } from '../linking/namespaces.ts';
import type { Relation } from '../linking/relation.ts';
import type { AggregateName, Outline } from './outline.ts';
import { type Column, isNodeColumn, type Plan, type PlanLink, type PlanNode } from './plan.ts';
import { denied, inPlural, inWords, placeInOrder, pluralOf, quoted, withArticle } from './reading-words.ts';

const aggregates: Record<AggregateName, string> = { AVG: 'average', SUM: 'sum', MIN: 'minimum', MAX: 'maximum' };
const comparisons: Record<string, string> = {
  '>': 'more than',
  '>=': 'at least',
  '<': 'fewer than',
  '<=': 'at most',
  '=': 'exactly',
  '!=': 'not',
};
/** Relations whose labels are verbs, with what is said of their other end. */
const verbs: Record<string, readonly [active: string, passive: string]> = {
  [ddm.citesPaper]: ['cites', 'is cited by'],
  [ddm.cites]: ['cites', 'is cited by'],
  [ddm.mentions]: ['mentions', 'is mentioned in'],
  [ddm.extends]: ['extends', 'is extended by'],
  [ddm.usesDataFrom]: ['uses data from', 'is the source of data of'],
  [ddm.disagreesWith]: ['disagrees with', 'is disagreed with by'],
  [`${lex}laterPaper`]: ['appeared after', 'appeared before'],
  [`${lex}earlierPaper`]: ['appeared before', 'appeared after'],
};

/** A plan in words, so that a reader can tell whether it is what was asked. */
export function describePlan(plan: Plan, outline: Outline, lexicon: Lexicon): string {
  return new PlanDescription(plan, outline, lexicon).text();
}

/** Reads a plan from what is asked for outwards: what lies beyond a thing is said in a clause of that thing. */
class PlanDescription {
  readonly #plan: Plan;
  readonly #outline: Outline;
  readonly #lexicon: Lexicon;

  constructor(plan: Plan, outline: Outline, lexicon: Lexicon) {
    this.#plan = plan;
    this.#outline = outline;
    this.#lexicon = lexicon;
  }

  text(): string {
    const [target] = this.#plan.columns;
    if (target === undefined) return this.#statement();
    const tally = this.#tally(target);
    if (tally !== undefined) return tally;
    const { aggregate, counts } = this.#outline;
    const isNode = isNodeColumn(target);
    const groups = this.#plan.groups.map((column) => ` for each ${this.#column(column, false)}`).join('');
    const number = counts || (aggregate !== undefined && isNode) ? 'number of ' : '';
    const shown = this.#plan.columns.map((column) => this.#column(column, true));
    const head = `${aggregate === undefined ? '' : `${aggregates[aggregate]} `}${number}${shown.join(' and ')}`;
    const identity = this.#identity(target);
    const clauses = [...identity, ...this.#clauses(target.node, undefined)];
    return `${head}${this.#relative(target.node, clauses, isNode)}${groups}`;
  }

  /** Values that are ranked by how many things have them: "year that the most papers have". */
  #tally(target: Column): string | undefined {
    if (isNodeColumn(target)) return undefined;
    const rank = this.#plan.ranks.find((each) => 'tally' in each && each.tally.relation.id === target.relation.id);
    if (rank === undefined || rank.of !== target.node || this.#plan.columns.length > 1) return undefined;
    const clauses = this.#clauses(rank.of, undefined).filter((says) => says !== this.#rank(rank));
    const things = `${this.#class(rank.of, true)}${this.#relative(rank.of, clauses, true)}`;
    return `${this.#label(target.relation)} that the ${rank.descending ? 'most' : 'fewest'} ${things} have`;
  }

  /** What a yes or no is about: said of a thing that is named, or that there is one. */
  #statement(): string {
    const { nodes } = this.#plan;
    const subject = Math.max(
      0,
      nodes.findIndex(({ names, unknownName }) => names.length > 0 || unknownName !== undefined),
    );
    const clauses = this.#clauses(subject, undefined);
    const isNamed = (nodes[subject]?.names.length ?? 0) > 0 || nodes[subject]?.unknownName !== undefined;
    if (!isNamed) {
      return `there is ${withArticle(this.#node(subject))}${this.#relative(subject, clauses, false)}`;
    }
    if (clauses.length === 0) return `there is the ${this.#node(subject)}`;
    const said = clauses.map((clause) => (clause.startsWith('of ') ? `is ${clause}` : clause));
    return `the ${this.#node(subject)} ${said.join(' and ')}`;
  }

  /** What is said of a thing after its noun: "of the paper …", "that have the keyword …". */
  #relative(node: number, clauses: readonly string[], isPlural: boolean): string {
    const bare = clauses.filter((says) => says.startsWith('of ')).map((says) => ` ${says}`);
    const verbal = clauses.filter((says) => !says.startsWith('of ')).map((says) => (isPlural ? inPlural(says) : says));
    const pronoun = this.#plan.nodes[node]?.cls === ddm.Person ? 'who' : 'that';
    return `${bare.join('')}${verbal.length === 0 ? '' : ` ${pronoun} ${verbal.join(' and ')}`}`;
  }

  /** Everything that is said of a node, but for where the description comes from; "of …" or a verb in the singular. */
  #clauses(node: number, from: PlanLink | undefined): string[] {
    const { links, missing, required, ranks, nodes } = this.#plan;
    const ranked = new Set(ranks.flatMap((rank) => ('node' in rank ? [rank.node] : [])));
    const own = links.filter(
      (link) =>
        link !== from &&
        link.twin !== true &&
        (link.near === node || link.far === node) &&
        !ranked.has(link.far) &&
        !this.#isGroup(link.near === node ? link.far : link.near),
    );
    const years = nodes[node]?.years ?? [];
    return [
      ...this.#pairs(own).flatMap((pair) => this.#link(pair, node)),
      ...years.map(({ years: range, negated }) => `is ${negated === true ? 'not ' : ''}${inWords(range)}`),
      ...missing.filter((value) => value.node === node).map(({ relation }) => `has no ${this.#label(relation)}`),
      ...required
        .filter((value) => value.node === node)
        .map(({ relation }) => `has ${withArticle(this.#label(relation))}`),
      ...ranks.filter(({ of }) => of === node).map((rank) => this.#rank(rank)),
    ];
  }

  /** "For each paper" says already what things are of. */
  #isGroup(node: number): boolean {
    const isGroup = this.#plan.groups.some((column) => isNodeColumn(column) && column.node === node);
    return isGroup && (this.#plan.nodes[node]?.names.length ?? 0) === 0;
  }

  /** Links that say the same of two things, which are said together: "of both A and B". */
  #pairs(links: readonly PlanLink[]): PlanLink[][] {
    const pairs: PlanLink[][] = [];
    for (const link of links) {
      const same = pairs.find(([first]) => first !== undefined && this.#saysSame(first, link));
      if (same === undefined) pairs.push([link]);
      else same.push(link);
    }
    return pairs;
  }

  #saysSame(one: PlanLink, other: PlanLink): boolean {
    const isPlain = ({ far }: PlanLink) =>
      !this.#plan.negated.includes(far) &&
      this.#plan.counts.every(({ node, begin = node }) => begin !== far) &&
      (this.#plan.nodes[far]?.names.length ?? 0) > 0;
    const isOne = one.near === other.near && one.relation === other.relation && one.forward === other.forward;
    return isOne && isPlain(one) && isPlain(other);
  }

  #link(links: readonly PlanLink[], node: number): string[] {
    const [link] = links;
    if (link === undefined) return [];
    const others = links.map((one) => this.#phrase(one.near === node ? one.far : one.near, one));
    const other = link.near === node ? link.far : link.near;
    const counted = this.#plan.counts.find((count) => (count.begin ?? count.node) === link.far && link.near === node);
    if (counted !== undefined) {
      const { condition } = counted;
      const things = this.#class(counted.node, condition.count !== 1);
      const isNear = counted.node === other;
      const further = isNear ? this.#relative(other, this.#clauses(other, link), condition.count !== 1) : '';
      const range = condition.most === undefined ? '' : ` and at most ${condition.most}`;
      return [`has ${comparisons[condition.compare] ?? ''} ${condition.count}${range} ${things}${further}`];
    }
    const isEnd = (link.forward ? link.far : link.near) === node;
    const whole = others.length > 1 ? `both ${others.join(' and ')}` : (others[0] ?? '');
    const says = isEnd ? this.#ofEnd(link.relation, node, whole) : this.#ofStart(link.relation, other, others);
    return [this.#plan.negated.includes(link.far) ? denied(says) : says];
  }

  #ofEnd(relation: Relation, node: number, whole: string): string {
    const [, passive] = verbs[relation.id] ?? [];
    if (passive !== undefined) return `${passive} ${whole}`;
    const { ordinal } = this.#plan.nodes[node] ?? {};
    if (ordinal !== undefined) return `is the ${placeInOrder(ordinal)} ${this.#label(relation)} of ${whole}`;
    return this.#isOwn(relation, node) ? `of ${whole}` : `is ${this.#label(relation)} of ${whole}`;
  }

  #ofStart(relation: Relation, other: number, others: readonly string[]): string {
    const [active] = verbs[relation.id] ?? [];
    const whole = others.length > 1 ? `both ${others.join(' and ')}` : (others[0] ?? '');
    if (active !== undefined) return `${active} ${whole}`;
    if (this.#isOwn(relation, other)) return `has ${whole}`;
    // The class need not be said with the label: "has the author “Ada Lind”".
    const named = others.map((part) => part.replace(`${this.#class(other)} `, '').replace(/^the /, ''));
    const isNamed =
      (this.#plan.nodes[other]?.names.length ?? 0) > 0 || this.#plan.nodes[other]?.unknownName !== undefined;
    if (isNamed) return `has the ${this.#label(relation)} ${named.join(' and ')}`;
    return `has ${whole.replace(withArticle(this.#class(other)), withArticle(this.#label(relation)))}`;
  }

  /** A node with its article and all that is said of it: "the paper “Argus”", "a person who has …". */
  #phrase(node: number, from: PlanLink): string {
    const { names = [], unknownName, ordinal } = this.#plan.nodes[node] ?? {};
    const isCertain = names.length > 0 || unknownName !== undefined || ordinal !== undefined;
    const clauses = this.#relative(node, this.#clauses(node, from), false);
    const named = this.#node(node);
    return `${isCertain ? `the ${named}` : withArticle(named)}${clauses}`;
  }

  #class(node: number, plural = false): string {
    const label = this.#lexicon.vocabulary.classes.get(this.#plan.nodes[node]?.cls ?? '')?.label ?? 'thing';
    return plural ? pluralOf(label) : label;
  }

  /** A node by its name, where it has one. */
  #node(node: number): string {
    const { names = [], unknownName, concepts = [], ordinal } = this.#plan.nodes[node] ?? {};
    const label = unknownName === undefined ? names.map(quoted).slice(0, 3).join(' or ') : `“${unknownName}”`;
    const role = concepts.flatMap((each) => this.#concepts(each)).join(' or ');
    const place = ordinal === undefined ? '' : placeInOrder(ordinal);
    return [place, role, this.#class(node), label].filter((part) => part !== '').join(' ');
  }

  #column(column: Column, isPlural: boolean): string {
    if (isNodeColumn(column)) return this.#class(column.node, isPlural);
    const { names = [] } = this.#plan.nodes[column.node] ?? {};
    return `${this.#label(column.relation)} of the ${names.length > 0 ? this.#node(column.node) : this.#class(column.node)}`;
  }

  #label(relation: Relation): string {
    return relation.label.startsWith('has ') ? relation.label.slice(4) : relation.label;
  }

  /** By what a thing that is asked for is told: "has the ORCID …". */
  #identity(target: Column): string[] {
    const { names = [], concepts = [] }: Partial<PlanNode> = this.#plan.nodes[target.node] ?? {};
    if (!isNodeColumn(target)) return [];
    const property = this.#lexicon.vocabulary.properties.get(names[0]?.property ?? '')?.label ?? 'name';
    const named = names.length === 0 ? [] : [`has the ${property} ${names.map(quoted).join(' or ')}`];
    const roles = concepts.filter(({ negated }) => negated !== true).flatMap((each) => this.#concepts(each));
    const lacking = concepts.filter(({ negated }) => negated === true).flatMap((each) => this.#concepts(each));
    return [
      ...named,
      ...(roles.length === 0 ? [] : [`is ${withArticle(roles.join(' or '))} ${this.#class(target.node)}`]),
      ...lacking.map((each) => `is ${each}`),
    ];
  }

  #concepts({ iris, negated }: PlanNode['concepts'][number]): string[] {
    const said = iris.map((iri) => this.#lexicon.vocabulary.concepts.get(iri)?.label ?? iri);
    return negated === true ? said.map((label) => `not ${label}`) : said;
  }

  #rank(rank: Plan['ranks'][number]): string {
    const extreme = rank.descending ? 'most' : 'fewest';
    const many = rank.limit > 1 ? `${rank.limit} ` : '';
    if ('node' in rank) {
      const things = this.#class(rank.node, true);
      return rank.limit > 1 ? `is among the ${many}with the ${extreme} ${things}` : `has the ${extreme} ${things}`;
    }
    if ('tally' in rank) {
      return `has a ${this.#label(rank.tally.relation)} that the ${extreme} ${this.#class(rank.of, true)} have`;
    }
    return `has the ${many}${rank.descending ? 'last' : 'first'} ${this.#label(rank.value.relation)}`;
  }

  #isOwn(relation: Relation, end: number): boolean {
    return this.#class(end).endsWith(this.#label(relation));
  }
}
