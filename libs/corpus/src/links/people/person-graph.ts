import { ddm, GraphLines, peopleGraphIri, personIri, rdf, skos, unitIri } from '@askg/ddm';
import type { PersonCluster } from './link-people.ts';
import type { Mention } from './mention.ts';

/**
 * The graph of people as canonical N-Quads: for each person the spellings of the name, the persons of papers that are this
 * one, and the matches with their evidence.
 */
export function personGraph(clusters: readonly PersonCluster[], base: string): string {
  const lines = new GraphLines(peopleGraphIri(base));
  const ids = personIds(clusters);
  for (const [at, { mentions, matches }] of clusters.entries()) {
    const person = personIri(base, ids[at] ?? '');
    const local = ({ key, person: { id } }: Mention): string => unitIri(base, key, id);
    lines.iri(person, rdf.type, ddm.CanonicalPerson);
    for (const [i, name] of spellings(mentions).entries()) {
      lines.text(person, i === 0 ? skos.prefLabel : skos.altLabel, name);
    }
    for (const { orcid } of mentions) {
      if (orcid !== undefined) lines.iri(person, skos.exactMatch, `https://orcid.org/${orcid}`);
    }
    for (const mention of mentions) lines.iri(local(mention), ddm.canonical, person);
    for (const [i, { a, b, evidence }] of matches.entries()) {
      const match = `${person}/match${i + 1}`;
      lines.iri(match, rdf.type, ddm.Match);
      lines.iri(match, ddm.matches, local(a));
      lines.iri(match, ddm.matches, local(b));
      for (const { kind, detail } of evidence) lines.text(match, ddm.evidence, `${kind}: ${detail}`);
    }
  }
  return lines.build();
}

/**
 * The least ORCID of each person; without one, the first place where the person is named, by key. An ORCID that a decision
 * left to two people is that of the first.
 */
function personIds(clusters: readonly PersonCluster[]): string[] {
  const taken = new Set<string>();
  return clusters.map(({ mentions }) => {
    const [first] = mentions;
    if (!first) throw new Error('a person is named somewhere');
    const [orcid] = mentions.flatMap((mention) => mention.orcid ?? []).toSorted();
    if (orcid === undefined || taken.has(orcid)) return `${first.key}/${first.person.id}`;
    taken.add(orcid);
    return orcid;
  });
}

/** All spellings of a name, the fullest first: that with the most letters, of equals the most frequent. */
function spellings(mentions: readonly Mention[]): string[] {
  const counts = new Map<string, number>();
  for (const { person } of mentions) counts.set(person.name, (counts.get(person.name) ?? 0) + 1);
  const fullness = new Map(
    mentions.map(({ person, name }) => [person.name, name.givenKey.length + name.familyKey.length]),
  );
  const rank = (name: string): [number, number] => [fullness.get(name) ?? 0, counts.get(name) ?? 0];
  return [...counts.keys()].toSorted((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return y[0] - x[0] || y[1] - x[1] || (a < b ? -1 : 1);
  });
}
