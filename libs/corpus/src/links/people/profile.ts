import { looseSpelling } from '../names/loose-spelling.ts';
import { foldText } from '../names/fold-text.ts';
import type { Citation } from '../citations/derive-citations.ts';
import { titleKey, titleWords } from '../citations/title-key.ts';
import type { LinkablePaper } from '../linkable-paper.ts';
import { longKey, type Mention, shortKey } from './mention.ts';
import { type Features, FeatureSpace } from './vector.ts';

/** In a small corpus everything is rare: counts are taken as if of this many papers. */
const fewestPapers = 1000;
const fewestTitleWords = 4;

/** What a paper has that can speak for two of its people being one. */
type PaperProfile = {
  /** The title, where it is long enough to be that of this work only. */
  title: string | undefined;
  year: number | undefined;
  venue: string | undefined;
  topics: Features;
  works: Features;
  cites: ReadonlySet<number>;
};

/** All that evidence is made of, numbered and weighed once for all pairs. */
export class Profiles {
  readonly papers: readonly PaperProfile[];
  readonly people: FeatureSpace;
  /** A name as first written, by its long key. */
  readonly writtenNames: ReadonlyMap<string, string>;
  /** Co-authors by their names as written, and by family name and initial. */
  readonly coauthors: readonly Features[];
  readonly shortCoauthors: readonly Features[];
  readonly organisations: readonly Features[];
  readonly works: FeatureSpace;
  readonly topics: FeatureSpace;

  constructor(papers: readonly LinkablePaper[], mentions: readonly Mention[], citations: readonly Citation[]) {
    const all = Math.max(papers.length, fewestPapers);
    const placeOf = new Map(papers.map(({ key }, i) => [key, i]));
    const topics = papers.map(({ facts }) => topicsOf(facts.title, facts.keywords));
    const works = papers.map(({ facts }) => new Set(facts.references.flatMap(workKeys)));
    this.topics = new FeatureSpace(topics, all);
    this.works = new FeatureSpace(works, all);
    const cites = papers.map(() => new Set<number>());
    for (const { citing, cited } of citations) cites[placeOf.get(citing) ?? -1]?.add(placeOf.get(cited) ?? -1);
    this.papers = papers.map(({ facts }, i) => {
      const { key, words } = titleKey(facts.title);
      return {
        title: words >= fewestTitleWords ? key : undefined,
        year: facts.year,
        venue: facts.venue === undefined ? undefined : foldText(facts.venue),
        topics: this.topics.features(topics[i] ?? new Set()),
        works: this.works.features(works[i] ?? new Set()),
        cites: cites[i] ?? new Set(),
      };
    });
    const named = (keyOf: typeof longKey): [FeatureSpace, Features[]] => {
      const places = papers.map(() => new Set<string>());
      for (const { paper, name } of mentions) places[paper]?.add(keyOf(name));
      const space = new FeatureSpace(places, all);
      const others = mentions.map(({ paper, name }) => {
        const keys = new Set(places[paper]);
        keys.delete(keyOf(name));
        return space.features(keys);
      });
      return [space, others];
    };
    this.writtenNames = new Map(mentions.toReversed().map(({ name, person }) => [longKey(name), person.name]));
    [this.people, this.coauthors] = named(longKey);
    [, this.shortCoauthors] = named(shortKey);
    const organisations = mentions.map(({ person }) => new Set(person.affiliations.flatMap(organisationWords)));
    const affiliations = new FeatureSpace(organisations, Math.max(mentions.length, fewestPapers));
    this.organisations = organisations.map((words) => affiliations.features(words));
  }
}

function topicsOf(title: string, keywords: readonly string[]): Set<string> {
  const words = [title, ...keywords].flatMap(titleWords);
  return new Set([...words.filter((word) => word.length > 3), ...keywords.map((keyword) => titleKey(keyword).key)]);
}

function workKeys({ doi, title }: { doi?: string; title?: string }): string[] {
  const known = title === undefined ? undefined : titleKey(title);
  return [
    ...(doi === undefined ? [] : [`doi ${doi.toLowerCase()}`]),
    ...(known && known.words >= fewestTitleWords ? [known.key] : []),
  ].slice(0, 1);
}

function organisationWords(affiliation: string): string[] {
  return (foldText(affiliation).match(/[\p{L}\p{N}]{2,}/gu) ?? []).map(looseSpelling);
}
