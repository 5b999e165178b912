import type { Lexicon } from '../linking/lexicon.ts';
import type { ClassPaths } from './class-paths.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { finishDraft } from './finish-draft.ts';
import type { Outline } from './outline.ts';
import type { Plan } from './plan.ts';
import { isCompound } from './hints.ts';
import { placeItem } from './place-item.ts';

export type Candidate = { plan: Plan; outline: Outline; score: number; strain: number; unsaid: number };

const beam = 20;
/** A question of more things than this is about a text, or about several questions. */
const mostItems = 8;

/** Of "the JOSS papers" the papers come first, so that the name before them is tied to them. */
function headsFirst(order: readonly number[], items: Outline['items']): number[] {
  const isBeforeHead = (i: number) => isCompound(items[i], items[i + 1]) && order.includes(i + 1);
  return order.flatMap((i) => {
    if (isBeforeHead(i)) return [];
    return isBeforeHead(i - 1) && order.includes(i - 1) ? [i, i - 1] : [i];
  });
}

/** Of a pair that shares something, what it shares comes first: "do A and B have an author in common". */
function firstOf(items: Outline['items']): number | undefined {
  const isPaired = items.some(({ goesWith }) => goesWith !== undefined);
  const kind = items.findIndex(({ names, unknownName }) => names.length === 0 && unknownName === undefined);
  return isPaired && kind >= 0 ? kind : items.length > 0 ? 0 : undefined;
}

/**
 * The ways to connect the items of an outline into one tree, best first: each item joins the tree by a path of the schema
 * that the words of the question speak for. What is asked for comes first, then the rest from left to right.
 */
export function assemble(outline: Outline, lexicon: Lexicon, paths: ClassPaths): Candidate[] {
  const order = outline.items.map((_, i) => i);
  const first = outline.target ?? firstOf(outline.items);
  if (first === undefined || outline.items.length > mostItems) return [];
  const rest = headsFirst(
    order.filter((i) => i !== first),
    outline.items,
  );
  // A value that is asked for needs the thing that has it.
  const target = outline.items[first];
  let drafts: Draft[] = [emptyDraft()];
  const isValue = target?.senses.every(({ kind }) => kind === 'value') === true;
  for (const i of isValue ? [...rest, first] : [first, ...rest]) {
    const item = outline.items[i];
    if (item === undefined) continue;
    drafts = drafts.flatMap((draft) => placeItem(draft, item, i, { outline, lexicon, paths }));
    drafts = drafts.toSorted((a, b) => b.score - a.score).slice(0, beam);
  }
  return drafts
    .flatMap((draft) => finishDraft(draft, outline, lexicon))
    .map(({ plan, score, strain, unsaid }) => ({ plan, outline, strain, unsaid, score: score + outline.score }))
    .toSorted((a, b) => b.score - a.score);
}
