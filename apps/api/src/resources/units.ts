import type {
  CitationMark,
  Contributor,
  Document,
  Figure,
  Footnote,
  Formula,
  Mention,
  Paragraph,
  Reference,
  Section,
  Sentence,
  Table,
  TableRow,
} from '@askg/contract';

/** A part of a paper that has an address, with what is needed to show it. */
export type Unit =
  | { kind: 'abstract'; paragraphs: readonly Paragraph[] }
  | { kind: 'section'; section: Section }
  | { kind: 'paragraph'; paragraph: Paragraph }
  | { kind: 'sentence'; sentence: Sentence }
  | { kind: 'citation'; citation: CitationMark; text: string }
  | { kind: 'mention'; mention: Mention; text: string }
  | { kind: 'figure'; figure: Figure }
  | { kind: 'table'; table: Table }
  | { kind: 'row'; row: TableRow; table: Table }
  | { kind: 'formula'; formula: Formula }
  | { kind: 'footnote'; footnote: Footnote }
  | { kind: 'reference'; reference: Reference }
  | { kind: 'contribution'; contributor: Contributor };

/** A unit in its place: the wholes it stands in from the outside in, and the units of its kind before and after it. */
export type PlacedUnit = Unit & { id: string; ancestors: readonly string[]; previous?: string; next?: string };

/** Every unit of a document by its id. */
export function unitsOf(document: Document): ReadonlyMap<string, PlacedUnit> {
  const index = new UnitIndex();
  index.abstract(document.abstract);
  index.sections(document.sections, []);
  const inside = (section: string | undefined) => (section === undefined ? [] : index.path(section));
  index.series(document.figures, (figure) => {
    index.add(figure.id, inside(figure.section), { kind: 'figure', figure });
    index.sentences(figure.caption, [...inside(figure.section), figure.id]);
  });
  index.series(document.tables, (table) => index.table(table, inside(table.section)));
  index.series(document.formulas, (formula) => {
    index.add(formula.id, inside(formula.section), { kind: 'formula', formula });
  });
  index.series(document.footnotes, (footnote) => {
    index.add(footnote.id, [], { kind: 'footnote', footnote });
    index.paragraphs(footnote.paragraphs, [footnote.id]);
  });
  index.series(document.references, (reference) => {
    index.add(reference.id, [], { kind: 'reference', reference });
  });
  index.series(
    document.contributors.map((contributor, i) => ({ id: `contrib${i + 1}`, contributor })),
    ({ id, contributor }) => index.add(id, [], { kind: 'contribution', contributor }),
  );
  return index.units;
}

class UnitIndex {
  readonly units = new Map<string, PlacedUnit>();

  add(id: string, ancestors: readonly string[], unit: Unit): void {
    this.units.set(id, { ...unit, id, ancestors });
  }

  /** Adds each unit, then ties it to its neighbours in the series. */
  series<T extends { id: string }>(all: readonly T[], add: (each: T) => void): void {
    all.forEach(add);
    for (const [i, { id }] of all.entries()) {
      const unit = this.units.get(id);
      const previous = all[i - 1]?.id;
      const next = all[i + 1]?.id;
      if (unit) Object.assign(unit, previous === undefined ? {} : { previous }, next === undefined ? {} : { next });
    }
  }

  /** A unit's ancestors and itself. */
  path(id: string): string[] {
    return [...(this.units.get(id)?.ancestors ?? []), id];
  }

  abstract(paragraphs: readonly Paragraph[]): void {
    if (paragraphs.length === 0) return;
    this.add('abstract', [], { kind: 'abstract', paragraphs });
    this.paragraphs(paragraphs, ['abstract']);
  }

  sections(all: readonly Section[], ancestors: readonly string[]): void {
    this.series(all, (section) => {
      const inside = [...ancestors, section.id];
      this.add(section.id, ancestors, { kind: 'section', section });
      this.citations(section.id, section.heading, section.citations ?? [], inside);
      this.paragraphs(section.paragraphs, inside);
      this.sections(section.sections, inside);
    });
  }

  paragraphs(all: readonly Paragraph[], ancestors: readonly string[]): void {
    this.series(all, (paragraph) => {
      this.add(paragraph.id, ancestors, { kind: 'paragraph', paragraph });
      this.sentences(paragraph.sentences, [...ancestors, paragraph.id]);
    });
  }

  sentences(all: readonly Sentence[], ancestors: readonly string[]): void {
    this.series(all, (sentence) => {
      const inside = [...ancestors, sentence.id];
      this.add(sentence.id, ancestors, { kind: 'sentence', sentence });
      this.citations(sentence.id, sentence.text, sentence.citations, inside);
      for (const [i, mention] of (sentence.mentions ?? []).entries()) {
        this.add(`${sentence.id}/m${i + 1}`, inside, { kind: 'mention', mention, text: sentence.text });
      }
    });
  }

  citations(id: string, text: string, all: readonly CitationMark[], ancestors: readonly string[]): void {
    for (const [i, citation] of all.entries()) {
      this.add(`${id}/c${i + 1}`, ancestors, { kind: 'citation', citation, text });
    }
  }

  table(table: Table, ancestors: readonly string[]): void {
    const inside = [...ancestors, table.id];
    this.add(table.id, ancestors, { kind: 'table', table });
    this.sentences(table.caption, inside);
    this.series(
      table.rows.map((row, i) => ({ id: `${table.id}/r${i + 1}`, row })),
      ({ id, row }) => this.add(id, inside, { kind: 'row', row, table }),
    );
    this.paragraphs(table.notes ?? [], inside);
  }
}
