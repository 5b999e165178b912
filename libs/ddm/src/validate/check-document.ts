import type { Box, Document, Paragraph, Section, Sentence, Table } from '@askg/contract';
import { checkCitations, checkMentions } from './check-marks.ts';
import { checkMetadata } from './check-metadata.ts';
import type { Rule, Violation } from './violation.ts';

/**
 * Checks what types cannot say of a document: ids in their form and order, offsets inside their text, references and
 * sections that exist, boxes on their page. At ingest it stands in for the SHACL shapes (`ontology/shapes.ttl`), which
 * find a fault in the graph of a document exactly where both can express it (see the tests beside this file).
 * @returns every violation, in document order; none for what `buildDocument` makes
 */
export function checkDocument(document: Document): Violation[] {
  return new DocumentCheck(document).run();
}

class DocumentCheck {
  readonly #document: Document;
  readonly #violations: Violation[] = [];
  readonly #references: ReadonlySet<string>;
  readonly #sections = new Set<string>();
  readonly #sentenceIds = new Set<string>();

  constructor(document: Document) {
    this.#document = document;
    this.#references = new Set(document.references.map(({ id }) => id));
    if (document.abstract.length > 0) this.#sections.add('abstract');
    this.#collectSections(document.sections);
  }

  run(): Violation[] {
    const { abstract, sections, figures, tables, formulas, footnotes, references } = this.#document;
    checkMetadata(this.#document, this.#report);
    for (const { boxes } of this.#document.places ?? []) this.#boxes(boxes, '');
    this.#paragraphs(abstract, 'abstract');
    sections.forEach((section, i) => this.#section(section, `s${i + 1}`, 1));
    figures.forEach((figure, i) => {
      this.#unit(figure, `fig${i + 1}`);
      this.#sentences(figure.caption, figure.id);
    });
    tables.forEach((table, i) => this.#table(table, `tab${i + 1}`));
    formulas.forEach((formula, i) => this.#unit(formula, `eq${i + 1}`));
    footnotes.forEach((footnote, i) => {
      this.#unit(footnote, `fn${i + 1}`);
      this.#paragraphs(footnote.paragraphs, footnote.id);
    });
    references.forEach((reference, i) => {
      this.#unit(reference, `ref${i + 1}`);
      if (reference.authors.some((author) => author.includes(';'))) {
        this.#report('author-name', reference.id, 'The name of an author holds a semicolon.');
      }
    });
    this.#abbreviations();
    return this.#violations;
  }

  #abbreviations(): void {
    for (const { short, sentence } of this.#document.abbreviations ?? []) {
      if (!this.#sentenceIds.has(sentence)) {
        this.#report('sentence-exists', sentence, `There is no sentence ${sentence}, which should define "${short}".`);
      }
    }
  }

  readonly #report = (rule: Rule, unit: string, message: string): void => {
    this.#violations.push({ rule, unit, message });
  };

  #collectSections(sections: readonly Section[]): void {
    for (const section of sections) {
      this.#sections.add(section.id);
      this.#collectSections(section.sections);
    }
  }

  #section(section: Section, id: string, depth: number): void {
    this.#id(section.id, id);
    if (section.depth !== depth) {
      this.#report('depth', section.id, `The depth is ${section.depth}, but the section stands at ${depth}.`);
    }
    this.#boxes(section.boxes ?? [], section.id);
    checkCitations(section.citations ?? [], section.heading, section.id, this.#references, this.#report);
    this.#paragraphs(section.paragraphs, section.id);
    section.sections.forEach((child, i) => this.#section(child, `${section.id}/s${i + 1}`, depth + 1));
  }

  #paragraphs(paragraphs: readonly Paragraph[], whole: string): void {
    paragraphs.forEach((paragraph, i) => {
      this.#id(paragraph.id, `${whole}/p${i + 1}`);
      this.#sentences(paragraph.sentences, paragraph.id, paragraph.kind === 'code');
    });
  }

  #sentences(sentences: readonly Sentence[], whole: string, verbatim = false): void {
    sentences.forEach((sentence, i) => {
      const { id, text, flags = [] } = sentence;
      this.#id(id, `${whole}/t${i + 1}`);
      this.#sentenceIds.add(id);
      if (text === '' || (!verbatim && text.trim() !== text)) {
        this.#report('text-trimmed', id, 'The text is empty or has white space at an end.');
      }
      if (!text.isWellFormed()) this.#report('text-well-formed', id, 'The text holds half a surrogate pair.');
      if (flags.some((flag, at) => at > 0 && flag <= (flags[at - 1] ?? flag))) {
        this.#report('flag-order', id, 'The flags are not in alphabetical order, each once.');
      }
      checkCitations(sentence.citations, text, id, this.#references, this.#report);
      checkMentions(sentence.mentions ?? [], text, id, this.#report);
      this.#boxes(sentence.boxes, id);
    });
  }

  #table(table: Table, id: string): void {
    this.#unit(table, id);
    this.#sentences(table.caption, table.id);
    table.rows.forEach((row, i) => {
      const rowId = `${table.id}/r${i + 1}`;
      this.#boxes(row.boxes, rowId);
      for (const { text, citations = [] } of row.cells) {
        if (!text.isWellFormed()) this.#report('text-well-formed', rowId, 'A cell holds half a surrogate pair.');
        checkCitations(citations, text, rowId, this.#references, this.#report);
      }
    });
    this.#paragraphs(table.notes ?? [], table.id);
  }

  #unit(unit: { id: string; section?: string; boxes?: Box[] }, id: string): void {
    this.#id(unit.id, id);
    if (unit.section !== undefined && !this.#sections.has(unit.section)) {
      this.#report('section-exists', unit.id, `There is no section ${unit.section}.`);
    }
    this.#boxes(unit.boxes ?? [], unit.id);
  }

  #id(id: string, expected: string): void {
    if (id !== expected) this.#report('id-form', id, `The id should be ${expected}.`);
  }

  #boxes(boxes: readonly Box[], unit: string): void {
    for (const { page, x0, y0, x1, y1 } of boxes) {
      const inside = x0 >= 0 && y0 >= 0 && x0 <= x1 && y0 <= y1 && x1 <= 1 && y1 <= 1;
      if (!inside || !Number.isInteger(page) || page < 1) {
        this.#report('box', unit, 'A box is not on a page, or its edges are out of order.');
      }
    }
  }
}
