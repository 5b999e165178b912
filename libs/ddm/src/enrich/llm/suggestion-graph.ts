import { GraphLines } from '../../rdf/graph-lines.ts';
import { enrichedGraphIri, paperIri, unitIri } from '../../rdf/iris.ts';
import { ddm, rdf } from '../../rdf/terms.ts';
import { sug, wasGeneratedBy } from './suggestion-terms.ts';
import type { Suggestions } from './suggestions.ts';

/** Who suggested it, from what. */
export type SuggestionOrigin = {
  /** Digest of the paper's graph whose sentences the model was shown. */
  paperGraph: string;
  model: string;
  /** Name and version of the prompt. */
  prompt: string;
  run: string;
};

/**
 * The graph of what a model suggested about one paper, as canonical N-Quads: a named graph of its own, in terms of its own,
 * each node with the enrichment that it comes from.
 */
export function suggestionGraph(
  { entities, relations }: Suggestions,
  origin: SuggestionOrigin,
  { base, key }: { base: string; key: string },
): string {
  const graph = enrichedGraphIri(base, key);
  const lines = new GraphLines(graph);
  lines.iri(graph, rdf.type, sug.Enrichment);
  lines.iri(graph, sug.paper, paperIri(base, key));
  lines.text(graph, sug.paperGraph, origin.paperGraph);
  lines.text(graph, sug.model, origin.model);
  lines.text(graph, sug.prompt, origin.prompt);
  lines.text(graph, sug.run, origin.run);
  const iris = new Map(entities.map(({ label }, i) => [label, `${graph}#entity${i + 1}`]));
  for (const { label, type, sentences } of entities) {
    const entity = iris.get(label) ?? '';
    lines.iri(entity, rdf.type, sug.Entity);
    lines.iri(entity, wasGeneratedBy, graph);
    lines.text(entity, sug.label, label);
    lines.iri(entity, sug.entityType, ddm[`type-${type}`]);
    for (const id of sentences) lines.iri(entity, sug.sentence, unitIri(base, key, id));
  }
  for (const [i, { kind, from, to, sentence }] of relations.entries()) {
    const [source, target] = [iris.get(from), iris.get(to)];
    if (source === undefined || target === undefined) throw new Error('a relation is between two of the entities');
    const relation = `${graph}#relation${i + 1}`;
    lines.iri(relation, rdf.type, sug.Relation);
    lines.iri(relation, wasGeneratedBy, graph);
    lines.text(relation, sug.kind, kind);
    lines.iri(relation, sug.from, source);
    lines.iri(relation, sug.to, target);
    lines.iri(relation, sug.sentence, unitIri(base, key, sentence));
  }
  return lines.build();
}
