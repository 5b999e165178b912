import { writeQuery } from '@askg/graph';
import type { InducedLexicon } from '../induce/induced-lexicon.ts';
import type { GraphNames } from '../induce/graph-names.ts';
import type { Choice } from '../facts.ts';
import type { LabelMatch } from '../linking/label-match.ts';
import { ClassWays } from './class-ways.ts';
import { type CompiledForeign, compileForeign, type ShownAs } from './compile-foreign.ts';
import type { ForeignItem, ForeignOutline } from './foreign-item.ts';
import { emptyForeignDraft, type ForeignDraft } from './foreign-plan.ts';
import { type ForeignWord, foreignWords } from './foreign-word.ts';
import { Hints } from './hints-of.ts';
import { markForeign } from './mark-foreign.ts';
import { placeForeign } from './place-foreign.ts';
import { readForeign } from './read-foreign.ts';
import { segmentForeign } from './segment-foreign.ts';

export type ForeignCandidate = {
  text: string;
  score: number;
  compiled: CompiledForeign;
  draft: ForeignDraft;
  outline: ForeignOutline;
};
export type ForeignPlanning = {
  words: readonly ForeignWord[];
  matches: readonly LabelMatch[];
  candidates: readonly ForeignCandidate[];
};
export type ForeignPlanOptions = {
  shownAs?: ShownAs;
  /** Classes whose nodes have no IRI, and are shown by name. */
  blank?: ReadonlySet<string>;
  /** What phrases mean, where that is known. */
  choices?: readonly Choice[];
  /** Milliseconds of a monotone clock, and when planning has to end by it. */
  now?: () => number;
  endAt?: number;
};

const mostOutlines = 24;
const beam = 14;
const mostItems = 8;
const mostCandidates = 12;
const dangling = 0.45;
const perItem = 0.05;

/** Turns questions into queries over a graph that nothing was prepared for, with the words found in it. */
export class ForeignPlanner {
  readonly #lexicon: InducedLexicon;
  readonly #ways: ClassWays;

  constructor(lexicon: InducedLexicon) {
    this.#lexicon = lexicon;
    this.#ways = new ClassWays(lexicon);
  }

