import { ddm } from '@askg/ddm';
import type { AskQuery, Pattern, Projection, SelectQuery } from '@askg/graph';
import type { Lexicon } from '../linking/lexicon.ts';
import { countsOrZero } from './counts-or-zero.ts';
import type { AggregateName, Outline } from './outline.ts';
import { type Column, isNodeColumn, type NodeColumn, type Plan, type PlanValue } from './plan.ts';
import { measureName, PlanBody } from './plan-body.ts';
import { variable } from './terms.ts';
import { subtree, withTwins } from './plan-tree.ts';

/** A plan as queries. */
export type CompiledPlan = {
  query: SelectQuery | AskQuery;
  /** The columns to show, in order. */
  columns: string[];
  /** Columns that stand in for others where those have no value. */
  fallbacks?: Record<string, string>;
  /** Columns of names that are one in any spelling. */
  foldedColumns?: string[];
  /** By column of names, the column that tells which thing is named, whatever it is called. */
  identities?: Record<string, string>;
  /** Columns of IRIs that the rows of `query` rest on. */
  sourceColumns: string[];
  /** Gives IRIs that rows rest on where `query` itself cannot: its rows are joined by the columns that both have. */
  sources?: { query: SelectQuery; columns: string[] };
};

/** Rows above this are not shown, and no list is that long for people to read. */
const mostRows = 2_000;
const mostSources = 200;
const mostSourceRows = 1_000;
const mostSourceColumns = 5;
const aggregateColumns: Record<AggregateName, string> = { AVG: 'average', SUM: 'sum', MIN: 'minimum', MAX: 'maximum' };

/** Writes the queries of a plan, or gives undefined for one that cannot be a query. */
export function compilePlan(raw: Plan, outline: Outline, lexicon: Lexicon): CompiledPlan | undefined {
  const compiler = new PlanCompiler(withTwins(raw, lexicon), lexicon);
  if (outline.target === undefined) return outline.shape === 'yes-no' ? compiler.ask() : undefined;
  const [target] = raw.columns;
  if (target === undefined) return undefined;
  if (outline.aggregate !== undefined) {
    return isNodeColumn(target)
      ? compiler.aggregateCounts(target, outline.aggregate)
      : compiler.aggregateValues(target, outline.aggregate);
  }
  return outline.counts ? compiler.count(target) : compiler.list();
}

class PlanCompiler {
  readonly #plan: Plan;
  readonly #body: PlanBody;

  constructor(plan: Plan, lexicon: Lexicon) {
    this.#plan = plan;
    this.#body = new PlanBody(plan, lexicon);
  }

