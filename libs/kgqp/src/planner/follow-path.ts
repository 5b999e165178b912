import { ddm } from '@askg/ddm';
import type { ClassPath } from './class-paths.ts';
import { type Draft, withPlace } from './draft.ts';
import { bestHint, isTowards, ofBonus } from './hints.ts';
import type { Item } from './item.ts';
import type { Outline } from './outline.ts';
import { plainNode, type PlanNode } from './plan.ts';

export const namedByNoun = 1.4;
const namedByFarNoun = 0.6;
export const perWordApart = 0.06;
const perFurtherStep = 0.15;
const saidTwice = 0.1;
/** What is asked for is the likeliest subject of the question's verb. */
const asSubject = 0.35;
const asShared = 1;
const seldomNamed = 0.8;
/** What else the paper of a part has says little of the part itself. */
const throughPaper = 0.6;

export type Way = {
  near: number;
  path: ClassPath;
  node: PlanNode;
  item: Item;
  index: number;
  /** The relation that the item's noun names. */
  relation?: string | undefined;
  outline: Outline;
  /** Things of the kind at the end are seldom named without saying their kind. */
  isSeldom?: boolean;
  /** Relations whose words tell which end is which. */
  directed?: ReadonlySet<string>;
  /** Things at the start are parts of a paper. */
  isPart?: boolean;
};

/** Adds the nodes of a path and pays for it: its length, less what the words of the question speak for it. */
export function followPath(draft: Draft, way: Way): Draft {
  const { near, path, node, item, relation, outline } = way;
  const nodes = [...draft.nodes];
  const links = [...draft.links];
  const paid = new Set(draft.paid);
  const start = draft.nodes[near]?.at ?? 0;
  let { score, strain, owed } = draft;
  score += ofBonus(outline, start, item.from) + (isSharedAt(draft, near, outline) ? asShared : 0);
  score -= perWordApart * Math.abs(start - item.from) + perFurtherStep * (path.hops.length - 1);
  // What lies between weakens what the noun says: "the authors of an organisation" are not those of its papers.
  const noun = path.hops.length === 1 ? namedByNoun : namedByFarNoun;
  let at = near;
  path.hops.forEach((hop, i) => {
    const isLast = i === path.hops.length - 1;
    nodes.push(isLast ? node : plainNode(hop.to, start));
    const there = nodes.length - 1;
    links.push({ near: at, far: there, relation: hop.relation, forward: hop.forward });
    score -= hop.relation.cost;
    const isNoun = isLast && hop.forward && relation === hop.relation.id;
    const end = hop.forward ? there : at;
    // Either end of a relation between equals may be the one that the noun names.
    const settles = (debt: { node: number; relation: string }) =>
      debt.relation === hop.relation.id && (debt.node === end || (hop.relation.apart && debt.node === at));
    // A thing that only lies on the way says nothing of what the noun is of.
    const isOwed = owed.some(settles) && path.hops.length === 1;
    owed = owed.filter((debt) => !settles(debt));
    const found = bestHint(outline, hop.relation.id, paid, start, item.from);
    // A verb elsewhere is left for another tie, when the noun says this one.
    const isElsewhere = (found?.outside ?? 0) > 0 && !hop.relation.apart;
    const hint = (isNoun || isOwed) && isElsewhere ? undefined : found;
    const isDirected =
      (hop.relation.from === hop.relation.to && !hop.relation.apart) || way.directed?.has(hop.relation.id) === true;
    const ends = hop.forward ? ([start, item.from] as const) : ([item.from, start] as const);
    if (hint !== undefined && (!isDirected || isTowards(outline, hint.index, ends))) {
      paid.add(hint.index);
      const isStrong = outline.hints[hint.index]?.isWeak === false;
      if (isLast && isStrong) nodes[there] = { ...node, isTied: true };
      // A noun besides the verb says the same once more: "it cites these references".
      score += isNoun || isOwed ? Math.max(hint.worth, noun) + saidTwice : hint.worth;
      score += isStrong && at === 0 && outline.target !== undefined ? asSubject : 0;
    } else if (isNoun || isOwed) score += noun;
    else {
      // The plain way between two kinds of things needs no word: "the keywords of the paper".
      strain += hop.relation.cost * (isLast && i === 0 ? 0.5 : 1);
    }
    at = there;
  });
  const arrived = nodes[at];
  if (
    way.isSeldom === true &&
    arrived !== undefined &&
    arrived.names.length > 0 &&
    arrived.isTied !== true &&
    arrived.isKindSaid !== true
  ) {
    score -= arrived.names.every(({ kind }) => kind === 'loose') ? 2 * seldomNamed : seldomNamed;
  }
  if (way.isPart === true && path.hops.length > 1 && path.hops[0]?.to === ddm.Paper) score -= throughPaper;
  const last = path.hops.at(-1);
  const isNamed = last?.forward === true && last.relation.id === relation;
  if (relation !== undefined && !isNamed) owed = [...owed, { node: at, relation }];
  return withPlace({ ...draft, nodes, links, paid, owed, score, strain }, way.index, { node: at });
}

/** "The same author as X": what X is tied to is what both have. */
function isSharedAt({ places }: Draft, node: number, { items }: Outline): boolean {
  return items.some((item, i) => item.isShared && places.get(i)?.node === node);
}
