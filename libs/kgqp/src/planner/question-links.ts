import type { Link } from '@askg/contract';
import { ddm } from '@askg/ddm';
import type { Choice } from '../facts.ts';
import type { LabelMatch } from '../linking/label-match.ts';
import type { Planning } from './planner.ts';

type Alternative = Link['alternatives'][number];

const mostAlternatives = 5;
const leastScore = 0.5;

/** The things that the best reading of a question names, each with what else its words may name, and whether a choice says so. */
export function linksOf(
  { words, matches, offered, queries }: Planning,
  question: string,
  choices: readonly Choice[] = [],
): Link[] {
  const [best] = queries;
  const chosen = best === undefined ? separate(matches) : best.plan.nodes.flatMap(({ names }) => names);
  return chosen.flatMap((match): Link[] => {
    const [iri] = match.iris;
    const start = words[match.from]?.start ?? 0;
    const end = words[match.to - 1]?.end ?? 0;
    if (iri === undefined) return [];
    const others = offered.filter(
      (other) => other.from < match.to && other.to > match.from && other.score >= leastScore,
    );
    const alternatives = others.flatMap((other): Alternative[] => {
      const [otherIri] = other.iris;
      const [label] = other.labels;
      return otherIri === undefined || label === undefined || otherIri === iri
        ? []
        : [{ iri: otherIri, label, score: other.score, kind: localName(other.cls) }];
    });
    // Nodes of one kind and name are one thing to whoever chooses.
    const isSame = (one: Alternative, other: Alternative) =>
      one.iri === other.iri || (one.label === other.label && one.kind === other.kind);
    const distinct = alternatives.filter((one, i) => alternatives.findIndex((other) => isSame(one, other)) === i);
    const isConfirmed = choices.some((choice) => choice.iri === iri || match.canonicals?.includes(choice.iri));
    const link = { phrase: question.slice(start, end), chosen: iri, alternatives: distinct.slice(0, mostAlternatives) };
    return [isConfirmed ? { ...link, confirmed: true } : link];
  });
}

/** The best matches that do not overlap, where no reading of the question has chosen any. */
function separate(matches: readonly LabelMatch[]): LabelMatch[] {
  const chosen: LabelMatch[] = [];
  for (const match of matches) {
    const isFree = chosen.every(({ from, to }) => match.to <= from || match.from >= to);
    if (isFree && isTelling(match)) chosen.push(match);
  }
  return chosen.slice(0, 3);
}

/** A paper that is named, or a longer name of anything: single words are more often just words. */
function isTelling({ cls, from, to, score, kind }: LabelMatch): boolean {
  if (cls === ddm.Paper) return score >= 0.75 && (kind !== 'within' || to - from > 1 || score >= 0.8);
  return to - from > 1 && kind === 'exact';
}

function localName(iri: string): string {
  return iri.slice(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
}
