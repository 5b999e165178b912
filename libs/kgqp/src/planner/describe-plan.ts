import { ddm } from '@askg/ddm';
import type { LabelMatch } from '../linking/label-match.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import type { Relation } from '../linking/relation.ts';
import type { AggregateName, Outline } from './outline.ts';
import { type Column, isNodeColumn, type Plan, type PlanLink, type PlanNode } from './plan.ts';

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
};
const plurals: Record<string, string> = { has: 'have', is: 'are', does: 'do', cites: 'cite', mentions: 'mention' };

/** What is said of a node: begins with a verb in the singular, or with "of". */
type Clause = { about: number; says: string; other?: number };

/** A plan in words, so that a reader can tell whether it is what was asked. */
export function describePlan(plan: Plan, outline: Outline, lexicon: Lexicon): string {
  return new PlanDescription(plan, outline, lexicon).text();
}

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
    const clauses = this.#clauses().filter((clause) => !this.#isGrouping(clause));
    const [target] = this.#plan.columns;
    if (target === undefined) return clauses.map((clause) => this.#sentence(clause)).join(', and ');
    const { aggregate, counts } = this.#outline;
    const isNode = isNodeColumn(target);
    const isPlural = isNode || counts;
    const own = clauses.filter(({ about }) => about === target.node);
    const others = clauses.filter((clause) => !own.includes(clause));
    const groups = this.#plan.groups.map((column) => ` for each ${this.#column(column, false)}`).join('');
    const number = counts || (aggregate !== undefined && isNode) ? 'number of ' : '';
    const shown = this.#plan.columns.map((column) => this.#column(column, true));
    const head = `${aggregate === undefined ? '' : `${aggregates[aggregate]} `}${number}${shown.join(' and ')}`;
    const where = others.length === 0 ? '' : `, where ${others.map((clause) => this.#sentence(clause)).join(', and ')}`;
    return `${head}${this.#relative(own, target, isPlural && isNode)}${groups}${where}${this.#shared()}`;
  }

  /** What is asked for with what is said of it: "papers that have the keyword …". */
  #relative(clauses: readonly Clause[], target: Column, isPlural: boolean): string {
    const bare = clauses.filter(({ says }) => says.startsWith('of ')).map(({ says }) => ` ${says}`);
    const verbal = clauses
      .filter(({ says }) => !says.startsWith('of '))
      .map(({ says }) => (isPlural ? inPlural(says) : says));
    const pronoun = this.#plan.nodes[target.node]?.cls === ddm.Person ? 'who' : 'that';
    return `${bare.join('')}${verbal.length === 0 ? '' : ` ${pronoun} ${verbal.join(' and ')}`}`;
  }

  #sentence({ about, says }: Clause): string {
    return `the ${this.#node(about)} ${says.startsWith('of ') ? `is ${says}` : says}`;
  }

  /** "For each paper" says already what things are of. */
  #isGrouping({ other }: Clause): boolean {
    const isGroup = this.#plan.groups.some((column) => isNodeColumn(column) && column.node === other);
    return isGroup && other !== undefined && (this.#plan.nodes[other]?.names.length ?? 0) === 0;
  }

  #class(node: number, plural = false): string {
    const label = this.#lexicon.vocabulary.classes.get(this.#plan.nodes[node]?.cls ?? '')?.label ?? 'thing';
    return plural ? pluralOf(label) : label;
  }

  /** A node by its name, where it has one. */
  #node(node: number): string {
    const { names = [], unknownName, concepts = [], ordinal } = this.#plan.nodes[node] ?? {};
    const label = unknownName === undefined ? names.map(quoted).slice(0, 3).join(' or ') : `“${unknownName}”`;
    const role = concepts
      .flatMap(({ iris }) => iris.map((iri) => this.#lexicon.vocabulary.concepts.get(iri)?.label ?? iri))
      .join(' or ');
    const place = ordinal === undefined ? '' : ordinal < 0 ? 'last' : `number ${ordinal}`;
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

  #clauses(): Clause[] {
    const { nodes, links, missing, required, ranks } = this.#plan;
    const ranked = new Set(ranks.flatMap((rank) => ('node' in rank ? [rank.node] : [])));
    const target = this.#plan.columns[0];
    return [
      ...nodes.flatMap((node, about): Clause[] => {
        const isLinked = links.some(({ near, far }) => near === about || far === about);
        const isShown = target !== undefined && !isNodeColumn(target) && target.node === about;
        const isAsked = target !== undefined && isNodeColumn(target) && target.node === about;
        if (isAsked && node.names.length > 0) return [{ about, says: this.#identity(node) }];
        const isSaid = isLinked || isShown || node.names.length + node.concepts.length === 0;
        return isSaid ? [] : [{ about, says: `is ${this.#node(about)}` }];
      }),
      ...links.filter(({ far, twin }) => twin !== true && !ranked.has(far)).map((link) => this.#link(link)),
      ...nodes.flatMap((node, about) =>
        node.years.map(({ years, negated }) => ({
          about,
          says: `is ${negated === true ? 'not ' : ''}${inWords(years)}`,
        })),
      ),
      ...missing.map(({ node, relation }) => ({ about: node, says: `has no ${this.#label(relation)}` })),
      ...required.map(({ node, relation }) => ({ about: node, says: `has ${withArticle(this.#label(relation))}` })),
      ...ranks.map((rank) => ({ about: rank.of, says: this.#rank(rank) })),
    ];
  }

  /** By what a thing that is asked for is told: "has the ORCID …". */
  #identity({ names }: PlanNode): string {
    const property = this.#lexicon.vocabulary.properties.get(names[0]?.property ?? '')?.label ?? 'name';
    return `has the ${property} ${names.map(quoted).join(' or ')}`;
  }

  /** What several papers have in common. */
  #shared(): string {
    const { nodes, links } = this.#plan;
    const shared = nodes.flatMap((node, i) => {
      const papers = links.filter(
        ({ near, far }) =>
          (near === i && nodes[far]?.cls === ddm.Paper) || (far === i && nodes[near]?.cls === ddm.Paper),
      );
      return papers.length > 1 && node.names.length === 0 && node.cls !== ddm.Paper ? [this.#class(i)] : [];
    });
    return shared.map((label) => `, with the same ${label}`).join('');
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

  #link(link: PlanLink): Clause {
    const condition = this.#plan.counts.find(({ node }) => node === link.far)?.condition;
    if (condition !== undefined) {
      const things = this.#class(link.far, condition.count !== 1);
      return { about: link.near, says: `has ${comparisons[condition.compare] ?? ''} ${condition.count} ${things}` };
    }
    const [from, to] = link.forward ? [link.near, link.far] : [link.far, link.near];
    const clause = this.#columns(to) ? this.#ofEnd(link, from, to) : this.#ofStart(link, from, to);
    return this.#plan.negated.includes(link.far) ? { ...clause, says: denied(clause.says) } : clause;
  }

  #columns(node: number): boolean {
    return this.#plan.columns[0]?.node === node;
  }

  #ofEnd({ relation }: PlanLink, from: number, to: number): Clause {
    const [, passive] = verbs[relation.id] ?? [];
    const whole = this.#node(from);
    if (passive !== undefined) return { about: to, says: `${passive} the ${whole}`, other: from };
    const says = this.#isOwn(relation, to) ? `of the ${whole}` : `is ${this.#label(relation)} of the ${whole}`;
    return { about: to, says, other: from };
  }

  #ofStart({ relation }: PlanLink, from: number, to: number): Clause {
    const [active] = verbs[relation.id] ?? [];
    const part = this.#node(to);
    const isPlain = part === this.#class(to);
    if (active !== undefined) {
      return { about: from, says: `${active} ${isPlain ? withArticle(part) : `the ${part}`}`, other: to };
    }
    if (this.#isOwn(relation, to)) {
      return { about: from, says: `has ${isPlain ? withArticle(part) : `the ${part}`}`, other: to };
    }
    // The class need not be said with the label: "has the author “Ada Lind”".
    const name = part.replace(this.#class(to), '').trim();
    if (name === '') return { about: to, says: `is ${this.#label(relation)} of the ${this.#node(from)}`, other: from };
    return { about: from, says: `has the ${this.#label(relation)} ${name}`, other: to };
  }

  #isOwn(relation: Relation, end: number): boolean {
    return this.#class(end).endsWith(this.#label(relation));
  }
}

/** A name, or, where several were meant, the words that they have in common. */
function quoted({ labels, said }: LabelMatch): string {
  return `“${labels.length === 1 ? (labels[0] ?? said) : said}”`;
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** "Has a keyword" becomes "has no keyword", "has the keyword X" "does not have the keyword X". */
function denied(says: string): string {
  if (/^has an? /.test(says)) return says.replace(/^has an? /, 'has no ');
  if (says.startsWith('is ')) return says.replace(/^is /, 'is not ');
  return says.replace(/^\w+/, (verb) => `does not ${plurals[verb] ?? verb}`);
}

function inPlural(says: string): string {
  const noun = /^is (?:not )?([\w-]+) of /.exec(says)?.[1];
  const plural = noun === undefined ? says : says.replace(noun, pluralOf(noun));
  return plural.replace(/^\w+/, (verb) => plurals[verb] ?? verb);
}

function inWords({ from, to }: { from?: number; to?: number }): string {
  if (from !== undefined && from === to) return `from ${from}`;
  if (from === undefined) return `from ${to} or earlier`;
  return to === undefined ? `from ${from} or later` : `from ${from} to ${to}`;
}

function pluralOf(label: string): string {
  if (label === 'person') return 'people';
  if (label.endsWith('y')) return `${label.slice(0, -1)}ies`;
  return `${label}s`;
}
