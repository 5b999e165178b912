import type { Role } from '@askg/contract';
import { Field, Int32, Schema, Utf8 } from 'apache-arrow';
import { searchableText } from '../passages/context-text.ts';
import type { Passage, PassageKind } from '../passages/passage.ts';

/** A row of the table `passages`; `words` is what the word index reads. */
export type PassageRow = {
  iri: string;
  ordinal: number;
  paper: string;
  graph: string;
  title: string;
  section: string | null;
  role: string | null;
  year: number | null;
  kind: string;
  text: string;
  units: string;
  words: string;
};

const text = (name: string, nullable = false): Field => new Field(name, new Utf8(), nullable);
const integer = (name: string, nullable = false): Field => new Field(name, new Int32(), nullable);

export const passageSchema = new Schema([
  text('iri'),
  integer('ordinal'),
  text('paper'),
  text('graph'),
  text('title'),
  text('section', true),
  text('role', true),
  integer('year', true),
  text('kind'),
  text('text'),
  text('units'),
  text('words'),
]);

/** All but `words`. */
export const passageColumns = passageSchema.fields.map(({ name }) => name).filter((name) => name !== 'words');

export function toRow(passage: Passage): PassageRow {
  return {
    iri: passage.iri,
    ordinal: passage.ordinal,
    paper: passage.paper,
    graph: passage.graphDigest,
    title: passage.title,
    section: passage.section ?? null,
    role: passage.role ?? null,
    year: passage.year ?? null,
    kind: passage.kind,
    text: passage.text,
    units: JSON.stringify(packUnits(passage)),
    words: searchableText(passage),
  };
}

export function fromRow(row: Omit<PassageRow, 'words'>): Passage {
  return {
    iri: row.iri,
    ordinal: row.ordinal,
    paper: row.paper,
    graphDigest: row.graph,
    title: row.title,
    ...(row.section === null ? {} : { section: row.section }),
    ...(row.role === null ? {} : { role: row.role as Role }),
    ...(row.year === null ? {} : { year: row.year }),
    kind: row.kind as PassageKind,
    text: row.text,
    units: unitsOf(row),
  };
}

/** What all IRIs begin with, then the rest of each with its offsets. */
type PackedUnits = [string, ...[string, number, number][]];

function packUnits({ units }: Passage): PackedUnits {
  const [first = ''] = units.map(({ iri }) => iri);
  let shared = first.length;
  for (const { iri } of units) while (!iri.startsWith(first.slice(0, shared))) shared--;
  return [
    first.slice(0, shared),
    ...units.map(({ iri, start, end }): [string, number, number] => [iri.slice(shared), start, end]),
  ];
}

export function unitsOf(row: Pick<PassageRow, 'units'>): Passage['units'] {
  const [shared, ...units] = JSON.parse(row.units) as PackedUnits;
  return units.map(([rest, start, end]) => ({ iri: shared + rest, start, end }));
}
