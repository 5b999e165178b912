import { ddm } from '@askg/ddm';
import type { Lexicon } from '../linking/lexicon.ts';
import type { Draft } from './draft.ts';
import type { Hint } from './item.ts';
import type { Outline } from './outline.ts';
import { type Column, isNodeColumn, type Plan, type PlanValue, plainNode } from './plan.ts';

const unpaidVerb = 1.2;
const unshownNoun = 0.4;
const unshared = 1.3;

/** The plan of a draft in which every item has its place, and what the words that it leaves unused cost. */
export function finishDraft(
  unsettled: Draft,
  { items, hints, target, counts, isOther, isHalf }: Outline,
  lexicon: Lexicon,
): { plan: Plan; score: number; strain: number; unsaid: number }[] {
  const draft = shareWithAnother(settle(unsettled, lexicon), items, isOther);
  const columnsOf = (is: (item: Outline['items'][number]) => boolean): Column[] =>
    items.flatMap((item, i) => {
      const place = draft.places.get(i);
      return is(item) && place !== undefined ? [place] : [];
    });
  const several = severalMeant(draft, items, target, lexicon);
  const unpaid = hints.filter(
    (hint, i) =>
      !hint.isWeak &&
      hint.relations.length > 0 &&
      !draft.paid.has(i) &&
      !isOpen(hint, draft, lexicon, { items, target }),
  ).length;
  const isUnshared = isHalf || (isOther && !isSharedItem(draft, items));
  const placeless = draft.nodes.filter(
    ({ ordinal }, i) => ordinal !== undefined && !draft.links.some(({ near, far }) => near === i || far === i),
  ).length;
  return [
    {
      plan: {
        nodes: draft.nodes,
        links: draft.links,
        columns: [...columnsOf(({ projected }) => projected), ...(counts ? [] : several)],
        groups: [...columnsOf(({ grouped }) => grouped), ...(counts ? several : [])],
        negated: draft.negated,
        missing: draft.missing,
        counts: draft.counts,
        ranks: [...draft.ranks, ...tally(draft, items, target)],
        isOther,
        required: requiredValues(draft, items),
      },
      score: draft.score - unpaidVerb * unpaid - (isUnshared ? unshared : 0),
      strain: draft.strain,
      unsaid: unpaid + draft.idle + placeless + (isUnshared ? 1 : 0),
    },
  ];
}

/** "The PyTorch paper" may be each of two: the answer says which is meant where. */
function severalMeant(
  draft: Draft,
  items: Outline['items'],
  target: number | undefined,
  { namings }: Lexicon,
): Column[] {
  const asked = draft.places.get(target ?? -1);
  if (asked === undefined) return [];
  const known = new Set(
    items.flatMap(({ projected, grouped }, i) => {
      const place = draft.places.get(i);
      return (projected || grouped) && place !== undefined && isNodeColumn(place) ? [place.node] : [];
    }),
  );
  return draft.nodes.flatMap(({ cls, names, isOne }, node): Column[] => {
    const isSeveral = isOne === true && names.length === 1 && (names[0]?.labels.length ?? 0) > 1;
    return isSeveral && !known.has(node) && namings.get(cls)?.isLocal === false ? [{ node }] : [];
  });
}

/** "All authors" are the ends of a relation that no other word speaks of: what they are authors of is left open. */
function settle(draft: Draft, { relations }: Lexicon): Draft {
  let { nodes, links, score } = draft;
  for (const { node, relation: id } of draft.owed) {
    const relation = relations.get(id)?.find(({ to }) => to === nodes[node]?.cls);
    if (relation === undefined) continue;
    // Of a relation within one kind the other end is a thing of the question, and must have been found.
    // What a noun names that is seldom meant must be shown.
    score -= relation.apart ? 1.5 * unpaidVerb : relation.cost > 1 ? unpaidVerb : unshownNoun;
    if (relation.apart || links.some(({ near, far }) => near === node || far === node)) continue;
    nodes = [...nodes, plainNode(relation.from, nodes[node]?.at ?? 0)];
    links = [...links, { near: node, far: nodes.length - 1, relation, forward: false }];
  }
  return { ...draft, nodes, links, score };
}

