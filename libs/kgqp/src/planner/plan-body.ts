import { ddm } from '@askg/ddm';
import type { Comparison, Expression, Pattern } from '@askg/graph';
import type { Lexicon } from '../linking/lexicon.ts';
import { foldedName } from './fold-name.ts';
import type { Plan, PlanCount, PlanLink, PlanValue } from './plan.ts';
import { PlanPatterns } from './plan-patterns.ts';
import { integer, variable } from './terms.ts';
import { rankPatterns } from './plan-ranks.ts';
import { rootOf, subtree } from './plan-tree.ts';
import { PlanVariables } from './plan-variables.ts';

/** What must not be so, for a condition that things with none of what is counted meet. */
const opposites: Record<string, Comparison> = { '<': '>=', '<=': '>', '<0': '>=', '<=0': '>', '=0': '>' };

/** The WHERE of a plan: its tree as patterns, with the parts that are ruled out, counted or ranked in blocks of their own. */
export class PlanBody {
  readonly plan: Plan;
  readonly variables: PlanVariables;
  readonly patterns: PlanPatterns;
  readonly root: number;
  /** Roots of the subtrees that are not simply joined: negated, counted or ranked ones. */
  readonly apart: ReadonlySet<number>;

  constructor(plan: Plan, lexicon: Lexicon) {
    this.plan = plan;
    this.variables = new PlanVariables(plan, lexicon);
    this.patterns = new PlanPatterns(plan, lexicon, this.variables);
    this.root = rootOf(plan);
    this.apart = new Set([
      ...plan.negated,
      ...plan.counts.map(({ node, begin = node }) => begin),
      ...plan.ranks.flatMap((rank) => ('node' in rank ? [rank.begin ?? rank.node] : [])),
    ]);
  }

