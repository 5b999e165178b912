import { entityIri, unitIri } from '@askg/ddm';
import type { LinkablePaper } from '../linkable-paper.ts';
import type { Place } from '../people/read-people.ts';
import { labelsOf, topicOf } from './entity-labels.ts';
import type { EntityCluster } from './link-entities.ts';
import type { NamedEntity } from './named-entity.ts';

/** Something across papers. `name` is the most frequent of its names, `names` are the others. */
export type Thing = {
  iri: string;
  name: string;
  names: string[];
  /** Topic of the Computer Science Ontology with one of the names. */
  topic?: string;
  /** The entities of papers that are this thing. */
  places: Place[];
  /** What holds the places together: IRIs of two of them, and what speaks for their being one thing. */
  matches: { places: string[]; evidence: string[] }[];
};

/** Clusters of entities as things, by name. @param papers for the titles of places */
export function thingsOf(clusters: readonly EntityCluster[], base: string, papers: readonly LinkablePaper[]): Thing[] {
  const titles = new Map(papers.map(({ key, facts }) => [key, facts.title]));
  const iriOf = ({ key, entity }: NamedEntity): string => unitIri(base, key, entity.id);
  return clusters
    .flatMap(({ members, matches }): Thing[] => {
      const [first] = members;
      const [name, ...names] = labelsOf(members);
      if (!first || name === undefined) return [];
      const topic = topicOf([name, ...names]);
      const places = members.map((member) => {
        const { key, entity } = member;
        return { iri: iriOf(member), key, title: titles.get(key) ?? '', id: entity.id, name: entity.label };
      });
      return [
        {
          iri: entityIri(base, `${first.key}/${first.entity.id}`),
          name,
          names,
          ...(topic === undefined ? {} : { topic }),
          places,
          matches: matches.map(({ a, b, evidence }) => ({ places: [iriOf(a), iriOf(b)], evidence: [evidence] })),
        },
      ];
    })
    .toSorted((a, b) => (a.name === b.name ? (a.iri < b.iri ? -1 : 1) : a.name < b.name ? -1 : 1));
}
