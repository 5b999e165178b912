import type { Document, Figure, Footnote, Formula, Reference, Table } from '@askg/contract';
import { DdmError } from '../ddm-error.ts';
import { type CellValue, cellsOf } from './cell-literal.ts';
import { type GraphNode, GraphNodes } from './graph-nodes.ts';
import { checkBase, parseIri } from './iris.ts';
import { readFindings, readMetadata } from './metadata-reader.ts';
import { dcterms, ddm, rdf } from './terms.ts';
import { TextReader } from './text-reader.ts';
import { authorSeparator } from './unit-lines.ts';

/**
 * The document that a paper's graph was made from: the exact inverse of `documentToNQuads`, with the key set.
 * @param nquads a whole graph file: canonical N-Quads, file-only statements included
 * @throws {DdmError} `ddm/malformed-graph`, `ddm/invalid-base`
 */
export function quadsToDocument(nquads: string, { base }: { base: string }): Document {
  const reader = new DocumentReader(new GraphNodes(nquads), checkBase(base));
  try {
    return reader.read();
  } catch (cause) {
    if (cause instanceof DdmError) throw cause;
    // What is left are values that are not what the vocabulary says: an unknown role, cells that are not JSON.
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new DdmError('ddm/malformed-graph', `A value is not of its kind: ${detail}`, { cause });
  }
}

class DocumentReader {
  readonly #nodes: GraphNodes;
  readonly #paper: GraphNode;
  readonly #texts: TextReader;

  constructor(nodes: GraphNodes, base: string) {
    this.#nodes = nodes;
    const [paper] = [...nodes].filter((node) => node.get(rdf.type) === ddm.Paper);
    const address = paper && parseIri(base, paper.iri);
    if (!paper || !address || address.id !== undefined) {
      throw new DdmError('ddm/malformed-graph', `The graph holds no paper below <${base}>.`);
    }
    this.#paper = paper;
    this.#texts = new TextReader(nodes, paper.iri);
  }

  read(): Document {
    const paper = this.#paper;
    return {
      ...readMetadata(this.#nodes, paper),
      abstract: this.#texts.abstract(paper),
      sections: this.#texts.sections(paper),
      figures: this.#parts(ddm.hasFigure).map((node) => this.#figure(node)),
      tables: this.#parts(ddm.hasTable).map((node) => this.#table(node)),
      formulas: this.#parts(ddm.hasFormula).map((node) => this.#formula(node)),
      footnotes: this.#parts(ddm.hasFootnote).map((node) => this.#footnote(node)),
      references: this.#parts(ddm.hasReference).map((node) => this.#reference(node)),
      findings: readFindings(this.#nodes, paper),
    };
  }

  #parts(property: string): GraphNode[] {
    return this.#nodes.parts(this.#paper, property);
  }

  #float(node: GraphNode): { id: string; label?: string; section?: string } {
    const section = node.get(ddm.inSection);
    return {
      id: this.#texts.id(node),
      ...node.texts({ label: ddm.label }),
      ...(section === undefined ? {} : { section: this.#texts.id(section) }),
    };
  }

  #figure(node: GraphNode): Figure {
    return { ...this.#float(node), caption: this.#texts.sentences(node), boxes: node.boxes() };
  }

  #table(node: GraphNode): Table {
    const notes = this.#texts.paragraphs(node);
    return {
      ...this.#float(node),
      caption: this.#texts.sentences(node),
      rows: this.#nodes.parts(node, ddm.hasRow).map((row) => ({
        header: row.get(ddm.header) === 'true',
        cells: cellsOf(JSON.parse(row.require(ddm.cells)) as CellValue[]),
        boxes: row.boxes(),
      })),
      ...(notes.length === 0 ? {} : { notes }),
      boxes: node.boxes(),
    };
  }

  #formula(node: GraphNode): Formula {
    return {
      ...this.#float(node),
      text: node.require(ddm.text),
      ...node.texts({ tex: ddm.tex, mathml: ddm.mathml }),
      boxes: node.boxes(),
    };
  }

  #footnote(node: GraphNode): Footnote {
    return {
      id: this.#texts.id(node),
      ...node.texts({ label: ddm.label }),
      paragraphs: this.#texts.paragraphs(node),
    };
  }

  #reference(node: GraphNode): Reference {
    return {
      id: this.#texts.id(node),
      ...node.texts({ label: ddm.entryLabel }),
      raw: node.require(ddm.raw),
      authors: node.get(ddm.authors)?.split(authorSeparator) ?? [],
      ...node.texts({ title: dcterms.title, container: ddm.container }),
      ...node.numbers({ year: ddm.year }),
      ...node.texts({ volume: ddm.volume, issue: ddm.issue, pages: ddm.pages, doi: ddm.doi, url: ddm.url }),
      boxes: node.boxes(),
    };
  }
}
