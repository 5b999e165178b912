import type { Mention } from './mention.ts';
import type { Profiles } from './profile.ts';
import { common, type Features } from './vector.ts';
import { weights } from './weights.ts';

export type EvidenceKind =
  | 'decision'
  | 'orcid'
  | 'e-mail'
  | 'same work'
  | 'co-author'
  | 'affiliation'
  | 'citation'
  | 'cited work'
  | 'venue'
  | 'topic'
  | 'name';

/** What speaks for two mentions being one person: a kind and what was found. */
export type Evidence = { kind: EvidenceKind; detail: string };

/** What was found of a kind, with what it adds to the odds; the detail is told when asked for. */
export type Found = { kind: EvidenceKind; weight: number; detail: () => string };

/** Looks for evidence of one kind, besides the names. */
type Search = (profiles: Profiles, a: Mention, b: Mention) => Found | undefined;

/** Of many things that two have in common so many are told. */
const mostTold = 3;

const eMail: Search = (_, { person: a }, { person: b }) => {
  const address = a.email?.toLowerCase();
  if (address === undefined || address !== b.email?.toLowerCase()) return undefined;
  return { kind: 'e-mail', weight: weights.email, detail: () => address };
};

/** Two papers with one title, as a preprint and the article have it. */
const sameWork: Search = ({ papers }, a, b) => {
  const title = papers[a.paper]?.title;
  if (title === undefined || title !== papers[b.paper]?.title) return undefined;
  return { kind: 'same work', weight: weights.sameWork, detail: () => b.key };
};

/** Co-authors under the same name; of those with the same family name and initial only, much less. */
const coauthors: Search = ({ coauthors: long, shortCoauthors, people, writtenNames }, a, b) => {
  const whole = common(featuresOf(long, a), featuresOf(long, b));
  const short = common(featuresOf(shortCoauthors, a), featuresOf(shortCoauthors, b));
  const weight = Math.max(weights.coauthor * whole.weight, weights.shortCoauthor * short.weight);
  if (weight === 0) return undefined;
  const detail = (): string =>
    whole.ids.length > 0
      ? tell(whole.ids, (id) => writtenNames.get(people.label(id)) ?? '')
      : `${short.ids.length} by family name and initial`;
  return { kind: 'co-author', weight: Math.min(weights.mostOfCoauthors, weight), detail };
};

const affiliation: Search = ({ organisations }, a, b) => {
  const overlap = containment(featuresOf(organisations, a), featuresOf(organisations, b));
  if (overlap < weights.leastAffiliation) return undefined;
  return {
    kind: 'affiliation',
    weight: weights.affiliation * overlap,
    detail: () => b.person.affiliations[0] ?? '',
  };
};

const citation: Search = ({ papers }, a, b) => {
  const isCited = papers[a.paper]?.cites.has(b.paper) || papers[b.paper]?.cites.has(a.paper);
  return isCited ? { kind: 'citation', weight: weights.citing, detail: () => `${a.key}, ${b.key}` } : undefined;
};

const citedWorks: Search = ({ papers, works }, a, b) => {
  const { ids, weight } = common(papers[a.paper]?.works ?? none, papers[b.paper]?.works ?? none);
  if (weight === 0) return undefined;
  const most = Math.min(weights.mostOfWorks, weights.work * weight);
  return { kind: 'cited work', weight: most, detail: () => tell(ids, (id) => works.label(id)) };
};

const venue: Search = ({ papers }, a, b) => {
  const here = papers[a.paper]?.venue;
  if (here === undefined || here !== papers[b.paper]?.venue) return undefined;
  return { kind: 'venue', weight: weights.venue, detail: () => here };
};

const topics: Search = ({ papers, topics: words }, a, b) => {
  const { ids, weight } = common(papers[a.paper]?.topics ?? none, papers[b.paper]?.topics ?? none);
  if (weight === 0) return undefined;
  const most = Math.min(weights.mostOfTopics, weights.topic * weight);
  return { kind: 'topic', weight: most, detail: () => tell(ids, (id) => words.label(id)) };
};

const searches: readonly Search[] = [eMail, sameWork, coauthors, affiliation, citation, citedWorks, venue, topics];

/** All that speaks for two mentions being one person, besides their names. */
export function findEvidence(profiles: Profiles, a: Mention, b: Mention): Found[] {
  return searches.flatMap((search) => search(profiles, a, b) ?? []);
}

/** Share of the lesser one's rarity that both have: 1 where one affiliation says all of the other. */
function containment(a: Features, b: Features): number {
  const least = Math.min(sum(a.weights), sum(b.weights));
  return least === 0 ? 0 : common(a, b).weight / least;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

const none: Features = { ids: [], weights: [] };

function featuresOf(all: readonly Features[], { index }: Mention): Features {
  return all[index] ?? none;
}

function tell(ids: readonly number[], label: (id: number) => string): string {
  return ids
    .slice(0, mostTold)
    .map((id) => label(id).trim())
    .join(', ');
}
