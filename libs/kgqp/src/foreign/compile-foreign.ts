import type { Comparison, Expression, Pattern, Projection, SelectQuery, AskQuery } from '@askg/graph';
import type { InducedLexicon } from '../induce/induced-lexicon.ts';
import type { Extreme, ForeignItem, ForeignOutline } from './foreign-item.ts';
import { ForeignPatterns } from './foreign-patterns.ts';
import type { ForeignDraft, Measure, Placed } from './foreign-plan.ts';
import { ForeignVariables } from './foreign-variables.ts';

/** How things are shown: by IRI, by name, or by both. */
export type ShownAs = 'iri' | 'name' | 'both';
/** `blank`: classes whose nodes have no IRI, and are shown by name in any case. */
export type Show = { shownAs: ShownAs; blank: ReadonlySet<string> };
export type CompiledForeign = { query: SelectQuery | AskQuery; columns: string[] };

const mostRows = 2_000;

/** Writes the query of a draft; undefined for one that cannot be a query. */
export function compileForeign(
  draft: ForeignDraft,
  outline: ForeignOutline,
  lexicon: InducedLexicon,
  show: Show,
): CompiledForeign | undefined {
  return new ForeignCompiler(draft, outline, lexicon, show).compile();
}

type Shown = { project: Projection[]; keys: string[]; patterns: Pattern[] };

class ForeignCompiler {
  readonly #draft: ForeignDraft;
  readonly #items: readonly ForeignItem[];
  readonly #outline: ForeignOutline;
  readonly #lexicon: InducedLexicon;
  readonly #show: Show;
  readonly #variables: ForeignVariables;
  readonly #patterns: ForeignPatterns;

  constructor(draft: ForeignDraft, outline: ForeignOutline, lexicon: InducedLexicon, show: Show) {
    this.#draft = draft;
    this.#outline = outline;
    this.#items = outline.items;
    this.#lexicon = lexicon;
    this.#show = show;
    this.#variables = new ForeignVariables(draft);
    const measures = [...draft.placed.values()].flatMap((placed) =>
      placed.kind === 'measure' ? [placed.measure] : [],
    );
    this.#patterns = new ForeignPatterns(draft, lexicon, this.#variables, measures);
  }

  compile(): CompiledForeign | undefined {
    const where = this.#counted(this.#patterns.all());
    if (where === undefined) return undefined;
    if (this.#outline.form === 'ask') return { query: { ask: where }, columns: ['answer'] };
    const asked = this.#items.find((item) => item.asked === true);
    const placed = asked === undefined ? undefined : this.#draft.placed.get(asked);
    if (asked === undefined || placed === undefined) return undefined;
    const groups = this.#items.filter((item) => item.grouped === true && item !== asked);
    if (this.#outline.counts) return this.#aggregated(where, groups, this.#countOf(placed), 'count');
    const aggregate = this.#aggregateOf(asked, placed);
    if (asked.bothEnds === true && placed.kind === 'measure') return this.#bothEnds(where, groups, placed.measure);
    if (aggregate !== undefined) return this.#aggregated(where, groups, aggregate, 'value');
    return this.#listed(where, asked);
  }

  /** An average and the like of what is asked for, or its extreme. */
  #aggregateOf({ aggregate, extreme }: ForeignItem, placed: Placed): Expression | undefined {
    if (placed.kind !== 'measure') return undefined;
    const of = this.#patterns.expression(placed.measure);
    if (aggregate !== undefined) return { aggregate, of };
    if (extreme === undefined) return undefined;
    return { aggregate: extreme.descending ? 'MAX' : 'MIN', of };
  }

  #bothEnds(where: readonly Pattern[], groups: readonly ForeignItem[], measure: Measure): CompiledForeign {
    const of = this.#patterns.expression(measure);
    const { query, columns } = this.#aggregated(where, groups, { aggregate: 'MIN', of }, 'minimum');
    const as = this.#variables.free('maximum');
    const project = [...query.project, { expression: { aggregate: 'MAX' as const, of }, as }];
    return { query: { ...query, project }, columns: [...columns, as] };
  }

