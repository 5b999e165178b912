import type { Document, Paragraph, Role, Section, Sentence, Table } from '@askg/contract';
import { cellSeparator } from '@askg/ddm';
import type { PassageKind } from './passage.ts';

/** A citable unit before it has found its passage; `id` is its path below the paper. */
export type BlockUnit = { id: string; text: string };

/** A paragraph, caption, row or note with what stands around it. Blocks of one `place` may share a passage. */
export type Block = {
  kind: PassageKind;
  units: BlockUnit[];
  /** Headings from the outermost inwards. */
  path: readonly string[];
  /** Run-in heading of the paragraph. */
  heading?: string;
  role?: Role;
  /** Blocks with another place never share a passage with this one. */
  place: string;
};

/** All that can be searched of a paper, in reading order: running text first, then floats, then notes. Hidden text is left out. */
export function* blocksOfDocument(document: Document): Generator<Block> {
  yield* paragraphBlocks(document.abstract, { path: ['Abstract'], role: 'abstract', place: 'abstract' });
  const around = new Map<string, Surroundings>();
  for (const section of document.sections) yield* sectionBlocks(section, [], around);
  for (const figure of document.figures) {
    yield* blockOf('caption', figure.caption, floatPlace(figure, around));
  }
  for (const table of document.tables) yield* tableBlocks(table, floatPlace(table, around));
  for (const { id, paragraphs } of document.footnotes) {
    yield* paragraphBlocks(paragraphs, { path: [], place: id }, 'footnote');
  }
}

type Surroundings = Pick<Block, 'path' | 'role' | 'place'>;

function* sectionBlocks(
  section: Section,
  outer: readonly string[],
  around: Map<string, Surroundings>,
): Generator<Block> {
  const path = section.heading === '' ? outer : [...outer, section.heading];
  const place = { path, role: section.role, place: section.id };
  around.set(section.id, place);
  yield* paragraphBlocks(section.paragraphs, place);
  for (const child of section.sections) yield* sectionBlocks(child, path, around);
}

function* paragraphBlocks(paragraphs: readonly Paragraph[], place: Surroundings, kind?: PassageKind): Generator<Block> {
  for (const { kind: form, heading, sentences } of paragraphs) {
    const own = form === 'item' || form === 'caption' ? form : 'text';
    yield* blockOf(kind ?? own, sentences, place, heading);
  }
}

function* blockOf(
  kind: PassageKind,
  sentences: readonly Sentence[],
  place: Surroundings,
  heading?: string,
): Generator<Block> {
  const units = sentences
    .filter(({ text, flags }) => text.trim() !== '' && !flags?.includes('hidden'))
    .map(({ id, text }) => ({ id, text }));
  if (units.length > 0) yield { kind, units, ...place, ...(heading === undefined ? {} : { heading }) };
}

/** The rows of a table are a block each, with the texts of its header rows in the path. */
function* tableBlocks(table: Table, place: Surroundings): Generator<Block> {
  yield* blockOf('caption', table.caption, place);
  const rows = table.rows.map((row, i) => ({
    header: row.header,
    unit: { id: `${table.id}/r${i + 1}`, text: row.cells.map(({ text }) => text).join(cellSeparator) },
    isEmpty: row.cells.every(({ text }) => text.trim() === ''),
  }));
  const headings = rows.filter(({ header, isEmpty }) => header && !isEmpty).map(({ unit }) => unit.text);
  for (const { header, unit, isEmpty } of rows) {
    if (header || isEmpty) continue;
    yield { kind: 'table-row', units: [unit], ...place, path: [...place.path, ...headings], place: unit.id };
  }
  yield* paragraphBlocks(table.notes ?? [], { ...place, place: `${table.id}/notes` }, 'footnote');
}

function floatPlace(
  float: { id: string; label?: string; section?: string },
  around: ReadonlyMap<string, Surroundings>,
): Surroundings {
  const section = float.section === undefined ? undefined : around.get(float.section);
  const path = [...(section?.path ?? []), ...(float.label === undefined ? [] : [float.label])];
  return { path, ...(section?.role === undefined ? {} : { role: section.role }), place: float.id };
}
