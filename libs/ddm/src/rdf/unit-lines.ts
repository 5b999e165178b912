import type { Box, Document, Reference, Table } from '@askg/contract';
import { boxTuples } from './box-literal.ts';
import { cellValues } from './cell-literal.ts';
import type { GraphLines } from './graph-lines.ts';
import { dcterms, ddm, rdf } from './terms.ts';
import type { TextLines } from './text-lines.ts';

/** Between the cells of a row, in the text of the row. */
export const cellSeparator = ' | ';
/** Between the names of a reference's authors, none of which holds a semicolon. */
export const authorSeparator = '; ';

/** Writes figures, tables, formulas, footnotes and references. */
export class UnitLines {
  readonly #lines: GraphLines;
  readonly #texts: TextLines;
  readonly #paper: string;

  constructor(lines: GraphLines, texts: TextLines, paper: string) {
    this.#lines = lines;
    this.#texts = texts;
    this.#paper = paper;
  }

  write(document: Document): void {
    document.figures.forEach((figure, i) => {
      const iri = this.#float(figure, ddm.hasFigure, ddm.Figure, i + 1);
      this.#texts.sentences(figure.caption, iri);
    });
    document.tables.forEach((table, i) => this.#table(table, i + 1));
    document.formulas.forEach((formula, i) => {
      const iri = this.#float(formula, ddm.hasFormula, ddm.Formula, i + 1);
      this.#lines.text(iri, ddm.text, formula.text);
      this.#lines.text(iri, ddm.tex, formula.tex);
      this.#lines.text(iri, ddm.mathml, formula.mathml);
    });
    document.footnotes.forEach((footnote, i) => {
      const iri = this.#float(footnote, ddm.hasFootnote, ddm.Footnote, i + 1);
      this.#texts.paragraphs(footnote.paragraphs, iri);
    });
    document.references.forEach((reference, i) => this.#reference(reference, i + 1));
  }

  #table(table: Table, index: number): void {
    const iri = this.#float(table, ddm.hasTable, ddm.Table, index);
    this.#texts.sentences(table.caption, iri);
    table.rows.forEach((row, i) => {
      const rowIri = `${iri}/r${i + 1}`;
      this.#lines.iri(iri, ddm.hasRow, rowIri);
      this.#lines.iri(rowIri, rdf.type, ddm.TableRow);
      this.#lines.integer(rowIri, ddm.index, i + 1);
      this.#lines.text(rowIri, ddm.text, row.cells.map(({ text }) => text).join(cellSeparator));
      this.#lines.json(rowIri, ddm.cells, cellValues(row.cells));
      if (row.header) this.#lines.boolean(rowIri, ddm.header, true);
      this.#boxes(rowIri, row.boxes);
      for (const cell of row.cells) this.#texts.cites(rowIri, cell.citations ?? []);
    });
    this.#texts.paragraphs(table.notes ?? [], iri);
  }

  #float(
    unit: { id: string; label?: string; section?: string; boxes?: Box[] },
    property: string,
    type: string,
    index: number,
  ): string {
    const iri = `${this.#paper}/${unit.id}`;
    this.#lines.iri(this.#paper, property, iri);
    this.#lines.iri(iri, rdf.type, type);
    this.#lines.integer(iri, ddm.index, index);
    this.#lines.text(iri, ddm.label, unit.label);
    if (unit.section !== undefined) this.#lines.iri(iri, ddm.inSection, `${this.#paper}/${unit.section}`);
    this.#boxes(iri, unit.boxes ?? []);
    return iri;
  }

  #reference(reference: Reference, index: number): void {
    const iri = this.#float({ id: reference.id, boxes: reference.boxes }, ddm.hasReference, ddm.Reference, index);
    this.#lines.text(iri, ddm.entryLabel, reference.label);
    this.#lines.text(iri, ddm.raw, reference.raw);
    if (reference.authors.length > 0) this.#lines.text(iri, ddm.authors, reference.authors.join(authorSeparator));
    this.#lines.text(iri, dcterms.title, reference.title);
    this.#lines.text(iri, ddm.container, reference.container);
    this.#lines.integer(iri, ddm.year, reference.year);
    this.#lines.text(iri, ddm.volume, reference.volume);
    this.#lines.text(iri, ddm.issue, reference.issue);
    this.#lines.text(iri, ddm.pages, reference.pages);
    this.#lines.text(iri, ddm.doi, reference.doi);
    this.#lines.text(iri, ddm.url, reference.url);
  }

  #boxes(iri: string, boxes: readonly Box[]): void {
    if (boxes.length > 0) this.#lines.json(iri, ddm.boxes, boxTuples(boxes));
  }
}