  /** Everything at and below a node: what is joined, what must not be, what is counted or ranked. */
  at(root: number = this.root): Pattern[] {
    const nodes = subtree(this.plan, root, this.apart);
    const isBelow = (node: number) => nodes.includes(this.#parent(node) ?? -1);
    return once([
      ...this.joined(nodes, undefined),
      ...this.plan.required.filter(({ node }) => nodes.includes(node)).flatMap((value) => this.patterns.value(value)),
      ...this.plan.missing
        .filter(({ node }) => nodes.includes(node))
        .map((value) => ({ notExists: this.patterns.value(value) })),
      ...this.plan.negated.filter(isBelow).map((node) => ({ minus: this.#below(node) })),
      ...this.plan.counts
        .filter(({ node, begin = node }) => isBelow(begin))
        .flatMap((count) => this.#countCondition(count)),
      ...this.plan.ranks.flatMap((rank, i) => (nodes.includes(rank.of) ? this.#rank(i) : [])),
    ]);
  }

  /** The link to a node and everything below it. */
  #below(node: number): Pattern[] {
    return [...this.#linkTo(node), ...this.at(node)];
  }

  /** Two papers that share a thing of one name, where the other one is meant. */
  #different(within: ReadonlySet<number>): Pattern[] {
    const papers = [...within].filter((node) => this.plan.nodes[node]?.cls === ddm.Paper);
    const [one, other] = papers;
    if (!this.plan.isOther || one === undefined || other === undefined) return [];
    return [
      {
        filter: {
          compare: '!=',
          left: variable(this.variables.node(one)),
          right: variable(this.variables.node(other)),
        },
      },
    ];
  }

  joined(nodes: readonly number[], extra: number | undefined): Pattern[] {
    const within = new Set(extra === undefined ? nodes : [...nodes, extra]);
    const twins = this.plan.links.filter(
      ({ near, far, twin }) => twin === true && within.has(near) && within.has(far) && this.variables.isFolded(near),
    );
    const beyond = new Set(twins.flatMap(({ far }) => subtree(this.plan, far, this.apart)));
    return [
      ...this.#connected(new Set([...within].filter((node) => !beyond.has(node))), extra),
      ...twins.flatMap((link) => this.#sameName(link)),
      ...this.#different(within),
    ];
  }

  /** What nodes are, those with names first, and the links between them. */
  #connected(nodes: ReadonlySet<number>, extra?: number): Pattern[] {
    const described = [...nodes].filter((node) => node !== extra);
    const namedFirst = described.toSorted((a, b) => this.#isNamed(b) - this.#isNamed(a) || a - b);
    return [
      ...namedFirst.flatMap((node) => this.patterns.node(node)),
      ...this.plan.links.flatMap((link) => {
        if (!nodes.has(link.near) || !nodes.has(link.far)) return [];
        if (link.twin === true) return [...this.patterns.identity(link.near), ...this.patterns.identity(link.far)];
        return this.patterns.link(link);
      }),
    ];
  }

  /**
   * Two things whose names are one when folded. The second, with all beyond it, stands in a group of its own, so that engines
   * join the two by the folded name instead of comparing each with each.
   */
  #sameName({ near, far }: PlanLink): Pattern[] {
    const as = `${this.variables.name(near)}Folded`;
    const folded = (node: number): Pattern[] => [
      ...this.patterns.name(node),
      { bind: foldedName(this.variables.name(node)), as },
    ];
    const beyond = this.#connected(new Set(subtree(this.plan, far, this.apart)));
    return [...folded(near), { union: [[...beyond, ...folded(far)]] }];
  }

  #isNamed(node: number): number {
    return (this.plan.nodes[node]?.names.length ?? 0) > 0 ? 1 : 0;
  }

  #parent(node: number): number | undefined {
    return this.plan.links.find(({ far }) => far === node)?.near;
  }

  #linkTo(node: number): Pattern[] {
    return this.plan.links.filter(({ far }) => far === node).flatMap((link) => this.patterns.link(link));
  }

  #countCondition({ node, condition, begin = node }: PlanCount): Pattern[] {
    const of = this.#parent(begin) ?? this.root;
    const counted: Expression = { aggregate: 'COUNT', of: this.variables.countedBy({ node }), distinct: true };
    const apart = this.#different(new Set([of, ...subtree(this.plan, begin)]));
    const things = [...this.#below(begin), ...this.#nameIfCounted(node), ...apart];
    const key = this.#nodeKey(of);
    const group = (compare: Comparison): Pattern => ({
      select: {
        project: key.names,
        where: once([...this.#kind(of), ...key.patterns, ...things]),
        groupBy: key.names,
        having: { compare, left: counted, right: integer(condition.count) },
      },
    });
    // Things with none of them are in no group, so that "fewer than" leaves out those that have as many.
    const opposite = opposites[condition.count === 0 ? `${condition.compare}0` : condition.compare];
    if (opposite === undefined) return [...key.patterns, group(condition.compare)];
    return [...key.patterns, { minus: [group(opposite)] }];
  }

  /** Things are counted of those of the kind alone: of tools, and not of all that is called like one. */
  #kind(node: number): Pattern[] {
    const { concepts = [], names = [] } = this.plan.nodes[node] ?? {};
    const isTyped = concepts.length > 0 && names.length === 0;
    return [...this.patterns.typing(node), ...(isTyped ? this.patterns.node(node) : [])];
  }

  /** What is counted of a ranked thing. */
  counted({ node, begin = node }: Pick<PlanCount, 'node' | 'begin'>): Pattern[] {
    return [...this.#below(begin), ...this.#nameIfCounted(node)];
  }

  #nameIfCounted(node: number): Pattern[] {
    return this.variables.counted({ node }) === this.variables.node(node) ? [] : this.patterns.identity(node);
  }

  #rank(index: number): Pattern[] {
    const rank = this.plan.ranks[index];
    if (rank === undefined) return [];
    const nodes = subtree(this.plan, rank.of, this.apart);
    const inner = [...this.patterns.typing(rank.of), ...this.joined(nodes, undefined)];
    const key = 'tally' in rank ? this.#valueKey(rank.tally) : this.#nodeKey(rank.of);
    const things = 'node' in rank ? this.counted(rank) : [];
    return rankPatterns({
      rank,
      measure: measureName(index),
      best: `best${index === 0 ? '' : index + 1}`,
      key: key.names,
      inner: once([...inner, ...key.patterns]),
      outer: key.patterns,
      things,
      counted:
        'value' in rank
          ? variable(this.variables.value(rank.value))
          : this.variables.countedBy({ node: 'node' in rank ? rank.node : rank.of }),
      value:
        'value' in rank
          ? { patterns: this.patterns.value(rank.value), mixed: rank.value.relation.datatype === 'literal' }
          : undefined,
    });
  }

  #nodeKey(node: number): { names: string[]; patterns: Pattern[] } {
    if (!this.variables.isByName(node)) return { names: [this.variables.node(node)], patterns: [] };
    if (!this.variables.isFolded(node)) {
      return { names: [this.variables.identity(node)], patterns: this.patterns.identity(node) };
    }
    const name = this.variables.name(node);
    const folded = `${name}Folded`;
    return { names: [folded], patterns: [...this.patterns.name(node), { bind: foldedName(name), as: folded }] };
  }

  #valueKey(value: PlanValue): { names: string[]; patterns: Pattern[] } {
    return { names: [this.variables.value(value)], patterns: this.patterns.value(value) };
  }
}

/** A pattern says nothing when it is said again, and a variable may be given its value by one BIND only. */
function once(patterns: readonly Pattern[]): Pattern[] {
  return [...new Map(patterns.map((pattern) => [JSON.stringify(pattern), pattern])).values()];
}

export function measureName(index: number): string {
  return index === 0 ? 'measure' : `measure${index + 1}`;
}
