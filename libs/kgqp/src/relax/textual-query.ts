import { ddm } from '@askg/ddm';
import { type SelectQuery, writeQuery } from '@askg/graph';
import type { Lexicon } from '../linking/lexicon.ts';
import { holdersOf } from '../planner/place-item.ts';
import { plainNode, type Plan, type PlanLink, type PlanNode } from '../planner/plan.ts';
import { PlanPatterns } from '../planner/plan-patterns.ts';
import { PlanVariables } from '../planner/plan-variables.ts';
import type { Constraint } from './constraint.ts';

export const unitVariable = 'sentence';
export const mostNodes = 300;

/** The sentences that satisfy all constraints, as a query. Constraints that pass the same things speak of the same ones. */
export function textualQuery(constraints: readonly Constraint[], lexicon: Lexicon): string {
  const nodes: PlanNode[] = [plainNode(ddm.Sentence, 0)];
  const links: PlanLink[] = [];
  const known = new Map<string, number>([['', 0]]);
  for (const constraint of constraints) {
    const end = walk(constraint, nodes, links, known);
    nodes[end] = withConstraint(nodes[end] ?? plainNode(ddm.Sentence, 0), constraint, lexicon);
  }
  const plan: Plan = {
    nodes,
    links,
    columns: [],
    groups: [],
    negated: [],
    missing: [],
    counts: [],
    ranks: [],
    isOther: false,
    required: [],
  };
  const patterns = new PlanPatterns(plan, lexicon, new PlanVariables(plan, lexicon));
  const order = [...nodes.keys()].toSorted(
    (a, b) => Number((nodes[b]?.names.length ?? 0) > 0) - Number((nodes[a]?.names.length ?? 0) > 0) || a - b,
  );
  const query: SelectQuery = {
    distinct: true,
    project: [unitVariable],
    where: [...order.flatMap((node) => patterns.node(node)), ...links.flatMap((link) => patterns.link(link))],
    orderBy: [{ by: { variable: unitVariable } }],
    limit: mostNodes,
  };
  return writeQuery(query);
}

/** Follows a constraint's path, adding what no other constraint has passed; gives the node at its end. */
function walk({ path, names }: Constraint, nodes: PlanNode[], links: PlanLink[], known: Map<string, number>): number {
  let key = '';
  let at = 0;
  path.hops.forEach(({ relation, forward, to }, i) => {
    key += `/${relation.id} ${forward}`;
    // Two named things are two things, even of one kind.
    const isOwn =
      i === path.hops.length - 1 && names !== undefined && (nodes[known.get(key) ?? -1]?.names.length ?? 0) > 0;
    const there = isOwn ? undefined : known.get(key);
    if (there === undefined) {
      nodes.push(plainNode(to, 0));
      links.push({ near: at, far: nodes.length - 1, relation, forward });
      known.set(key, nodes.length - 1);
    }
    at = there ?? nodes.length - 1;
  });
  return at;
}

function withConstraint(node: PlanNode, { names, years, concepts }: Constraint, lexicon: Lexicon): PlanNode {
  const calendar = lexicon.calendar
    .flatMap((property) => lexicon.relations.get(property) ?? [])
    .find(({ from }) => from === node.cls);
  const holder =
    concepts === undefined ? undefined : holdersOf(concepts, lexicon).find(({ from }) => from === node.cls);
  return {
    ...node,
    names: names === undefined ? node.names : [...node.names, names],
    years: years === undefined || calendar === undefined ? node.years : [...node.years, { relation: calendar, years }],
    concepts:
      concepts === undefined || holder === undefined
        ? node.concepts
        : [...node.concepts, { relation: holder, iris: concepts }],
  };
}