  /** The queries that a question may mean, best first; the same question always gives the same, if there is time. */
  plan(
    question: string,
    names: GraphNames,
    { shownAs = 'both', choices = [], blank = new Set(), now, endAt = Infinity }: ForeignPlanOptions = {},
  ): ForeignPlanning {
    const words = foreignWords(question, this.#lexicon, (stem) => names.hasStem(stem));
    const matches = names.match(words, this.#lexicon.general.demonyms).flatMap((match) => chosenOf(match, choices));
    const segmentations = segmentForeign(words, markForeign(words, this.#lexicon, matches));
    const outlines = segmentations
      .flatMap((segmentation) => readForeign(words, segmentation, this.#lexicon))
      .filter(({ items }) => items.length > 0 && items.length <= mostItems)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, mostOutlines);
    const isLate = () => now !== undefined && now() > endAt;
    const drafted: { draft: ForeignDraft; outline: ForeignOutline; score: number }[] = [];
    for (const outline of outlines) {
      if (isLate()) break;
      for (const draft of this.#assemble(outline, words, isLate)) {
        drafted.push({
          draft,
          outline,
          score: outline.score + draft.score - this.#danglingCost(draft, outline) - perItem * outline.items.length,
        });
      }
    }
    const candidates = new Map<string, ForeignCandidate>();
    for (const { draft, outline, score } of drafted.toSorted((a, b) => b.score - a.score)) {
      if (candidates.size >= mostCandidates) break;
      const compiled = compileForeign(draft, outline, this.#lexicon, { shownAs, blank });
      if (compiled === undefined) continue;
      const text = writeQuery(compiled.query);
      if (!candidates.has(text)) candidates.set(text, { text, score, compiled, draft, outline });
    }
    return { words, matches, candidates: [...candidates.values()] };
  }

  /** What is asked for comes first, then the rest from left to right. */
  #assemble(outline: ForeignOutline, words: readonly ForeignWord[], isLate: () => boolean): ForeignDraft[] {
    const context = {
      lexicon: this.#lexicon,
      ways: this.#ways,
      outline,
      hints: new Hints(words, outline.uncovered, this.#lexicon),
    };
    let drafts: ForeignDraft[] = [emptyForeignDraft()];
    for (const item of inOrder(outline.items)) {
      if (isLate()) return [];
      drafts = drafts
        .flatMap((draft) => placeForeign(draft, item, context))
        .toSorted((a, b) => b.score - a.score)
        .slice(0, beam);
    }
    return drafts.slice(0, 6);
  }

  /** A thing at the end of a way that nothing is said of is seldom meant. */
  #danglingCost({ nodes, edges, placed, orders }: ForeignDraft, { items, form }: ForeignOutline): number {
    const isNamed = (node: number) => nodes[node]?.iris !== undefined;
    const held = new Set<number>();
    for (const item of items) {
      const place = placed.get(item);
      const isMeant =
        item.asked === true ||
        item.column === true ||
        item.counted === true ||
        item.negated === true ||
        item.extreme !== undefined ||
        item.condition !== undefined ||
        (form === 'ask' && item.what.kind === 'node');
      if (place?.kind === 'measure') for (const { node } of place.measure) held.add(node);
      else if (place !== undefined && isMeant) held.add(place.node);
    }
    const loose = nodes.filter(({ iris, values }, i) => {
      const degree = edges.filter(({ from, to }) => from === i || to === i).length;
      return degree === 1 && iris === undefined && values.length === 0 && !held.has(i);
    });
    // The extreme of one named thing is no choice.
    const chosen = orders.filter(({ measure }) => measure.some(({ node }) => isNamed(node)));
    const idle = items.filter(
      (item) => item.what.kind === 'property' && placed.get(item)?.kind === 'measure' && !isShown(item),
    );
    return dangling * (loose.length + chosen.length + idle.length + 2 * doubled(nodes, edges));
  }
}

/** Values come after the things that have them. */
function inOrder(items: readonly ForeignItem[]): ForeignItem[] {
  const first = items.filter((item) => (item.asked === true || item.grouped === true) && item.what.kind === 'node');
  const rest = items.filter((item) => !first.includes(item));
  const isLate = ({ what, column, negated }: ForeignItem) =>
    what.kind === 'measure' || what.kind === 'product' || column === true || negated === true;
  // "Not operated by X": the name belongs to what is ruled out.
  const isRuledOut = (item: ForeignItem) =>
    (item.what.kind === 'entity' ||
      item.what.kind === 'value' ||
      (item.what.kind === 'node' && item.column !== true)) &&
    item.negated !== true &&
    rest.some(
      (other) =>
        other.negated === true && other.what.kind === 'property' && item.from >= other.to && item.from - other.to <= 2,
    );
  const late = (item: ForeignItem) => isLate(item) || isRuledOut(item);
  return [...first, ...rest.filter((item) => !late(item)), ...rest.filter(late)];
}

function isShown({ required, asked, column, condition, extreme, aggregate, negated }: ForeignItem): boolean {
  return (
    required === true ||
    asked === true ||
    column === true ||
    condition !== undefined ||
    extreme !== undefined ||
    aggregate !== undefined ||
    negated === true
  );
}

/** Of what a phrase may name, only that which was chosen, if one was. */
function chosenOf(match: LabelMatch, choices: readonly Choice[]): LabelMatch[] {
  const choice = choices.find(({ phrase }) => phrase.includes(match.said) || match.said.includes(phrase));
  if (choice === undefined) return [match];
  return match.iris.includes(choice.iri) ? [{ ...match, iris: [choice.iri] }] : [];
}

/** One thing that leads twice over one property, to a named thing and to another of its kind, says nothing of the other. */
function doubled(nodes: ForeignDraft['nodes'], edges: ForeignDraft['edges']): number {
  const isNamed = (node: number) => nodes[node]?.iris !== undefined || (nodes[node]?.values.length ?? 0) > 0;
  return edges.filter(({ from, to, property, scope }, i) =>
    edges.slice(i + 1).some((other) => {
      if (scope !== 0 || other.scope !== 0 || other.property !== property) return false;
      if (other.from === from) return isNamed(other.to) !== isNamed(to);
      return other.to === to && isNamed(other.from) !== isNamed(from);
    }),
  ).length;
}
