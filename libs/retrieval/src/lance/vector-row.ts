import {
  Field,
  FixedSizeList,
  Float32,
  Int32,
  RecordBatch,
  Schema,
  Struct,
  Table,
  Utf8,
  makeData,
  vectorFromArray,
} from 'apache-arrow';
import type { Passage } from '../passages/passage.ts';
import type { EmbeddedPassage } from '../vectors/embedded-passage.ts';

/** Columns by which vectors are found and filtered stand beside them: the engine joins no tables. */
export function vectorSchema(dimensions: number): Schema {
  return new Schema([
    new Field('iri', new Utf8(), false),
    new Field('paper', new Utf8(), false),
    new Field('graph', new Utf8(), false),
    new Field('role', new Utf8(), true),
    new Field('year', new Int32(), true),
    new Field('vector', new FixedSizeList(dimensions, new Field('item', new Float32(), false)), false),
  ]);
}

/** The rows as columns, the numbers copied as they are rather than one by one. */
export function vectorRows(rows: readonly EmbeddedPassage[], dimensions: number): Table {
  const schema = vectorSchema(dimensions);
  const [, , , , , vectorField] = schema.fields;
  const flat = new Float32Array(rows.length * dimensions);
  for (const [i, { vector }] of rows.entries()) flat.set(vector, i * dimensions);
  const texts = (of: (passage: Passage) => string | null) =>
    vectorFromArray(
      rows.map(({ passage }) => of(passage)),
      new Utf8(),
    ).data[0];
  const years = vectorFromArray(
    rows.map(({ passage }) => passage.year ?? null),
    new Int32(),
  ).data[0];
  const numbers = makeData({ type: new Float32(), length: flat.length, data: flat });
  const vectors = makeData({ type: vectorField?.type as FixedSizeList, length: rows.length, child: numbers });
  const columns = [
    texts(({ iri }) => iri),
    texts(({ paper }) => paper),
    texts(({ graphDigest }) => graphDigest),
    texts(({ role }) => role ?? null),
    years,
    vectors,
  ].flatMap((column) => column ?? []);
  const data = makeData({ type: new Struct(schema.fields), length: rows.length, children: columns });
  return new Table(schema, [new RecordBatch(schema, data)]);
}