/** "Which papers share an author": what they share ties them to papers that no word names. */
function shareWithAnother(draft: Draft, items: Outline['items'], isOther: boolean): Draft {
  if (!isOther || isShared(draft)) return draft;
  const shared = items.findIndex((item) => item.isShared && item.names.length === 0);
  const node = draft.places.get(shared)?.node;
  const link = draft.links.find(({ near, far }) => far === node && draft.nodes[near]?.cls === ddm.Paper);
  if (node === undefined || link === undefined || draft.nodes[node]?.cls === ddm.Paper) return draft;
  const other = { near: node, far: draft.nodes.length, relation: link.relation, forward: !link.forward };
  return { ...draft, nodes: [...draft.nodes, plainNode(ddm.Paper, 0)], links: [...draft.links, other] };
}

/** "In which year did the most papers appear": the values of what is ranked are asked for. */
function tally(draft: Draft, items: Outline['items'], target: number | undefined): Plan['ranks'] {
  const value = draft.places.get(target ?? -1);
  return items.flatMap(({ rank }, i) => {
    const place = draft.places.get(i);
    if (
      rank === undefined ||
      value === undefined ||
      place === undefined ||
      isNodeColumn(value) ||
      !isNodeColumn(place)
    ) {
      return [];
    }
    return place.node === value.node ? [{ ...rank, of: place.node, tally: value }] : [];
  });
}

/** "Which references have a DOI": a value that is neither shown nor ruled out must be there. */
function requiredValues({ places }: Draft, items: Outline['items']): PlanValue[] {
  return items.flatMap(({ projected, grouped, negated }, i) => {
    const place = places.get(i);
    return place === undefined || isNodeColumn(place) || projected || grouped || negated ? [] : [place];
  });
}

/** "Works that are cited", "tools that are mentioned": by whom is left open, so that the verb says nothing more. */
function isOpen(
  { from, relations: named, isReversed, isPassive }: Hint,
  { nodes, links, places }: Draft,
  { relations, namings }: Lexicon,
  { items, target }: Pick<Outline, 'items' | 'target'>,
): boolean {
  // "Published after the CART paper": the verb names what is compared.
  const isCompared = links.some(({ relation: { compares } }) => compares && named.includes(compares.property));
  if (isCompared) return true;
  const ends = named.flatMap((id) => relations.get(id) ?? []).map(({ to }) => to);
  // "What does the caption say" asks for the caption.
  const isText = ends.length > 0 && ends.every((end) => end !== undefined && namings.get(end)?.isText === true);
  const isLast = (isPassive === true || isText) && items.length > 0 && items.every((item) => item.from < from);
  const asked = places.get(target ?? -1)?.node;
  return (
    (isReversed || isLast) &&
    nodes.some(({ cls, names }, i) => (names.length === 0 || i === asked) && ends.includes(cls))
  );
}

/** What is said to be shared ties two things; where no word says what, any does. */
function isSharedItem(draft: Draft, items: Outline['items']): boolean {
  const shared = items.findIndex((item) => item.isShared && item.names.length === 0);
  const place = draft.places.get(shared);
  if (place === undefined || !isNodeColumn(place)) return isShared(draft);
  return isTie(draft, place.node);
}

/** Whether some thing ties two others of one kind together, as "the same author" wants it. */
function isShared(draft: Draft): boolean {
  return draft.nodes.some((_, i) => isTie(draft, i));
}

function isTie({ nodes, links }: Pick<Draft, 'nodes' | 'links'>, node: number): boolean {
  const kinds = links.flatMap(({ near, far }) =>
    near === node || far === node ? [nodes[near === node ? far : near]?.cls] : [],
  );
  return new Set(kinds).size < kinds.length;
}