  #countOf(placed: Placed): Expression {
    const of =
      placed.kind === 'node'
        ? { variable: this.#variables.node(placed.node) }
        : this.#patterns.expression(placed.measure);
    return { aggregate: 'COUNT', of, distinct: true };
  }

  /** One row for each group, or one altogether. */
  #aggregated(
    where: readonly Pattern[],
    groups: readonly ForeignItem[],
    expression: Expression,
    as: string,
  ): CompiledForeign & { query: SelectQuery } {
    const shown = this.#shown(groups);
    const name = this.#variables.free(as);
    const rank = this.#items.find((item) => item.extreme !== undefined && item.grouped === true)?.extreme;
    const order = rank === undefined ? {} : orderBy(expression, rank);
    const query: SelectQuery = {
      project: [...shown.project, { expression, as: name }],
      where: [...where, ...shown.patterns],
      ...(shown.keys.length === 0 ? {} : { groupBy: shown.keys, limit: mostRows }),
      ...order,
    };
    return { query, columns: namesOf(query.project) };
  }

  #listed(where: readonly Pattern[], asked: ForeignItem): CompiledForeign {
    const others = this.#items.filter((item) => item.column === true && item !== asked && this.#draft.placed.has(item));
    const folded = others.filter((item) => item.counted === true || item.aggregate !== undefined);
    const plain = others.filter((item) => !folded.includes(item));
    // Groups come before what is told of them.
    const shown = this.#shown([
      ...plain.filter((item) => item.grouped === true),
      asked,
      ...plain.filter((item) => item.grouped !== true),
    ]);
    const ranked = this.#items.find(
      (item) =>
        item.extreme !== undefined &&
        item !== asked &&
        (item.what.kind === 'node' || this.#draft.placed.get(item)?.kind === 'node' || item.aggregate !== undefined),
    );
    const results = folded.map((item): Projection => ({
      expression: this.#foldedOf(item),
      as: this.#variables.free(item.aggregate?.toLowerCase() ?? 'count'),
    }));
    const [order] = this.#draft.orders;
    const ranking = ranked?.extreme === undefined ? undefined : orderBy(this.#foldedOf(ranked), ranked.extreme);
    const ordering =
      order === undefined ? { limit: mostRows } : orderBy(this.#patterns.expression(order.measure), order.extreme);
    const isGrouped = results.length > 0 || ranking !== undefined;
    const query: SelectQuery = {
      ...(isGrouped ? {} : { distinct: true }),
      project: [...shown.project, ...results],
      where: [...where, ...shown.patterns],
      ...(isGrouped ? { groupBy: shown.keys } : {}),
      ...(isGrouped ? (ranking ?? { limit: mostRows }) : ordering),
    };
    return { query, columns: namesOf(query.project) };
  }

  #foldedOf(item: ForeignItem): Expression {
    const placed = this.#draft.placed.get(item);
    if (placed?.kind === 'measure') {
      return { aggregate: item.aggregate ?? 'MAX', of: this.#patterns.expression(placed.measure) };
    }
    return { aggregate: 'COUNT', of: { variable: this.#variables.node(placed?.node ?? 0) }, distinct: true };
  }

  #shown(items: readonly ForeignItem[]): Shown {
    const shown: Shown = { project: [], keys: [], patterns: [] };
    for (const item of items) {
      const placed = this.#draft.placed.get(item);
      if (placed === undefined) continue;
      if (placed.kind === 'node') this.#showNode(placed.node, shown);
      else this.#showMeasure(placed.measure, shown);
    }
    return { project: [...new Set(shown.project)], keys: [...new Set(shown.keys)], patterns: shown.patterns };
  }

  #showNode(node: number, { project, keys, patterns }: Shown): void {
    const term = this.#patterns.term(node);
    const name = this.#variables.node(node);
    const naming = this.#namingOf(node);
    const isBlank = (this.#draft.nodes[node]?.classes ?? []).some((cls) => this.#show.blank.has(cls));
    const shownAs = isBlank ? 'name' : this.#show.shownAs;
    const isNamed = shownAs !== 'iri' && naming !== undefined;
    if ('iri' in term) patterns.push({ bind: term, as: name });
    if (shownAs !== 'name' || !isNamed) {
      project.push(name);
      keys.push(name);
    }
    if (!isNamed) return;
    const label = this.#variables.name(node);
    patterns.push({ optional: [{ subject: { variable: name }, path: { iri: naming }, object: { variable: label } }] });
    project.push(label);
    keys.push(label);
  }

  #namingOf(node: number): string | undefined {
    const names = (this.#draft.nodes[node]?.classes ?? []).map((cls) => this.#lexicon.namings.get(cls)?.name);
    return names[0];
  }

  #showMeasure(measure: Measure, { project, keys, patterns }: Shown): void {
    const [only] = measure;
    if (measure.length === 1 && only !== undefined) {
      const name = this.#variables.value(only);
      project.push(name);
      keys.push(name);
      return;
    }
    const as = this.#variables.free('product');
    patterns.push({ bind: this.#patterns.expression(measure), as });
    project.push(as);
    keys.push(as);
  }

  /** Things that have so many of something: counted in a query of their own. */
  #counted(where: readonly Pattern[]): Pattern[] | undefined {
    const counted = this.#items.filter(
      (item) => item.condition !== undefined && this.#draft.placed.get(item)?.kind === 'node',
    );
    const [item, ...more] = counted;
    if (item?.condition === undefined) return [...where];
    const placed = this.#draft.placed.get(item);
    if (placed?.kind !== 'node' || more.length > 0 || item.condition.compare === 'between') return undefined;
    const owner = this.#ownerOf(placed.node);
    if (owner === undefined || 'iri' in this.#patterns.term(owner)) {
      return this.#outline.form === 'ask'
        ? [this.#having(where, [], placed.node, item.condition.compare, item.condition.numbers[0] ?? 0)]
        : undefined;
    }
    const names = this.#draft.nodes.flatMap(({ scope }, i) =>
      scope === 0 && i !== placed.node && 'variable' in this.#patterns.term(i) && !this.#isBelow(i, placed.node, owner)
        ? [this.#variables.node(i)]
        : [],
    );
    return [this.#having(where, names, placed.node, item.condition.compare, item.condition.numbers[0] ?? 0)];
  }

  #having(
    where: readonly Pattern[],
    names: readonly string[],
    node: number,
    compare: Comparison,
    number: number,
  ): Pattern {
    const left: Expression = { aggregate: 'COUNT', of: { variable: this.#variables.node(node) }, distinct: true };
    const right = { literal: String(number), datatype: 'http://www.w3.org/2001/XMLSchema#integer' };
    const project: Projection[] = names.length === 0 ? [{ expression: left, as: 'counted' }] : [...names];
    return {
      select: { project, where, ...(names.length === 0 ? {} : { groupBy: names }), having: { compare, left, right } },
    };
  }

  /** What has the things that are counted: the asked thing where there is one. */
  #ownerOf(node: number): number | undefined {
    const asked = this.#items.find((item) => item.asked === true);
    const placed = asked === undefined ? undefined : this.#draft.placed.get(asked);
    if (placed?.kind === 'node' && placed.node !== node) return placed.node;
    const edge = this.#draft.edges.find(({ from, to }) => from === node || to === node);
    return edge === undefined ? undefined : edge.from === node ? edge.to : edge.from;
  }

  /** Whether a node lies between the counted things and what has them, so that it is one of many as well. */
  #isBelow(node: number, counted: number, owner: number): boolean {
    const edges = this.#draft.edges;
    const reach = (from: number, without: number): Set<number> => {
      const found = new Set([from]);
      for (const at of found) {
        for (const { from: one, to: other } of edges) {
          if (one === at && other !== without) found.add(other);
          if (other === at && one !== without) found.add(one);
        }
      }
      return found;
    };
    return node !== owner && reach(counted, owner).has(node);
  }
}

function orderBy(
  by: Expression,
  { descending, limit, offset }: Extreme,
): Pick<SelectQuery, 'orderBy' | 'limit' | 'offset'> {
  return { orderBy: [{ by, descending }], limit, ...(offset > 0 ? { offset } : {}) };
}

function namesOf(project: readonly Projection[]): string[] {
  return project.map((item) => (typeof item === 'string' ? item : item.as));
}
