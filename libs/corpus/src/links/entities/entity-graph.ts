import { ddm, entitiesGraphIri, entityIri, GraphLines, rdf, skos, unitIri } from '@askg/ddm';
import { labelsOf, topicOf } from './entity-labels.ts';
import type { EntityCluster } from './link-entities.ts';
import type { NamedEntity } from './named-entity.ts';

/**
 * The graph of entities as canonical N-Quads: for each thing that several papers name its labels, the topic of the Computer
 * Science Ontology with one of them, the entities of papers that are this one, and the matches with their evidence. Empty
 * where no two papers name the same thing.
 */
export function entityGraph(clusters: readonly EntityCluster[], base: string): string {
  const lines = new GraphLines(entitiesGraphIri(base));
  const local = ({ key, entity: { id } }: NamedEntity): string => unitIri(base, key, id);
  for (const { members, matches } of clusters) {
    const [first] = members;
    if (!first) continue;
    const iri = entityIri(base, `${first.key}/${first.entity.id}`);
    const labels = labelsOf(members);
    lines.iri(iri, rdf.type, ddm.CanonicalEntity);
    for (const [i, label] of labels.entries()) lines.text(iri, i === 0 ? skos.prefLabel : skos.altLabel, label);
    const topic = topicOf(labels);
    if (topic !== undefined) lines.iri(iri, skos.exactMatch, topic);
    for (const member of members) lines.iri(local(member), ddm.canonicalEntity, iri);
    for (const [i, { a, b, evidence }] of matches.entries()) {
      const match = `${iri}/match${i + 1}`;
      lines.iri(match, rdf.type, ddm.Match);
      lines.iri(match, ddm.matches, local(a));
      lines.iri(match, ddm.matches, local(b));
      lines.text(match, ddm.evidence, evidence);
    }
  }
  return lines.build();
}
