import type { Document } from '@askg/contract';
import type { Quad } from 'n3';
import { GraphLines } from './graph-lines.ts';
import { checkBase, graphIri, paperIri, sourceIri } from './iris.ts';
import { keptEntities } from './kept-entities.ts';
import { MetadataLines } from './metadata-lines.ts';
import { parseQuads } from './parse-quads.ts';
import { TextLines } from './text-lines.ts';
import { UnitLines } from './unit-lines.ts';

/** Changes with every change of what the mapping makes of a document. */
export const mapVersion = '3';

export type MappingOptions = {
  /** Base IRI of the corpus: absolute, http or https, ending in `/` or `#`. */
  base: string;
  /** The paper's key in the corpus; stands in the graph instead of the document's own. */
  key: string;
  /** Version of each stage that made the document, by name. */
  stages?: Readonly<Record<string, string>>;
};

/**
 * The graph of a paper as canonical N-Quads (https://www.w3.org/TR/rdf-canon/, no blank nodes): lines in code point
 * order, each once. The same document and options always give the same text. The document must be valid (see
 * `checkDocument`); empty optional lists count as absent.
 * @throws {DdmError} `ddm/invalid-base`, `ddm/invalid-text`
 */
export function documentToNQuads(document: Document, options: MappingOptions): string {
  const base = checkBase(options.base);
  const paper = paperIri(base, options.key);
  const lines = new GraphLines(graphIri(base, options.key));
  const texts = new TextLines(lines, paper, keptEntities(document));
  new MetadataLines(lines, paper).write(document, options.key, sourceIri(base, document.digest), options.stages ?? {});
  texts.abstract(document.abstract, paper);
  document.sections.forEach((section, i) => texts.section(section, paper, i + 1));
  new UnitLines(lines, texts, paper).write(document);
  return lines.build();
}

/** The same graph as RDF/JS quads, in the same order. */
export function documentToQuads(document: Document, options: MappingOptions): Quad[] {
  return parseQuads(documentToNQuads(document, options), 'application/n-quads');
}
