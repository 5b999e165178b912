import { dcterms, type GraphLines, namespaces, rdf } from '@askg/ddm';
import type { GraphCounts } from './graph-counts.ts';
import { descriptionPrefixes, format, owl, voidTerm } from './vocabularies.ts';

/** A dataset that can be asked: the corpus as one reader sees it, or one collection. */
export type DescribedDataset = {
  iri: string;
  title: string;
  endpoint: string;
  /** Where its resources can be looked up begins with this. */
  uriSpace: string;
  /** An IRI that shows what there is. */
  exampleResource?: string | undefined;
  /** What it held at `commit`; absent while nobody knows. */
  held?: { commit: number; documents: number; counts: GraphCounts } | undefined;
};

/** The forms in which resources can be looked up. */
const lookupFormats = ['Turtle', 'JSON-LD', 'N-Triples', 'N-Quads', 'TriG'];

/** Describes a dataset in VoID (https://www.w3.org/TR/void/): what is in it, how much, and how it can be asked. */
export function addDataset(lines: GraphLines, dataset: DescribedDataset): void {
  const { iri, title, endpoint, uriSpace, exampleResource, held } = dataset;
  lines.iri(iri, rdf.type, voidTerm('Dataset'));
  lines.text(iri, dcterms.title, title);
  lines.iri(iri, voidTerm('sparqlEndpoint'), endpoint);
  lines.text(iri, voidTerm('uriSpace'), uriSpace);
  for (const name of lookupFormats) lines.iri(iri, voidTerm('feature'), format(name));
  if (exampleResource !== undefined) lines.iri(iri, voidTerm('exampleResource'), exampleResource);
  if (held === undefined) return;
  const { commit, documents, counts } = held;
  lines.text(iri, owl('versionInfo'), `commit ${commit}`);
  lines.integer(iri, voidTerm('documents'), documents);
  addCountsOf(lines, iri, counts);
  for (const vocabulary of vocabulariesOf(counts)) lines.iri(iri, voidTerm('vocabulary'), vocabulary);
}

/** The statistics of VoID, section 4.6; partitions by class and by property have addresses below that of the dataset. */
function addCountsOf(lines: GraphLines, iri: string, counts: GraphCounts): void {
  lines.integer(iri, voidTerm('triples'), counts.triples);
  lines.integer(iri, voidTerm('entities'), counts.entities);
  // Every subject has a class: the shapes ask for it.
  lines.integer(iri, voidTerm('distinctSubjects'), counts.entities);
  lines.integer(iri, voidTerm('classes'), counts.classes.size);
  lines.integer(iri, voidTerm('properties'), counts.properties.size);
  for (const [name, entities] of counts.classes) {
    const partition = `${iri}_class_${localName(name)}`;
    lines.iri(iri, voidTerm('classPartition'), partition);
    lines.iri(partition, voidTerm('class'), name);
    lines.integer(partition, voidTerm('entities'), entities);
  }
  for (const [name, triples] of counts.properties) {
    const partition = `${iri}_property_${localName(name)}`;
    lines.iri(iri, voidTerm('propertyPartition'), partition);
    lines.iri(partition, voidTerm('property'), name);
    lines.integer(partition, voidTerm('triples'), triples);
  }
}

function vocabulariesOf({ classes, properties }: GraphCounts): string[] {
  const used = [...classes.keys(), ...properties.keys()];
  return Object.values(namespaces).filter((namespace) => used.some((iri) => iri.startsWith(namespace)));
}

/** A name for the part of an address that stands for a term: no two terms have the same. */
function localName(iri: string): string {
  const known = Object.entries(descriptionPrefixes).find(([, namespace]) => iri.startsWith(namespace));
  return known === undefined
    ? encodeURIComponent(iri)
    : `${known[0]}-${encodeURIComponent(iri.slice(known[1].length))}`;
}
