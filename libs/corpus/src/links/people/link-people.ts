import type { Citation } from '../citations/derive-citations.ts';
import type { Decision } from '../decisions/decision.ts';
import { areRelated } from '../names/compare-names.ts';
import { inOrder, type LinkablePaper } from '../linkable-paper.ts';
import { formPairs } from './blocks.ts';
import { Clusters } from './clusters.ts';
import { decidedPairs } from './decided-pairs.ts';
import type { Evidence } from './evidence.ts';
import { type FormMatch, Judge, matchForms } from './judge.ts';
import { type Mention, readMentions } from './mention.ts';
import { NameRarity } from './name-rarity.ts';
import { Profiles } from './profile.ts';
import { weights } from './weights.ts';

/** Two mentions that were taken for one person, and why. */
export type Match = { a: Mention; b: Mention; evidence: Evidence[] };
/** The mentions of one person, in order, and the matches that hold them together: one fewer. */
export type PersonCluster = { mentions: Mention[]; matches: Match[] };

/**
 * Who is who among the people that papers name. What was decided by hand comes first, the last decision before earlier
 * ones; then equal ORCIDs of names that have something in common; then pairs whose names agree, the best first, as far as
 * their evidence reaches. Two people with different ORCIDs, with names that cannot be one person's, or named side by side
 * in one paper are never merged by evidence. A pure function of papers and decisions, whatever the order of the papers.
 * @param citations those between the papers
 */
export function linkPeople(
  papers: readonly LinkablePaper[],
  citations: readonly Citation[],
  decisions: readonly Decision[],
): PersonCluster[] {
  const sorted = inOrder(papers);
  const { names, mentions } = readMentions(sorted);
  const rarity = new NameRarity(names);
  const judge = new Judge(new Profiles(sorted, mentions, citations));
  const forms = new Map<number, FormMatch>();
  for (const [a, b] of formPairs(names)) {
    const [one, two] = [names[a], names[b]];
    const match = one && two && matchForms(one, two, rarity);
    if (match) forms.set(a * names.length + b, match);
  }
  const matchOf = (a: number, b: number): FormMatch | undefined =>
    forms.get(Math.min(a, b) * names.length + Math.max(a, b));

  const decided = decidedPairs(decisions, mentions);
  const clusters = new Clusters(mentions, {
    agree: (a, b) => a === b || matchOf(a, b) !== undefined,
    isAnyApart: decided.apart.size > 0,
    apart: (a, b) => decided.apart.has(Math.min(a, b) * mentions.length + Math.max(a, b)),
  });
  const matches: Match[] = [];
  const merge = (a: Mention, b: Mention, sureness: number | 'sure', evidence: () => Evidence[]): void => {
    if (clusters.merge(a, b, sureness)) matches.push({ a, b, evidence: evidence() });
  };
  for (const { a, b, decision } of decided.together) {
    merge(a, b, 'sure', () => [{ kind: 'decision', detail: `${decision}` }]);
  }
  for (const [orcid, bearers] of byOrcid(mentions)) {
    for (const [i, b] of bearers.entries()) {
      // Not only with the one before: a decision may keep those two apart.
      for (const a of bearers.slice(0, i)) {
        // Papers do print the ORCID of the author next in line.
        if (areRelated(a.name, b.name)) merge(a, b, 'sure', () => [{ kind: 'orcid', detail: orcid }]);
      }
    }
  }
  for (const { a, b, match, score } of rankedPairs(mentions, names.length, forms, judge)) {
    // A rare name needs no more than itself, however many pairs there are.
    merge(a, b, match.isRare ? Infinity : score, () => judge.explain(a, b, match));
  }
  return toClusters(clusters.groups(), matches);
}

function byOrcid(mentions: readonly Mention[]): Map<string, Mention[]> {
  const bearers = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const { orcid } = mention;
    if (orcid !== undefined) bearers.set(orcid, [...(bearers.get(orcid) ?? []), mention]);
  }
  return bearers;
}

type RankedPair = { a: Mention; b: Mention; match: FormMatch; score: number };

/** The pairs whose evidence reaches, best first. */
function rankedPairs(
  mentions: readonly Mention[],
  formCount: number,
  forms: ReadonlyMap<number, FormMatch>,
  judge: Judge,
): RankedPair[] {
  const ofForm = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const known = ofForm.get(mention.form);
    if (known) known.push(mention);
    else ofForm.set(mention.form, [mention]);
  }
  const pairs: RankedPair[] = [];
  for (const [pair, match] of forms) {
    const [one, two] = [Math.floor(pair / formCount), pair % formCount];
    for (const x of ofForm.get(one) ?? []) {
      for (const y of ofForm.get(two) ?? []) {
        if (one === two && x.index >= y.index) continue;
        const [a, b] = x.index < y.index ? [x, y] : [y, x];
        const score = judge.score(a, b, match);
        if (score > weights.threshold) pairs.push({ a, b, match, score });
      }
    }
  }
  return pairs.toSorted((x, y) => y.score - x.score || x.a.index - y.a.index || x.b.index - y.b.index);
}

function toClusters(groups: readonly Mention[][], matches: readonly Match[]): PersonCluster[] {
  const of = new Map<number, Match[]>();
  const groupOf = new Map(groups.flatMap((group, i) => group.map(({ index }) => [index, i] as const)));
  for (const match of matches) {
    const group = groupOf.get(match.a.index) ?? -1;
    of.set(group, [...(of.get(group) ?? []), match]);
  }
  return groups.map((mentions, i) => ({
    mentions,
    matches: (of.get(i) ?? []).toSorted((x, y) => x.a.index - y.a.index || x.b.index - y.b.index),
  }));
}
