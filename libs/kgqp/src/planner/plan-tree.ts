import { ddm } from '@askg/ddm';
import type { Lexicon } from '../linking/lexicon.ts';
import type { Plan } from './plan.ts';

/** The nodes below a node, itself included, without what lies below those that are left out. */
export function subtree(plan: Plan, root: number, without: ReadonlySet<number> = new Set()): number[] {
  const nodes = [root];
  for (let i = 0; i < nodes.length; i += 1) {
    for (const { near, far } of plan.links) {
      if (near === nodes[i] && !without.has(far)) nodes.push(far);
    }
  }
  return nodes;
}

/** The node where no link ends. */
export function rootOf(plan: Plan): number {
  const ends = new Set(plan.links.map(({ far }) => far));
  return plan.nodes.findIndex((_, i) => !ends.has(i));
}

/**
 * Things that belong to one paper each are told apart by their names, so "the authors of A who wrote B" are two nodes with
 * one name: each link from such a thing towards a second paper gets a twin of it.
 */
export function withTwins(plan: Plan, { namings }: Lexicon): Plan {
  const nodes = [...plan.nodes];
  const links = [...plan.links];
  plan.nodes.forEach((node, i) => {
    if (namings.get(node.cls)?.isLocal !== true) return;
    const toPapers = links.flatMap(({ near, far }, at) => {
      if (near !== i && far !== i) return [];
      return leadsToPaper(plan, near === i ? far : near, i) ? [at] : [];
    });
    for (const at of toPapers.slice(1)) {
      const link = links[at];
      if (link === undefined || link.near !== i) continue;
      nodes.push({ cls: node.cls, names: [], concepts: [], years: [], at: node.at, twinOf: i });
      links[at] = { ...link, near: nodes.length - 1 };
      links.push({ near: i, far: nodes.length - 1, twin: true, relation: link.relation, forward: true });
    }
  });
  return { ...plan, nodes, links };
}

/** Whether a paper, or a part whose paper the plan holds too, lies that way. */
function leadsToPaper({ nodes, links }: Plan, start: number, from: number): boolean {
  const seen = new Set([from, start]);
  const open = [start];
  for (const at of open) {
    if (nodes[at]?.cls === ddm.Paper) return true;
    for (const { near, far } of links) {
      const next = near === at ? far : far === at ? near : undefined;
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return false;
}
