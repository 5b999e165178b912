import type { Document, Figure, Paragraph, Role, Section, Sentence, Table } from '@askg/contract';
import { type CitableUnit, sectionSeparator } from './citable-unit.ts';
import { metadataUnits } from './metadata-units.ts';

type Place = Pick<CitableUnit, 'section' | 'role'>;

/** Between the cells of a table row, as in the stored text of the row. */
const cellSeparator = ' | ';

/** Every unit of a document that can be quoted, in reading order, floats after the text and metadata last. */
export function unitsOfDocument(document: Document): CitableUnit[] {
  const collector = new UnitCollector();
  collector.paragraphs(document.abstract, { section: 'Abstract', role: 'abstract' });
  for (const section of document.sections) collector.section(section, []);
  for (const figure of document.figures) collector.caption(figure);
  for (const table of document.tables) collector.table(table);
  for (const formula of document.formulas) {
    collector.add(formula.id, 'sentence', formula.text, collector.at(formula.section), formula.id, formula.boxes);
  }
  for (const footnote of document.footnotes) collector.paragraphs(footnote.paragraphs, {});
  for (const unit of metadataUnits(document)) {
    collector.add(
      unit.id,
      'metadata',
      unit.text,
      unit.section === undefined ? {} : { section: unit.section },
      unit.id,
      unit.boxes,
    );
  }
  return collector.units;
}

class UnitCollector {
  readonly units: CitableUnit[] = [];
  readonly #places = new Map<string, Place>();

  add(
    id: string,
    kind: CitableUnit['kind'],
    text: string,
    place: Place,
    block: string,
    boxes: CitableUnit['boxes'],
    flags: Sentence['flags'] = [],
  ): void {
    if (text.trim() === '') return;
    this.units.push({ id, kind, text, boxes, ...place, block, order: this.units.length, flagged: flags.length > 0 });
  }

  /** Where a float stands. */
  at(section: string | undefined): Place {
    return (section === undefined ? undefined : this.#places.get(section)) ?? {};
  }

  section(section: Section, above: readonly string[]): void {
    const path = section.heading === '' ? above : [...above, section.heading];
    const place = placeOf(path, section.role);
    this.#places.set(section.id, place);
    this.paragraphs(section.paragraphs, place);
    for (const child of section.sections) this.section(child, path);
  }

  paragraphs(paragraphs: readonly Paragraph[], place: Place): void {
    for (const paragraph of paragraphs) {
      const kind = paragraph.kind === 'item' || paragraph.kind === 'caption' ? paragraph.kind : 'sentence';
      this.#sentences(paragraph.sentences, kind, place, paragraph.id);
    }
  }

  caption(float: Figure | Table): void {
    this.#sentences(float.caption, 'caption', this.at(float.section), float.id);
  }

  table(table: Table): void {
    this.caption(table);
    const place = this.at(table.section);
    table.rows.forEach((row, i) => {
      const text = row.cells.map((cell) => cell.text).join(cellSeparator);
      this.add(`${table.id}/r${i + 1}`, 'table-row', text, place, table.id, row.boxes);
    });
    this.paragraphs(table.notes ?? [], place);
  }

  #sentences(sentences: readonly Sentence[], kind: CitableUnit['kind'], place: Place, block: string): void {
    for (const { id, text, boxes, flags } of sentences) this.add(id, kind, text, place, block, boxes, flags);
  }
}

function placeOf(path: readonly string[], role: Role): Place {
  return path.length === 0 ? { role } : { section: path.join(sectionSeparator), role };
}