  ask(): CompiledPlan {
    const where = this.#body.at();
    return { query: { ask: where }, columns: ['answer'], sourceColumns: [], sources: this.#sources(where) };
  }

  list(): CompiledPlan {
    const { columns, ranks } = this.#plan;
    const { variables } = this.#body;
    const sources = this.#sourceNodes();
    const order = this.#order();
    const shown = distinct(columns.map((column) => variables.shown(column)));
    const measured = ranks.flatMap((rank, i) => {
      const isShown = 'value' in rank && shown.includes(variables.value(rank.value));
      // Of a thing that only leads to what is asked for, the measure would mislead.
      return isShown || columns[0]?.node !== rank.of ? [] : [measureName(i)];
    });
    const orderBy = [
      ...ranks.map(({ descending }, i) => ({ by: variable(measureName(i)), descending })),
      ...[...order, ...shown].map((name) => ({ by: variable(name) })),
    ];
    const resolved = columns.filter(isNodeColumn).filter(({ node }) => variables.isResolved(node));
    const where = [
      ...this.#body.at(),
      ...columns.flatMap((column, i) => this.#shownBy(column, i > 0)),
      ...resolved.flatMap(({ node }) => this.#body.patterns.identity(node)),
    ];
    const identities = Object.fromEntries(
      resolved.map((column) => [variables.shown(column), variables.identity(column.node)]),
    );
    const project = distinct([...shown, ...measured, ...sources, ...order, ...Object.values(identities)]);
    return {
      query: { distinct: true, project, where, orderBy, limit: mostRows },
      columns: [...shown, ...measured],
      fallbacks: this.#fallbacks(),
      foldedColumns: columns
        .filter((column) => isNodeColumn(column) && variables.isFolded(column.node))
        .map((column) => variables.shown(column)),
      identities,
      sourceColumns: sources,
      ...this.#restsOn(where, shown),
    };
  }

  /** What a list rests on besides its own things: what was counted of extremes, and the sentences that name an entity. */
  #restsOn(where: readonly Pattern[], shown: readonly string[]): Pick<CompiledPlan, 'sources'> {
    const { variables } = this.#body;
    const counted = this.#plan.ranks.filter((rank) => 'node' in rank);
    const entities = this.#plan.columns.filter(
      (column) => isNodeColumn(column) && this.#plan.nodes[column.node]?.cls === ddm.Entity,
    );
    const naming = entities.map(({ node }) => `${variables.node(node)}In`);
    const columns = distinct([...counted.map(({ node }) => variables.node(node)), ...naming]);
    if (columns.length === 0) return {};
    const further = [
      ...counted.flatMap((rank) => this.#body.counted(rank)),
      ...entities.map(({ node }, i) => ({
        subject: variable(naming[i] ?? ''),
        path: { iri: ddm.mentions },
        object: variable(variables.node(node)),
      })),
    ];
    const project = distinct([...shown, ...columns]);
    return {
      sources: { query: { distinct: true, project, where: [...where, ...further], limit: mostSourceRows }, columns },
    };
  }

  count(target: Column): CompiledPlan {
    const groups = this.#plan.groups;
    const { keys, shown } = this.#groups(groups);
    const where = this.#counting(target, groups);
    const orderBy = [{ by: variable('count'), descending: true }, ...shown.map((name) => ({ by: variable(name) }))];
    const limited = keys.length === 0 ? {} : { orderBy, limit: mostRows };
    const orZero = this.#orZero(target, groups);
    const grouped = {
      project: [...keys, this.#counted(target)],
      where,
      ...(keys.length === 0 ? {} : { groupBy: keys }),
    };
    return {
      query: { ...(orZero ?? grouped), ...limited },
      columns: [...shown, 'count'],
      // A group of which there are none rests on itself.
      sourceColumns: keys.filter((name) => groups.some(({ node }) => this.#body.variables.node(node) === name)),
      sources: this.#sources(where, shown),
    };
  }

  /** An average and the like of a value, for each group where there are any. */
  aggregateValues(target: PlanValue, aggregate: AggregateName): CompiledPlan {
    const { variables, patterns } = this.#body;
    const { keys, shown } = this.#groups(this.#plan.groups);
    const as = aggregateColumns[aggregate];
    const names = this.#plan.groups.flatMap((column) => this.#shownOnce(column));
    const where = [...this.#body.at(), ...patterns.value(target), ...names];
    const orderBy = shown.map((name) => ({ by: variable(name) }));
    const project: Projection[] = [...keys, { expression: { aggregate, of: variable(variables.value(target)) }, as }];
    return {
      query: { project, where, ...(keys.length === 0 ? {} : { groupBy: keys, orderBy }) },
      columns: [...shown, as],
      sourceColumns: [],
      sources: this.#sources(where, shown),
    };
  }

  /** An average and the like of how many there are for each of a group; by default of what they are tied to. */
  aggregateCounts(target: NodeColumn, aggregate: AggregateName): CompiledPlan | undefined {
    const groups = this.#plan.groups.length > 0 ? this.#plan.groups : this.#neighbour(target.node);
    if (groups.length === 0) return undefined;
    const { keys } = this.#groups(groups);
    const where = this.#counting(target, groups);
    const grouped: SelectQuery = { project: [...keys, this.#counted(target)], where, groupBy: keys };
    const counts = this.#orZero(target, groups) ?? grouped;
    const as = aggregateColumns[aggregate];
    return {
      query: { project: [{ expression: { aggregate, of: variable('count') }, as }], where: [{ select: counts }] },
      columns: [as],
      sourceColumns: [],
      sources: this.#sources(where),
    };
  }

  #counted(target: Column): Projection {
    const of = this.#body.variables.countedBy(target);
    return { expression: { aggregate: 'COUNT', of, distinct: true }, as: 'count' };
  }

  #groups(groups: readonly Column[]): { keys: string[]; shown: string[] } {
    const { variables } = this.#body;
    return {
      keys: distinct(groups.flatMap((column) => variables.key(column))),
      shown: distinct(groups.map((column) => variables.shown(column))),
    };
  }

  #neighbour(node: number): Column[] {
    const link = this.#plan.links.find(({ near, far }) => near === node || far === node);
    return link === undefined ? [] : [{ node: link.near === node ? link.far : link.near }];
  }

  /** The things that are counted, with the groups that they are in. */
  #counting(target: Column, groups: readonly Column[]): Pattern[] {
    return [...this.#body.at(), ...groups.flatMap((column) => this.#shownOnce(column)), ...this.#nameOf(target)];
  }

  #nameOf(target: Column): Pattern[] {
    const { variables, patterns } = this.#body;
    if (!isNodeColumn(target)) return patterns.value(target);
    return variables.counted(target) === variables.node(target.node) ? [] : patterns.identity(target.node);
  }

  /** Where each of one kind of thing is asked about, those that have none count 0, and are not left out. */
  #orZero(target: Column, groups: readonly Column[]): SelectQuery | undefined {
    const { variables, patterns, apart, root } = this.#body;
    const [group] = groups;
    if (groups.length !== 1 || group === undefined || !isNodeColumn(group) || !isNodeColumn(target)) return undefined;
    const { negated, counts, ranks } = this.#plan;
    const isPlain = negated.length + counts.length + ranks.length === 0;
    if (!isPlain || variables.isByName(group.node) || group.node === target.node) return undefined;
    const kept = new Set(subtree(this.#plan, group.node, apart));
    const others = subtree(this.#plan, root, new Set([...apart, group.node])).filter((node) => !kept.has(node));
    const typed = patterns.typing(group.node);
    return countsOrZero({
      key: [variables.node(group.node)],
      shown: variables.key(group).slice(1),
      things: [...typed, ...this.#body.at(group.node), ...this.#shownBy(group, false)],
      parts: [...typed, ...this.#body.joined(others, group.node), ...this.#nameOf(target)],
      counted: variables.countedBy(target),
      as: 'count',
    });
  }

  /** What shows a column; what is asked for besides the first may be missing. */
  #shownBy(column: Column, isFurther: boolean): Pattern[] {
    const { variables, patterns } = this.#body;
    if (isNodeColumn(column)) {
      const name = patterns.name(column.node);
      return name.length === 0 || variables.isAlwaysNamed(column.node) ? name : [{ optional: name }];
    }
    const value = patterns.shownValue(column);
    return isFurther && !column.relation.always ? [{ optional: value }] : value;
  }

  /** What shows a group, once whatever its spellings. */
  #shownOnce(column: Column): Pattern[] {
    const { variables, patterns } = this.#body;
    const isResolved = isNodeColumn(column) && variables.isResolved(column.node);
    return isResolved ? patterns.oneName(column.node) : this.#shownBy(column, false);
  }

  /** Nodes that may have no name are shown by their IRIs. */
  #fallbacks(): Record<string, string> {
    const { variables } = this.#body;
    const unnamed = this.#plan.columns.filter(
      (column) => isNodeColumn(column) && !variables.isAlwaysNamed(column.node),
    );
    return Object.fromEntries(unnamed.map((column) => [variables.shown(column), variables.node(column.node)]));
  }

  /** The variable that puts the things asked for in the order of the one paper that they are of. */
  #order(): string[] {
    const [target] = this.#plan.columns;
    const named = this.#plan.nodes.filter(({ names }) => names.length > 0);
    if (target === undefined || !isNodeColumn(target) || named.length !== 1) return [];
    const link = this.#plan.links.find(
      ({ near, far, twin }) => twin !== true && (near === target.node || far === target.node),
    );
    const order = link === undefined || this.#body.apart.has(link.far) ? undefined : this.#body.patterns.orderOf(link);
    return order === undefined ? [] : [order];
  }

  /** Variables of the nodes that are joined, which rows rest on. */
  #sourceNodes(): string[] {
    const { variables, apart, root } = this.#body;
    return subtree(this.#plan, root, apart)
      .slice(0, mostSourceColumns)
      .map((node) => variables.node(node));
  }

  #sources(where: readonly Pattern[], by: readonly string[] = []): NonNullable<CompiledPlan['sources']> {
    const columns = this.#sourceNodes();
    const limit = by.length === 0 ? mostSources : mostSourceRows;
    return { query: { distinct: true, project: distinct([...by, ...columns]), where, limit }, columns };
  }
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}
